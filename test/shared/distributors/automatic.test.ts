import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import { safeText } from '../../../shared/domain/verdicts.ts';
import { answers } from './answers.ts';
import { contract } from './contract.ts';
import { automatic } from './fixtures/automatic.ts';
import { answer, scriptedAccount } from './replies.ts';
import { order } from './world.ts';

describe('the contract', () => {
  contract('automatic', {
    retryAfterSeconds: null,
    secondOrder: 'duplicate-po',
    countsPieces: false,
    offers: {
      known: {
        available: 2,
        message: safeText('Automatic says that 2 pieces can be had, and not how many there are.'),
      },
      noStock: {
        available: 0,
        message: safeText('Automatic says that 1 piece cannot be had, and not how many there are.'),
      },
      denied: {
        available: null,
        dropShipAllowed: false,
        message: safeText('The item number is restricted for processing'),
      },
      calls: 1,
    },
    callsForSixty: 3,
  });
});

describe('answers', () => {
  answers(automatic);
});

describe('orders and generations', () => {
  const distributor = distributors.automatic;
  const open = {
    poNumber: 'PO-1001',
    partNumber: '26-1772',
    quantity: 2,
    orderNumbers: ['88'],
    submittedAt: '2026-11-20T10:00:00.000Z' as const,
  };
  const generation = (orderGenerationNumber: string, quantity: number, trackingNumbers: object[] = []) => ({
    header: { ponumber: 'PO-1001', orderNumber: '88', orderGenerationNumber, invoiceDate: '11/21/26' },
    items: [{ number: '26-1772', quantity }],
    trackingNumbers,
  });

  test('an answer that shows one of two generations is completed by one look', async () => {
    const { account, asked } = scriptedAccount(distributor, {
      'POST /order/create': answer(200, generation('00', 1)),
      'GET /order/purchase-number/PO-1001': answer(200, [generation('00', 1), generation('01', 1)]),
    });
    expect(await distributor.submit(account, order(), { resend: false })).toEqual({
      verdict: 'accepted',
      orderNumbers: ['88'],
    });
    expect(asked).toHaveLength(2);
  });

  test('fewer pieces in all are a case for a person', async () => {
    const { account } = scriptedAccount(distributor, {
      'POST /order/create': answer(200, generation('00', 1)),
      'GET /order/purchase-number/PO-1001': answer(200, [generation('00', 1)]),
    });
    expect(await distributor.submit(account, order(), { resend: false })).toMatchObject({
      verdict: 'accepted-but-different',
      orderNumbers: ['88'],
    });
  });

  test('parcels are told over all generations, freight by its PRO number', async () => {
    const headers = answer(200, [
      generation('00', 1, [{ trackingNumber: '1Z5R89390357567127', proNumber: '' }]),
      generation('01', 1, [{ trackingNumber: '', proNumber: '780-45768393' }]),
    ]);
    const { account } = scriptedAccount(distributor, { 'GET /order/headers': headers });
    expect(await distributor.track(account, [open], 0)).toMatchObject({
      orders: [
        {
          parcels: [
            {
              trackingNumber: '1Z5R89390357567127',
              carrierHint: null,
              shippedAt: '2026-11-21T00:00:00.000Z',
              quantity: null,
            },
            { trackingNumber: '780-45768393', carrierHint: 'Freight' },
          ],
        },
      ],
    });
  });

  test('many numbers are asked for in one address of at most 2,000 characters', async () => {
    const { account, asked } = scriptedAccount(distributor, { 'GET /order/headers': answer(200, []) });
    const orders = Array.from({ length: 200 }, (_, at) => ({ ...open, poNumber: `PO-${10_000 + at}` }));
    expect(await distributor.track(account, orders, 0)).toMatchObject({ verdict: 'tracked', orders: [], rest: [] });
    const lengths = asked.map(
      ({ query }) =>
        `https://api.autodist.example/order/headers?${new URLSearchParams(query?.map(([name, value]): [string, string] => [name, value]))}`
          .length,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(2_000);
    expect(asked.length).toBeLessThan(6);
  });

  test('a 403 is the rate limit only with its code', async () => {
    const find = (status: number, json: object) =>
      distributor.find(
        scriptedAccount(distributor, { 'GET /order/purchase-number/PO-1001': answer(status, json) }).account,
        open,
        0,
      );
    expect(await find(403, { code: 'E003', message: 'Too Many Requests' })).toMatchObject({
      verdict: 'not-taken',
      reason: 'rate-limited',
      retryAfterSeconds: null,
    });
    expect(await find(403, { message: 'Forbidden' })).toMatchObject({ verdict: 'no-answer' });
    expect(await find(423, { code: 'E002', message: 'API access is disabled' })).toMatchObject({
      verdict: 'credentials-refused',
    });
  });

  test('no host is known', () => {
    expect(distributor.profile.hosts).toEqual({ live: null, test: null });
  });
});
