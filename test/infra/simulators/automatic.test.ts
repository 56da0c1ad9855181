import { describe, expect, test } from 'vitest';
import { type Sent, world } from './world.ts';

const token = { authorization: 'abc' };
const shipToAddress = {
  name: 'Jane Doe',
  address1: '1 Main St',
  city: 'Boise',
  state: 'ID',
  zip: '83702',
  country: 'US',
};
const order = (ponumber = 'PO-1001', number = '12-345', quantity = 1) => ({
  ponumber,
  shipToAddress,
  shipMethod: 'GROUND',
  items: [{ number, quantity }],
});
const create = (body: unknown = order(), headers: Record<string, string> = token): [string, Sent] => [
  'POST /order/create',
  { body, headers },
];
const get = (path: string, headers: Record<string, string> = token): [string, Sent] => [`GET ${path}`, { headers }];
const shown = (ponumber: string, orderNumber: string) => ({ header: { ponumber, orderNumber } });

describe('Automatic takes an order', () => {
  test('and answers with it', async () => {
    const { live, control } = world('automatic');
    const { status, json } = await live(...create());
    expect(status).toBe(200);
    expect(json).toEqual({
      header: {
        ponumber: 'PO-1001',
        orderNumber: '7000001',
        orderGenerationNumber: '00',
        invoiceDate: '',
        status: 'Open',
      },
      items: [{ number: '12-345', quantity: 1 }],
      shipToAddress: { ...shipToAddress, company: '', address2: '', phone: '' },
      trackingNumbers: [],
    });
    expect(control.orders()).toMatchObject([
      { poNumber: 'PO-1001', shipTo: { line1: '1 Main St', postalCode: '83702', phone: null } },
    ]);
  });

  test('whole, before two warehouses share it out', async () => {
    const { live } = world('automatic');
    const { json } = await live(...create(order('PO-1001', 'SPLIT-1', 2)));
    expect(json).toMatchObject({
      header: { orderGenerationNumber: '00' },
      items: [{ number: 'SPLIT-1', quantity: 2 }],
    });
    const found = await live(...get('/order/purchase-number/PO-1001'));
    expect(found.json).toMatchObject([{ items: [{ quantity: 1 }] }, { items: [{ quantity: 1 }] }]);
  });

  test('only to calculate it', async () => {
    const { live, control } = world('automatic');
    expect((await live('POST /order/calculate', { body: order(), headers: token })).status).toBe(200);
    expect(control.orders()).toEqual([]);
  });
});

describe('Automatic refuses', () => {
  test.each([
    ['UNKNOWN-1', 400, 'E100'],
    ['NOSTOCK-1', 400, 'E100'],
    ['PAY-1', 400, 'E100'],
    ['DENY-1', 422, 'E005'],
  ])('%s with %i %s, also when it only calculates', async (part, status, code) => {
    const { live, control } = world('automatic');
    const body = order('PO-1', part);
    expect(await live(...create(body))).toMatchObject({ status, json: { code, message: expect.any(String) } });
    expect(await live('POST /order/calculate', { body, headers: token })).toMatchObject({ status, json: { code } });
    expect(control.orders()).toEqual([]);
  });

  test('a number that was used before, but not when another token used it', async () => {
    const { live } = world('automatic');
    await live(...create());
    expect(await live(...create())).toMatchObject({
      status: 400,
      json: { code: 'E100', message: expect.stringContaining('duplicate') },
    });
    expect((await live(...create(order(), { authorization: 'other' }))).status).toBe(200);
  });

  test.each([
    ['an unknown field', { ...order(), note: '' }, 'note'],
    ['an unknown field of an item', { ...order(), items: [{ number: 'A', quantity: 1, price: 1 }] }, 'items.0.price'],
    ['a missing address', { ...order(), shipToAddress: undefined }, 'shipToAddress'],
    ['a number of 23 characters', order('P'.repeat(23)), 'ponumber'],
    ['a number outside ASCII', order('PÖ-1'), 'ponumber'],
    ['a state in words', { ...order(), shipToAddress: { ...shipToAddress, state: 'Idaho' } }, 'shipToAddress.state'],
    ['no pieces', order('PO-1', 'A', 0), 'items.0.quantity'],
  ])('%s', async (_, body, field) => {
    const { live, control } = world('automatic');
    const message = expect.stringContaining(`: ${field} `);
    expect(await live(...create(body))).toMatchObject({ status: 400, json: { code: 'E100', message } });
    expect(control.orders()).toEqual([]);
  });

  test.each([
    ['no token', {}],
    ['a token with Bearer', { authorization: 'Bearer abc' }],
    ['a bad token', { authorization: 'BAD-1' }],
    ['a test token', { authorization: 'TEST-1' }],
  ])('%s', async (_, headers) => {
    const { live } = world('automatic');
    expect(await live(...create(order(), headers))).toMatchObject({ status: 401, json: { code: 'E001' } });
  });

  test('a live token at the test host, where a test token is taken', async () => {
    const { test: testHost } = world('automatic');
    expect((await testHost(...create())).status).toBe(401);
    expect((await testHost(...create(order(), { authorization: 'TEST-1' }))).status).toBe(200);
  });
});

