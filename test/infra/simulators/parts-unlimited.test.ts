import { describe, expect, test } from 'vitest';
import { giveUp, monday, type Sent, world } from './world.ts';

const key = { 'api-key': 'ABCDEFG-1234567-ABCDEFG-1234567' };
const address = { name: 'Jane Doe', address_line_1: '1 Main St', city: 'Boise', state: 'ID', postal_code: '83702' };
const order = (poNumber = 'PO-1001', part = '01013337', quantity = 1) => ({
  dealer_number: 'ABC123',
  order_type: 'DS',
  purchase_order_number: poNumber,
  shipping_method: 'ground',
  validate_price: false,
  ship_to_address: address,
  line_items: [{ line_number: 1, part_number: part, quantity }],
});
const place = (body: unknown = order(), headers: Record<string, string> = key): [string, Sent] => [
  'POST /api/v2/orders/dropship',
  { body, headers },
];
const days = (from: string, to: string, page = 1): [string, Sent] => [
  `GET /api/v2/orders/dropship?order_date_start=${from}&order_date_end=${to}&ship_date_start=&ship_date_end=&page_num=${page}`,
  { headers: key },
];

describe('Parts Unlimited takes an order', () => {
  test('and answers with its reference number and what was ordered', async () => {
    const { live } = world('parts-unlimited');
    expect(await live(...place())).toMatchObject({
      status: 200,
      json: {
        status_code: 200,
        reference_number: '7000001',
        order_total: 17,
        line_items: [{ part_number: '01013337', ordered: { quantity: 1 } }],
      },
    });
  });

  test('at the older address too', async () => {
    const { live } = world('parts-unlimited');
    const reply = await live('POST /api/orders/dropship', { body: order(), headers: key });
    expect(reply.json).toMatchObject({ status_code: 200 });
  });

  test('and shows it, not yet shipped, in the list of its day', async () => {
    const { live } = world('parts-unlimited');
    await live(...place());
    const { json } = await live(...days('2026-11-22', '2026-11-24'));
    expect(json).toEqual([
      {
        purchase_order_number: 'PO-1001',
        status_message: 'Open',
        reference_number: '7000001',
        order_date: '2026-11-23',
        order_total: 17,
        drop_ship_fee: 7,
        line_items: [{ part_number: '01013337', price: 10, ordered: { quantity: 1 } }],
      },
    ]);
  });
});

describe('Parts Unlimited says no inside HTTP 200', () => {
  test.each([
    ['UNKNOWN-1', { mainframeErrors: [{ text: 'PART UNKNOWN-1 NOT ON FILE' }] }],
    ['NOSTOCK-1', { mainframeErrors: [{ text: 'PART NOSTOCK-1 OUT OF STOCK' }] }],
    ['PAY-1', { status_code: 402, status_message: expect.stringContaining('Payment') }],
    ['DENY-1', { status_code: 403, status_message: expect.stringContaining('may not be sold') }],
  ])('to %s, and holds nothing', async (part, body) => {
    const { live, control } = world('parts-unlimited');
    expect(await live(...place(order('PO-1', part)))).toMatchObject({ status: 200, json: body });
    expect(control.orders()).toEqual([]);
  });

  test('to a number that was used before', async () => {
    const { live, control } = world('parts-unlimited');
    await live(...place());
    expect(await live(...place())).toMatchObject({ status: 200, json: { status_code: 409 } });
    expect(control.orders()).toHaveLength(1);
  });

  test.each([
    ['an unknown field', { ...order(), note: 'x' }, 'note'],
    ['a missing field', { ...order(), validate_price: undefined }, 'validate_price'],
    ['a number of 21 characters', order('P'.repeat(21)), 'purchase_order_number'],
    ['a state in words', { ...order(), ship_to_address: { ...address, state: 'Idaho' } }, 'ship_to_address.state'],
    ['a phone', { ...order(), ship_to_address: { ...address, phone: '1' } }, 'ship_to_address.phone'],
    ['no lines', { ...order(), line_items: [] }, 'line_items'],
    [
      'a quantity in text',
      { ...order(), line_items: [{ line_number: 1, part_number: 'A', quantity: '1' }] },
      'line_items.0.quantity',
    ],
    ['no JSON', '{', 'request'],
  ])('to %s', async (_, body, field) => {
    const { live, control } = world('parts-unlimited');
    const { status, json } = await live(...place(body));
    expect(status).toBe(200);
    expect(json).toMatchObject({ status_code: 400, status_message: expect.stringMatching(`^${field} `) });
    expect(control.orders()).toEqual([]);
  });

  test('to a request that does not say that it is JSON', async () => {
    const { live } = world('parts-unlimited');
    const reply = await live(...place(order(), { ...key, 'content-type': 'text/plain' }));
    expect(reply.json).toMatchObject({ status_code: 400 });
  });

  test.each([
    ['no key', {}],
    ['a bad key', { 'api-key': 'BAD-1' }],
    ['a test key', { 'api-key': 'TEST-1' }],
    ['a key in another header', { authorization: 'Bearer 1' }],
  ])('to %s', async (_, headers) => {
    const { live, control } = world('parts-unlimited');
    expect(await live(...place(order(), headers))).toMatchObject({ status: 200, json: { status_code: 401 } });
    expect(control.orders()).toEqual([]);
  });
});

