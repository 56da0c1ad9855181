import { describe, expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import { parseJson } from '../../../shared/distributors/body.ts';
import { isCalledOff } from '../../../shared/distributors/standing.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { automatic } from './fixtures/automatic.ts';
import { partsUnlimited } from './fixtures/parts-unlimited.ts';
import { wps } from './fixtures/wps.ts';
import { answer, type Script, scriptedAccount } from './replies.ts';
import { open, order } from './world.ts';

const now = Date.UTC(2026, 10, 22);
const fixturesOf = { automatic, 'parts-unlimited': partsUnlimited, wps };

const submit = (slug: keyof typeof fixturesOf, json: unknown) => {
  const { before, commit } = fixturesOf[slug];
  const { account } = scriptedAccount(distributors[slug], { ...before, [commit]: answer(200, json) });
  return distributors[slug].submit(account, order(), { resend: false });
};
const ask = (slug: DistributorSlug, call: 'find' | 'track', script: Script) => {
  const { account } = scriptedAccount(distributors[slug], script);
  return call === 'find' ? distributors[slug].find(account, open, now) : distributors[slug].track(account, [open], now);
};

const placed = (more: object = {}) => ({
  status_code: 200,
  reference_number: '1234567',
  line_items: [{ part_number: '26-1772', ordered: { quantity: 2 } }],
  ...more,
});
const generation = (header: object = {}, more: object = {}) => ({
  header: { ponumber: 'PO-1001', orderNumber: '880011', ...header },
  items: [{ number: '26-1772', quantity: 2 }],
  ...more,
});
const detail = (more: object = {}) => ({
  order_number: '7654321',
  tracking_numbers: [],
  items: [{ sku: '26-1772', order_quantity: 2, ship_quantity: 0 }],
  ...more,
});
const atWps = (...details: object[]) => ({ po_number: 'PO-1001', ship_zip: '83702', order_details: details });

describe('a yes with an order number', () => {
  test.each([
    ['parts-unlimited', placed({ success: false }), 'success: false'],
    ['parts-unlimited', placed({ errors: [{ message: 'LINE 1 REJECTED' }] }), 'LINE 1 REJECTED'],
    ['parts-unlimited', placed({ status_message: 'ORDER REJECTED - CREDIT HOLD' }), 'ORDER REJECTED'],
    ['parts-unlimited', placed({ status_message: 'DUPLICATE PO - existing order returned' }), 'DUPLICATE'],
    ['wps', { error: 'Credit hold', data: { order_number: '77' } }, 'Credit hold'],
    ['wps', { success: false, data: { order_number: '77' } }, 'success: false'],
    ['wps', { data: { order_number: '77', status: 'Rejected' } }, 'Rejected'],
    ['wps', { data: { order_number: '77', order_status: 'CANCELED' } }, 'CANCELED'],
    ['wps', { data: { order_number: '77', status: 'failed' } }, 'failed'],
    ['wps', { data: { order_number: '77', errorInfo: { message: 'No lane' } } }, 'No lane'],
    ['automatic', generation({ status: 'CANCELLED' }), 'CANCELLED'],
    ['automatic', [generation({}, { errors: ['No such lane'] })], 'No such lane'],
  ] as const)('is a person’s to judge where %s says beside it that something is wrong', async (slug, json, words) => {
    expect(await submit(slug, json)).toMatchObject({
      verdict: 'accepted-but-different',
      message: expect.stringContaining(words),
    });
  });

  test.each([
    ['parts-unlimited', placed({ success: true, errors: [], error: null, status_message: 'Order accepted' })],
    ['parts-unlimited', placed({ status_message: 'Accepted. It cannot be cancelled.' })],
    ['wps', { success: 1, errors: {}, data: { order_number: '77', status: 'Open', error: '' } }],
    ['automatic', generation({ status: 'OPEN' }, { errors: 'none', failed: 0 })],
    ['automatic', { data: generation() }],
    ['automatic', { orders: [generation()] }],
  ] as const)('is one where %s says that nothing is', async (slug, json) => {
    expect(await submit(slug, json)).toMatchObject({ verdict: 'accepted' });
  });
});

describe('a word for how an order stands', () => {
  test.each([
    'Cancelled',
    'CANCEL',
    'Canceled by customer',
    'Cancelled - no stock',
    'Cancellation',
    'Rejected, card not accepted',
    'Voided, 0 shipped',
    'No stock - cancelled',
    'Item not available; order cancelled',
    'ORDER REJECTED (NO CREDIT)',
    'Not accepted',
    'Not authorized',
    'Unable to fill',
    'No longer available',
    'ERROR 500',
    'Expired',
    'storniert',
    'NO STOCK CANCELLED',
    'NO STOCK-CANCELLED',
    'Not in stock cancelled',
    'Payment not received order cancelled',
    'CXL',
    'CXLD',
    'CANX',
    'Will not ship',
    'Annulée',
  ])('that nothing will come of is known: %s', (status) => {
    expect(isCalledOff(status)).toBe(true);
  });

  test.each([
    'Open',
    'Not cancelled',
    'Never rejected',
    'Non-void',
    'No errors',
    '0 errors',
    'without error',
    'Cancelled: 0',
    'Cancelled qty: 0',
    'errors=none',
    'Processed. Errors: 0, Warnings: 0',
    'Order accepted (errors: none)',
    'ERRORS=0 WARNINGS=0',
    'Accepted 1, rejected 0',
    'Cancellation policy: back_order',
    'Cancel date 12/20/2026',
    'Order placed. Cancel by phone only',
    '0 lines cancelled',
    'Cannot be cancelled',
    'Not shipped',
    'Not processed yet',
    'Backordered',
    'Avoided toll road',
    'Shipped',
    `Accepted. ${'It may be cancelled within the hour '.repeat(3)}`,
  ])('that is no such word is not: %s', (status) => {
    expect(isCalledOff(status)).toBe(false);
  });
});

describe('an order number', () => {
  test.each([
    '"NOT PROCESSED 12"',
    '"DUPLICATE OF 7654321"',
    '"REJECTED 1001"',
    '"REJECTED-1001"',
    '"See order 1001"',
    '"On hold 2"',
    '"Order received 11/24"',
    '"12 pieces"',
    '"Will ship 12/15"',
    '"2026-11-27"',
    '"11/27/2026"',
    '"200 OK"',
    '"Call 800-555-1212"',
    '"Awaiting approval 1"',
    '"PO PO-1001"',
    '"800-555-1212"',
    '"PO-1001"',
    '"po 1001"',
    '"26-1772"',
    '"261772"',
  ])('is none where it is a sentence, or a number of ours: %s', async (written) => {
    expect(await submit('wps', parseJson(`{"data":{"order_number":${written}}}`))).toMatchObject({
      verdict: 'unknown',
    });
    expect(await submit('parts-unlimited', placed({ reference_number: parseJson(written) }))).toMatchObject({
      verdict: 'unknown',
    });
    expect(await submit('automatic', generation({ orderNumber: parseJson(written) }))).toMatchObject({
      verdict: 'unknown',
    });
    const atTucker = scriptedAccount(distributors['tucker-rocky'], {
      'GET ': answer(200, { ORD: { status: 'SUCCESSFUL', orderoutput: { ordernum: parseJson(written) } } }),
    });
    expect(await distributors['tucker-rocky'].submit(atTucker.account, order(), { resend: false })).toMatchObject({
      verdict: 'unknown',
    });
  });

  test.each([
    '7654321',
    'SO 12345',
    'SO-12345',
    'Order 12345',
    'Order No. 12345',
    '#12345',
    'A1B2C3',
    'WEB1234',
    'S/O 77',
    'ORD/2026/77',
    'ON1234567',
    'IS-100234',
    'EA123456',
    'OF10023',
    '0b1ea9f2-3c4d-4e5f-8a6b-7c8d9e0f1a2b',
  ])('is one as somebody may write it: %s', async (number) => {
    expect(await submit('wps', { data: { order_number: number } })).toMatchObject({ orderNumbers: [number] });
  });

  test.each(['9.8658E+11', '"9.8658E+11"', '"ERR 500"', '"NONE-1"', '"TBD 2026"', '"QUOTE 12"', '1e400'])(
    'is none that was rounded, or is a word for there being none: %s',
    async (written) => {
      const json = parseJson(`{"data":{"order_number":${written}}}`);
      expect(await submit('wps', json)).toMatchObject({ verdict: 'unknown' });
    },
  );

  test('is asked for without what a spreadsheet has added', async () => {
    expect(await submit('wps', { data: { order_number: '7654321.0' } })).toMatchObject({ orderNumbers: ['7654321'] });
  });
});

describe('an order that was called off', () => {
  const found = (slug: DistributorSlug, script: Script) => ask(slug, 'find', script);
  test('is found as one that a person has to look at', async () => {
    const differs = { verdict: 'accepted-but-different', message: expect.stringMatching(/cancelled/i) };
    const cancelled = { order_status: 'Cancelled' };
    expect(
      await found('wps', { 'GET /orders/PO-1001': answer(200, { data: atWps(detail(cancelled)) }) }),
    ).toMatchObject(differs);
    expect(
      await found('automatic', {
        'GET /order/purchase-number/PO-1001': answer(200, [generation({ orderStatus: 'Cancelled' })]),
      }),
    ).toMatchObject(differs);
    const listed = { ...placed({ status_message: 'CANCELLED' }), purchase_order_number: 'PO-1001' };
    expect(
      await found('parts-unlimited', { 'GET /v2/orders/dropship': [answer(200, [listed]), answer(200, [])] }),
    ).toMatchObject(differs);
  });

  const tracked = (...details: object[]) =>
    ask('wps', 'track', { 'GET /orders': answer(200, { data: [atWps(...details)] }) });
  const parcel = { tracking_numbers: ['1Z12345E0205271688'] };

  const sent = (order_number: string, ship_quantity: number) =>
    detail({ order_number, order_status: 'Shipped', items: [{ sku: '26-1772', ship_quantity }], ...parcel });

  test('is told when a part of it is, and fewer pieces have been sent than were ordered', async () => {
    expect(await tracked(detail({ order_status: 'Cancelled' }), sent('7654322', 1))).toMatchObject({
      orders: [{ complete: false, remarks: [{ text: 'Cancelled', isStatus: true }] }],
    });
  });

  test('is told when all of it is, though there is a parcel', async () => {
    expect(await tracked(detail({ order_status: 'Cancelled', ...parcel }))).toMatchObject({
      orders: [{ parcels: [{}], remarks: [{ text: 'Cancelled', isStatus: true }] }],
    });
  });

  test('is told when all of it is, and nothing of it has been sent', async () => {
    expect(await tracked(detail({ order_status: 'CANCELLED' }))).toMatchObject({
      orders: [{ parcels: [], complete: false, remarks: [{ text: 'CANCELLED', isStatus: true }] }],
    });
  });

  test.each([
    [[detail({ order_status: 'Open' })]],
    [[detail({ order_status: 'Cancelled' }), detail({ order_number: '7654322', order_status: 'Open' })]],
    [[detail({ order_status: 'Not cancelled' })]],
    [[detail({ order_status: 'Cancelled' }), sent('7654322', 2)]],
    [[detail({ order_status: 'Open' }), sent('7654322', 1)]],
  ])('is not, else: %#', async (details) => {
    const { orders } = Object(await tracked(...details));
    expect(orders[0]).not.toHaveProperty('remarks');
  });
});