describe('Automatic finds', () => {
  test('an order by either number, and only its own account’s', async () => {
    const { live } = world('automatic');
    await live(...create());
    expect((await live(...get('/order/purchase-number/PO-1001'))).json).toMatchObject([shown('PO-1001', '7000001')]);
    expect((await live(...get('/order/number/7000001'))).json).toMatchObject([shown('PO-1001', '7000001')]);
    const others = await live(...get('/order/purchase-number/PO-1001', { authorization: 'other' }));
    expect(others).toMatchObject({ status: 404, json: { code: 'E201' } });
  });

  test('nothing, with a code that an unknown address does not have', async () => {
    const { live } = world('automatic');
    expect(await live(...get('/order/purchase-number/PO-9'))).toMatchObject({ status: 404, json: { code: 'E201' } });
    expect(await live(...get('/order/po/PO-9'))).toMatchObject({ status: 404, json: undefined });
    expect(await live(...get('/order/headers?purchaseNumbers=PO-9'))).toMatchObject({ status: 200, json: [] });
  });

  test.each([
    'purchaseNumbers[0]=PO-1&purchaseNumbers[1]=PO-2',
    'purchaseNumbers[]=PO-1&purchaseNumbers[]=PO-2',
    'purchaseNumbers=PO-1&purchaseNumbers=PO-2',
    'purchaseNumbers=PO-1,PO-2',
    'purchaseNumbers=PO-1&orderNumbers=7000002',
  ])('several by ?%s', async (query) => {
    const { live } = world('automatic');
    for (const number of ['PO-1', 'PO-2', 'PO-3']) await live(...create(order(number)));
    for (const path of ['/order/find', '/order/headers']) {
      const { json } = await live(...get(`${path}?${query}`));
      expect(json).toMatchObject([shown('PO-1', '7000001'), shown('PO-2', '7000002')]);
    }
  });

  test.each(['', 'poNumbers=PO-1', 'purchaseNumbers='])('nothing by ?%s', async (query) => {
    const { live } = world('automatic');
    expect(await live(...get(`/order/headers?${query}`))).toMatchObject({ status: 400, json: { code: 'E100' } });
  });

  test.each([
    ['dateType=C&startDate=20261123&endDate=20261123', 1],
    ['dateType=C&startDate=20261124&endDate=20261124', 0],
    ['dateType=I&startDate=20261123&endDate=20261123', 0],
    ['dateType=I&startDate=20261124&endDate=20261124', 1],
  ])('by range ?%s: %i', async (query, count) => {
    const { live, clock, control } = world('automatic');
    await live(...create());
    clock.advance(86_400);
    control.ship('PO-1001', [{ carrier: 'ups', trackingNumber: '1Z1', quantity: 1 }]);
    expect((await live(...get(`/order/find/range?${query}`))).json).toHaveLength(count);
  });

  test.each([
    ['dateType=C&startDate=20251124&endDate=20261123', 200],
    ['dateType=C&startDate=20251123&endDate=20261123', 400],
    ['dateType=C&startDate=20261123&endDate=20261122', 400],
    ['dateType=X&startDate=20261123&endDate=20261123', 400],
    ['startDate=2026-11-23&endDate=2026-11-23&dateType=C', 400],
  ])('in a range of 365 days at most: ?%s is %i', async (query, status) => {
    const { live } = world('automatic');
    expect((await live(...get(`/order/find/range?${query}`))).status).toBe(status);
  });
});