describe('The list of Parts Unlimited', () => {
  test('comes in pages of 25 from 1 and ends with an empty one', async () => {
    const { live } = world('parts-unlimited');
    for (let number = 1; number <= 26; number += 1) await live(...place(order(`PO-${number}`)));
    const page = async (number: number) => (await live(...days('2026-11-23', '2026-11-23', number))).json;
    expect(await page(1)).toHaveLength(25);
    expect(await page(2)).toMatchObject([{ purchase_order_number: 'PO-26' }]);
    expect(await page(3)).toEqual([]);
  });

  test.each([
    ['2026-11-23', '2026-11-23', 1],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-24', '2026-11-30', 0],
  ])('from %s to %s holds %i', async (from, to, count) => {
    const { live } = world('parts-unlimited');
    await live(...place());
    expect((await live(...days(from, to))).json).toHaveLength(count);
  });

  test('shows an order by the day it shipped as well', async () => {
    const { live, clock, control } = world('parts-unlimited');
    await live(...place());
    clock.advance(86_400);
    control.ship('PO-1001', [{ carrier: 'ups', trackingNumber: '1Z1', quantity: 1 }]);
    const shipped = (day: string) =>
      live(`GET /api/v2/orders/dropship?ship_date_start=${day}&ship_date_end=${day}&page_num=1`, { headers: key });
    expect((await shipped('2026-11-24')).json).toHaveLength(1);
    expect((await shipped('2026-11-23')).json).toEqual([]);
  });

  test('tells every parcel: one text in the older list, a list in the newer', async () => {
    const { live, control } = world('parts-unlimited');
    await live(...place(order('PO-1001', 'SPLIT-1', 2)));
    control.ship('PO-1001', [
      { carrier: 'ups', trackingNumber: '1Z1', quantity: 1 },
      { carrier: 'ups', trackingNumber: '1Z2', quantity: 1 },
    ]);
    const parcel = { quantity: 1, ship_date: '2026-11-23', shipped_via: 'ups_ground' };
    const newer = (await live(...days('2026-11-23', '2026-11-23'))).json;
    expect(newer).toMatchObject([
      {
        status_message: 'Shipped',
        line_items: [
          {
            shipped: [
              { ...parcel, tracking_numbers: ['1Z1'] },
              { ...parcel, tracking_numbers: ['1Z2'] },
            ],
          },
        ],
      },
    ]);
    const line = 'GET /api/orders/dropship?date_start=2026-11-23&date_end=2026-11-23&page_num=1&order_type=DS';
    const older = (await live(line, { headers: key })).json;
    expect(older).toMatchObject([
      { line_items: [{ shipped: [{ ...parcel, tracking_numbers: '1Z1' }, { tracking_numbers: '1Z2' }] }] },
    ]);
  });

  test.each([
    'page_num=0',
    'page_num=1&poNumber=PO-1',
    'page_num=1&order_date_start=today&order_date_end=today',
    'page_num=1',
  ])('refuses ?%s', async (query) => {
    const { live } = world('parts-unlimited');
    const reply = await live(`GET /api/v2/orders/dropship?${query}`, { headers: key });
    expect(reply.json).toMatchObject({ status_code: 400 });
  });

  test('shows a key its own orders only, and a host those of its mode', async () => {
    const { live, test: testHost } = world('parts-unlimited');
    await live(...place());
    const [line] = days('2026-11-23', '2026-11-23');
    expect((await live(line, { headers: { 'api-key': 'ANOTHER' } })).json).toEqual([]);
    expect((await testHost(line, { headers: { 'api-key': 'TEST-1' } })).json).toEqual([]);
    expect((await testHost(line, { headers: key })).json).toMatchObject({ status_code: 401 });
  });
});

