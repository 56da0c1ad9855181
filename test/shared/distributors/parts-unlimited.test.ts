import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorReply } from '../../../shared/distributors/distributor.ts';
import { answers } from './answers.ts';
import { contract } from './contract.ts';
import { partsUnlimited } from './fixtures/parts-unlimited.ts';
import { answer, scriptedAccount } from './replies.ts';

describe('the contract', () => {
  contract('parts-unlimited', {
    retryAfterSeconds: 60,
    secondOrder: 'duplicate-po',
    countsPieces: true,
    offers: {
      known: { available: 24, cost: 1000 },
      noStock: { available: 0, cost: 1000, message: null },
      denied: { available: 24 },
      calls: 2,
    },
    callsForSixty: 5,
  });
});

describe('answers', () => {
  answers(partsUnlimited);
});

describe('the list of days', () => {
  const open = {
    poNumber: 'PO-1001',
    partNumber: '26-1772',
    quantity: 2,
    orderNumbers: [],
    submittedAt: '2026-11-20T10:00:00.000Z' as const,
  };
  const now = Date.UTC(2026, 10, 20, 17);
  const { partsUnlimited: distributor } = { partsUnlimited: distributors['parts-unlimited'] };
  const listed = (purchase_order_number: string, quantity = 2, reference_number = '1') => ({
    purchase_order_number,
    reference_number,
    line_items: [{ part_number: '26-1772', ordered: { quantity } }],
  });
  const pages = (replies: readonly DistributorReply[]) =>
    scriptedAccount(distributor, { 'GET /v2/orders/dropship': replies });
  const empty = answer(200, []);

  test('is read from the day before to tomorrow, page by page, to the empty one', async () => {
    const { account, asked } = pages([answer(200, [listed('PO-7')]), answer(200, [listed('PO-8')]), empty]);
    const isAnothers = async () => true;
    expect(await distributor.find(account, open, now, isAnothers)).toEqual({ verdict: 'absent' });
    expect(asked.map(({ query }) => query?.map(([, value]) => value))).toEqual([
      ['2026-11-19', '2026-11-21', '1'],
      ['2026-11-19', '2026-11-21', '2'],
      ['2026-11-19', '2026-11-21', '3'],
    ]);
  });

  test.each([
    ['a lost page', { kind: 'lost', reason: 'cut-short' }],
    ['a page for people', answer(200, undefined)],
    ['a page that is no list', answer(200, { status_code: 400, status_message: 'no' })],
    ['an order without a number of ours', answer(200, [{ reference_number: '5' }])],
    ['an empty list under status 404', answer(404, [])],
    ['a failure inside 200', answer(200, { status_code: 500, status_message: 'down' })],
  ] as const)('%s proves no absence', async (_, reply) => {
    const { account } = pages([answer(200, [listed('PO-7')]), reply, empty]);
    expect(await distributor.find(account, open, now)).toMatchObject({ verdict: 'no-answer' });
  });

  test('that has no end proves no absence, and ends all the same', async () => {
    const { account, asked } = pages([answer(200, [listed('PO-7')])]);
    expect(await distributor.find(account, open, now)).toMatchObject({ verdict: 'no-answer' });
    expect(asked.length).toBeLessThan(2_000);
  });

  test.each([
    ['answers the first page for every page', answer(200, [listed('PO-1001')])],
    ['ends with a 404', answer(404, { message: 'Not Found' })],
  ])('that %s ends there: what was read is kept, and proves no absence', async (_, second) => {
    const replies = [answer(200, [listed('PO-1001')]), second];
    const { account, asked } = pages(replies);
    expect(await distributor.find(account, open, now)).toEqual({ verdict: 'accepted', orderNumbers: ['1'] });
    expect(asked).toHaveLength(2);
    const other = pages(replies);
    expect(await distributor.find(other.account, { ...open, poNumber: 'PO-2' }, now)).toMatchObject({
      verdict: 'no-answer',
    });
  });

  test('that shows an order on two pages shows one order', async () => {
    const { account } = pages([answer(200, [listed('PO-1001')]), answer(200, [listed('PO-1001')]), empty]);
    expect(await distributor.find(account, open, now)).toEqual({ verdict: 'accepted', orderNumbers: ['1'] });
  });

  test('that shows two orders under our number shows more than was asked', async () => {
    const { account } = pages([answer(200, [listed('PO-1001', 2, '1'), listed(' PO-1001 ', 2, '2')]), empty]);
    expect(await distributor.find(account, open, now)).toMatchObject({
      verdict: 'accepted-but-different',
      orderNumbers: ['1', '2'],
    });
  });

  test('that shows ours without an order number is no answer yet', async () => {
    const { account } = pages([answer(200, [listed('PO-1001', 2, '')]), empty]);
    expect(await distributor.find(account, open, now)).toMatchObject({ verdict: 'no-answer' });
  });

  test('tells tracking numbers as one text or many, and no number that is none', async () => {
    const shipped = [
      { quantity: 1, ship_date: '2026-11-21', shipped_via: 'ups_ground', tracking_numbers: ' 1Z5R89390357567127 ' },
      { quantity: 2, ship_date: '', shipped_via: null, tracking_numbers: ['LA28376237', '77767553207', 'la 28376237'] },
      { tracking_numbers: 'PENDING' },
    ];
    const order = {
      purchase_order_number: 'PO-1001',
      line_items: [
        { part_number: '261772', shipped },
        { part_number: 'X-1', shipped: [{ tracking_numbers: '1Z879E930346834440' }] },
      ],
    };
    const { account } = pages([answer(200, [order]), empty]);
    expect(await distributor.track(account, [open], now)).toEqual({
      verdict: 'tracked',
      rest: [],
      unreadable: [],
      missing: [],
      pause: null,
      orders: [
        {
          poNumber: 'PO-1001',
          complete: true,
          someoneElses: null,
          parcels: [
            {
              trackingNumber: '1Z5R89390357567127',
              carrierHint: 'ups_ground',
              shippedAt: '2026-11-21T00:00:00.000Z',
              quantity: 1,
            },
            { trackingNumber: 'LA28376237', carrierHint: null, shippedAt: null, quantity: null },
            { trackingNumber: '77767553207', carrierHint: null, shippedAt: null, quantity: null },
          ],
          remarks: [{ text: 'PENDING', isUnread: false }],
        },
      ],
    });
  });

  test('that is down is not asked day by day', async () => {
    const { account, asked } = pages([answer(503, {})]);
    expect(
      await distributor.track(account, [{ ...open, submittedAt: '2026-10-12T00:00:00.000Z' as const }], now),
    ).toMatchObject({ verdict: 'no-answer' });
    expect(asked).toHaveLength(1);
  });

  test('that answers nonsense for ever is given up', async () => {
    const { account, asked } = pages([answer(200, 'nonsense')]);
    expect(
      await distributor.track(account, [{ ...open, submittedAt: '2026-10-12T00:00:00.000Z' as const }], now),
    ).toMatchObject({ verdict: 'no-answer' });
    expect(asked.length).toBeLessThanOrEqual(12);
  });
});