describe('The parcels of Automatic', () => {
  test('of a split order stand under two generations', async () => {
    const { live, control } = world('automatic');
    await live(...create(order('PO-1001', 'SPLIT-1', 2)));
    control.ship('PO-1001', [
      { carrier: 'ups', trackingNumber: '1Z1', quantity: 1 },
      { carrier: 'ups', trackingNumber: '1Z2', quantity: 1 },
    ]);
    const generation = (orderGenerationNumber: string, trackingNumber: string) => ({
      header: { orderNumber: '7000001', orderGenerationNumber, invoiceDate: '11/23/26', status: 'Shipped' },
      items: [{ number: 'SPLIT-1', quantity: 1 }],
      trackingNumbers: [{ trackingNumber }],
    });
    const both = [generation('00', '1Z1'), generation('01', '1Z2')];
    expect((await live(...get('/order/headers?purchaseNumbers=PO-1001'))).json).toMatchObject(both);
    const numbers = await live(...get('/order/purchase-number/PO-1001/tracking-numbers'));
    expect(numbers.json).toEqual([{ trackingNumber: '1Z1' }, { trackingNumber: '1Z2' }]);
  });

  test('have a PRO number of its own for freight, except in a range', async () => {
    const { live, control } = world('automatic');
    await live(...create());
    control.ship('PO-1001', [{ carrier: 'freight', trackingNumber: 'P1', quantity: 1 }]);
    const one = (await live(...get('/order/number/7000001'))).json;
    expect(one).toMatchObject([{ trackingNumbers: [{ trackingNumber: '', proNumber: 'P1' }] }]);
    const inRange = (await live(...get('/order/find/range?dateType=C&startDate=20261123&endDate=20261123'))).json;
    expect(inRange).toMatchObject([{ trackingNumbers: [{ trackingNumber: 'P1' }] }]);
  });
});

describe('Automatic cancels', () => {
  test('by PO number what has not been shipped', async () => {
    const { live, control } = world('automatic');
    await live(...create());
    const { json } = await live('POST /order/purchase-number/cancel/PO-1001', { headers: token });
    expect(json).toMatchObject([{ header: { status: 'Cancelled' } }]);
    expect(control.orders()).toMatchObject([{ cancelled: true }]);
  });

  test('nothing that has', async () => {
    const { live, control } = world('automatic');
    await live(...create());
    control.ship('PO-1001', [{ carrier: 'ups', trackingNumber: '1Z1', quantity: 1 }]);
    expect((await live('POST /order/number/cancel/7000001', { headers: token })).status).toBe(400);
  });
});

test('Automatic writes down what each request was for', async () => {
  const { live, control } = world('automatic');
  await live(...create());
  await live('POST /order/calculate', { body: order(), headers: token });
  for (const path of [
    '/order/find?purchaseNumbers=A',
    '/order/purchase-number/A',
    '/order/headers?purchaseNumbers=A',
    '/order/purchase-number/A/tracking-numbers',
    '/order/find/range?dateType=C&startDate=20261123&endDate=20261123',
    '/order/find/range?dateType=C&startDate=20261101&endDate=20261123',
    '/item/avail/12-345?quantity=1',
  ]) {
    await live(...get(path));
  }
  const calls = control.calls().map(({ call }) => call);
  expect(calls).toEqual(['submit', 'quote', 'find', 'find', 'track', 'track', 'verify', 'track', 'quote']);
});