describe('Prices and stock at Parts Unlimited', () => {
  test('are told for several parts, and an unknown one is not found', async () => {
    const { live } = world('parts-unlimited');
    expect((await live('GET /api/v1/parts/pricing/01013337,UNKNOWN-1', { headers: key })).json).toEqual({
      pricing: [
        { partNumber: '01013337', found: true, retailPrice: 15, basePrice: 10, dealerPrice: 10 },
        { partNumber: 'UNKNOWN-1', found: false },
      ],
    });
    expect((await live('GET /api/v1/parts/inventory/NOSTOCK-1', { headers: key })).json).toEqual({
      availability: [
        {
          partNumber: 'NOSTOCK-1',
          warehouses: [
            { warehouse: 'WI', quantity: '0' },
            { warehouse: 'NV', quantity: '0' },
          ],
        },
      ],
    });
  });
});

test('Parts Unlimited writes down what each request was for', async () => {
  const { live, control } = world('parts-unlimited');
  await live(...place());
  await live(...days('2026-11-22', '2026-11-24'));
  await live(...days('2026-11-01', '2026-11-24'));
  await live('GET /api/v1/parts/pricing/01013337', { headers: key });
  await live('GET /api/v1/parts/pricing/1', { headers: key });
  await live('GET /api/v1/parts/inventory/1', { headers: key });
  expect(control.calls().map(({ call }) => call)).toEqual(['submit', 'track', 'track', 'verify', 'quote', 'quote']);
  expect(control.calls()[0]).toEqual({
    call: 'submit',
    mode: 'live',
    account: expect.stringMatching(/^key-[0-9a-f]{8}$/),
    at: new Date(monday).toISOString(),
  });
});

describe('The list of Parts Unlimited is a search', () => {
  const around = days('2026-11-22', '2026-11-24');
  const kinds = (control: ReturnType<typeof world>['control']) => control.calls().map(({ call }) => call);

  test('when a submit of that day was left without an answer, until its order is shown', async () => {
    const { live, clock, control } = world('parts-unlimited');
    control.addFault({ call: 'submit', fault: 'late', times: 1 });
    await giveUp((signal) => live(place()[0], { ...place()[1], signal }));
    await live(...around);
    await live(...days('2026-11-10', '2026-11-24'));
    clock.advance(30);
    await live(...around);
    await live(...around);
    expect(kinds(control)).toEqual(['submit', 'find', 'track', 'find', 'track']);
  });

  test('of that account only, and for a day', async () => {
    const { live, clock, control } = world('parts-unlimited');
    control.addFault({ call: 'submit', fault: 'server-error', times: 1 });
    await live(...place());
    await live(around[0], { headers: { 'api-key': 'ANOTHER' } });
    await live(...around);
    clock.advance(86_401);
    await live(...around);
    await live(...around);
    expect(kinds(control)).toEqual(['submit', 'track', 'find', 'find', 'track']);
  });
});
