import { describe, expect, test } from 'vitest';
import { type Sent, world } from './world.ts';

const token = { authorization: 'Bearer abc' };
const head = {
  po_number: 'PO-1001',
  ship_name: 'Jane Doe',
  ship_address1: '1 Main St',
  ship_city: 'Boise',
  ship_state: 'ID',
  ship_zip: '83702',
  ship_via: 'BEST',
  pay_type: 'OO',
  allow_backorder: false,
  multiple_warehouse: true,
  hold_order: false,
};
type Live = ReturnType<typeof world>['live'];
const send = (live: Live, line: string, body?: unknown, headers: Record<string, string> = token) => {
  const sent: Sent = body === undefined ? { headers } : { headers, body };
  return live(line, sent);
};
const fill = async (live: Live, sku = '26-1772', quantity = 1, more = {}) => {
  await send(live, 'POST /carts', { ...head, ...more });
  return send(live, 'POST /carts/PO-1001/items', { item_sku: sku, quantity });
};
const order = (live: Live) => send(live, 'POST /orders', { po_number: 'PO-1001' });

describe('WPS takes an order in three requests', () => {
  test('each wrapped in data', async () => {
    const { live } = world('wps');
    const cart = await send(live, 'POST /carts', head);
    expect(cart.json).toEqual({ data: { cart_number: '7000001', po_number: 'PO-1001', shipment_type: 'BEST' } });
    const item = await send(live, 'POST /carts/PO-1001/items', { item_sku: '26-1772', quantity: 2 });
    expect(item.json).toEqual({
      data: {
        sku: '26-1772',
        name: 'Item 26-1772',
        available_quantity: 2,
        backorder_quantity: 0,
        dealer_price: '10.00',
      },
    });
    const shown = await send(live, 'GET /carts/PO-1001');
    expect(shown.json).toMatchObject({ data: { items: [{ item: '26-1772', quantity: 2 }] } });
    expect((await order(live)).json).toEqual({ data: { order_number: '7000002', status: 'Open' } });
    expect((await send(live, 'GET /carts/PO-1001')).status).toBe(404);
  });

  test('and holds nothing before the third', async () => {
    const { live, control } = world('wps');
    await fill(live);
    expect(control.orders()).toEqual([]);
    expect((await send(live, 'GET /orders/PO-1001')).status).toBe(404);
  });

  test('and shows it under its PO number', async () => {
    const { live } = world('wps');
    await fill(live);
    await order(live);
    expect((await send(live, 'GET /orders/PO-1001')).json).toEqual({
      data: {
        po_number: 'PO-1001',
        ship_name: 'Jane Doe',
        ship_address: '1 Main St',
        ship_city: 'Boise',
        ship_state: 'ID',
        ship_zip: '83702',
        order_details: [
          {
            order_number: '7000002',
            order_status: 'Open',
            invoice_number: 0,
            freight: 0,
            misc_charges: 7,
            order_total: 17,
            warehouse: 'ID',
            order_date: '2026-11-23',
            ship_date: '',
            invoice_date: '',
            ship_via: 'BEST',
            tracking_numbers: [],
            items: [{ sku: '26-1772', order_quantity: 1, ship_quantity: 0, price: '10.00' }],
          },
        ],
      },
    });
  });

  test('and only holds it when asked to', async () => {
    const { live } = world('wps');
    await fill(live, '26-1772', 1, { hold_order: true });
    expect((await order(live)).json).toMatchObject({ data: { status: 'Held' } });
  });
});

describe('WPS does not stop a double order', () => {
  test('but shows both under the number', async () => {
    const { live, control } = world('wps');
    for (const _ of [1, 2]) {
      await fill(live);
      expect((await order(live)).status).toBe(201);
    }
    expect(control.orders()).toHaveLength(2);
    expect((await send(live, 'GET /orders/PO-1001')).json).toMatchObject({
      data: { order_details: [{ order_number: '7000002' }, { order_number: '7000004' }] },
    });
  });
});

describe('A cart of WPS', () => {
  test('can be deleted, and is then not ordered', async () => {
    const { live } = world('wps');
    await fill(live);
    expect((await send(live, 'DELETE /carts/PO-1001')).status).toBe(204);
    expect(await order(live)).toMatchObject({ status: 404, json: { message: 'The cart was not found.' } });
  });

  test('cannot be opened twice under one number', async () => {
    const { live } = world('wps');
    await send(live, 'POST /carts', head);
    expect((await send(live, 'POST /carts', head)).status).toBe(422);
  });

  test('is not ordered while it is empty', async () => {
    const { live } = world('wps');
    await send(live, 'POST /carts', head);
    expect((await order(live)).status).toBe(422);
  });

  test('belongs to its token', async () => {
    const { live } = world('wps');
    await fill(live);
    expect((await send(live, 'GET /carts/PO-1001', undefined, { authorization: 'Bearer other' })).status).toBe(404);
  });

  test.each([
    ['ship_name', 'x'.repeat(31)],
    ['ship_address1', 'x'.repeat(31)],
    ['ship_address2', 'x'.repeat(31)],
    ['ship_address2', ''],
    ['ship_address3', 'x'.repeat(31)],
    ['ship_city', 'x'.repeat(18)],
    ['ship_state', 'Idaho'],
    ['ship_zip', '1'.repeat(16)],
    ['ship_phone', '1'.repeat(16)],
    ['email', 'x'.repeat(51)],
    ['comment1', 'x'.repeat(51)],
    ['ship_via', 'ground'],
    ['pay_type', 'cash'],
    ['allow_backorder', 'false'],
    ['po_number', ''],
    ['ship_company', 'Acme'],
  ])('is refused with %s %j', async (field, value) => {
    const { live } = world('wps');
    const reply = await send(live, 'POST /carts', { ...head, [field]: value });
    const message = expect.stringMatching(`^The (selected )?${field.replaceAll('_', ' ')} .*\\.$`);
    expect(reply).toMatchObject({ status: 422, json: { message, errors: { [field]: [message] } } });
    expect((await send(live, 'GET /carts/PO-1001')).status).toBe(404);
  });

  test.each([
    ['ship_name', 30],
    ['ship_city', 17],
    ['ship_zip', 15],
    ['email', 50],
  ])('takes %s of %i characters', async (field, length) => {
    const { live } = world('wps');
    expect((await send(live, 'POST /carts', { ...head, [field]: 'x'.repeat(length) })).status).toBe(201);
  });
});

describe('WPS refuses', () => {
  test.each(['UNKNOWN-1', 'DENY-1'])('%s as soon as it is put into the cart', async (sku) => {
    const { live } = world('wps');
    expect(await fill(live, sku)).toMatchObject({ status: 422, json: { message: expect.stringContaining(sku) } });
  });

  test('NOSTOCK-1 only at the order, but tells at the item', async () => {
    const { live, control } = world('wps');
    const item = await fill(live, 'NOSTOCK-1', 2);
    expect(item).toMatchObject({ status: 201, json: { data: { available_quantity: 0, backorder_quantity: 2 } } });
    expect((await order(live)).status).toBe(422);
    expect(control.orders()).toEqual([]);
  });

  test('no backorder that the cart allows', async () => {
    const { live } = world('wps');
    await fill(live, 'NOSTOCK-1', 2, { allow_backorder: true });
    expect((await order(live)).status).toBe(201);
  });

  test('PAY-1 at the order', async () => {
    const { live, control } = world('wps');
    await fill(live, 'PAY-1');
    expect(await order(live)).toMatchObject({ status: 402, json: { message: expect.stringContaining('payment') } });
    expect(control.orders()).toEqual([]);
  });

  test.each([
    ['no token', {}],
    ['a token without Bearer', { authorization: 'abc' }],
    ['a bad token', { authorization: 'Bearer BAD-1' }],
    ['a test token, having no test host', { authorization: 'Bearer TEST-1' }],
  ])('%s', async (_, headers) => {
    const { live } = world('wps');
    const reply = await send(live, 'GET /items?page[size]=1', undefined, headers);
    expect(reply).toMatchObject({ status: 401, json: { message: expect.any(String) } });
  });

  test('to have a test host', async () => {
    await expect(world('wps').test('GET /items')).rejects.toThrow('wps has no test host');
  });
});

describe('WPS finds', () => {
  test('nothing under a number that it does not hold, which is not the same as an unknown address', async () => {
    const { live } = world('wps');
    const absent = await send(live, 'GET /orders/PO-9');
    expect(absent).toMatchObject({ status: 404, json: { message: 'No order was found with the po number PO-9.' } });
    expect((await send(live, 'GET /order/PO-9')).json).toEqual({
      message: 'The route /order/PO-9 could not be found.',
    });
  });

  test('the orders of a window of days, and of no other token', async () => {
    const { live } = world('wps');
    await fill(live);
    await order(live);
    const list = (window: string, headers = token) => send(live, `GET /orders?${window}`, undefined, headers);
    const own = await list('from_date=20261123&to_date=20261123');
    expect(own.json).toMatchObject({ data: [{ po_number: 'PO-1001' }], meta: { cursor: { next: null, count: 1 } } });
    expect((await list('from_date=20261124&to_date=20261130')).json).toMatchObject({ data: [] });
    const others = await list('from_date=20261123&to_date=20261123', { authorization: 'Bearer other' });
    expect(others.json).toMatchObject({ data: [] });
    expect((await send(live, 'GET /orders/PO-1001', undefined, { authorization: 'Bearer other' })).status).toBe(404);
  });

  test.each(['from_date=20261123', 'from_date=2026-11-23&to_date=2026-11-23', 'from_date=20261131&to_date=20261201'])(
    'no orders by ?%s',
    async (window) => {
      const { live } = world('wps');
      expect((await send(live, `GET /orders?${window}`)).status).toBe(422);
    },
  );
});

describe('A split order at WPS', () => {
  test('has an order of its own for each warehouse, and parcels under each', async () => {
    const { live, control } = world('wps');
    await fill(live, 'SPLIT-1', 3);
    await order(live);
    control.ship('PO-1001', [
      { carrier: 'fedex', trackingNumber: 'F1', quantity: 2 },
      { carrier: 'fedex', trackingNumber: 'F2', quantity: 1 },
    ]);
    const part = { sku: 'SPLIT-1', price: '10.00' };
    expect((await send(live, 'GET /orders/PO-1001')).json).toMatchObject({
      data: {
        order_details: [
          {
            order_number: '7000002',
            warehouse: 'ID',
            tracking_numbers: ['F1'],
            items: [{ ...part, order_quantity: 2, ship_quantity: 2 }],
          },
          {
            order_number: '7000003',
            warehouse: 'PA',
            tracking_numbers: ['F2'],
            items: [{ ...part, order_quantity: 1, ship_quantity: 1 }],
          },
        ],
      },
    });
    expect(control.orders()).toMatchObject([
      { orderNumber: '7000002', lines: [{ partNumber: 'SPLIT-1', quantity: 3 }] },
    ]);
  });

  test('ships a parcel from the first warehouse that still owes this many', async () => {
    const { live, control } = world('wps');
    await fill(live, 'SPLIT-1', 4);
    await order(live);
    for (const [trackingNumber, quantity] of [
      ['F1', 1],
      ['F2', 2],
      ['F3', 1],
    ] as const)
      control.ship('PO-1001', [{ carrier: 'fedex', trackingNumber, quantity }]);
    expect((await send(live, 'GET /orders/PO-1001')).json).toMatchObject({
      data: { order_details: [{ tracking_numbers: ['F1', 'F3'] }, { tracking_numbers: ['F2'] }] },
    });
  });

  test('is one when it is a single piece', async () => {
    const { live } = world('wps');
    await fill(live, 'SPLIT-1', 1);
    await order(live);
    expect((await send(live, 'GET /orders/PO-1001')).json).toMatchObject({
      data: { order_details: [{ warehouse: 'ID' }] },
    });
  });
});

test('WPS writes down what each request was for; carts order nothing', async () => {
  const { live, control } = world('wps');
  await fill(live);
  await order(live);
  await send(live, 'GET /orders/PO-1001');
  await send(live, 'GET /orders?from_date=20261123&to_date=20261123');
  await send(live, 'GET /items?page[size]=1');
  await send(live, 'GET /items?filter[sku]=26-1772');
  await send(live, 'GET /inventory?filter[sku]=26-1772');
  const calls = control.calls().map(({ call }) => call);
  expect(calls).toEqual(['quote', 'quote', 'submit', 'find', 'track', 'verify', 'quote', 'quote']);
});

test('WPS: a fault of a quote strikes the question about a part, and no cart', async () => {
  const { live, control } = world('wps');
  control.addFault({ call: 'quote', fault: 'rate-limit', times: 1 });
  await fill(live);
  expect((await send(live, 'GET /carts/PO-1001')).status).toBe(200);
  expect((await send(live, 'GET /inventory?filter[sku]=26-1772')).status).toBe(429);
  control.addFault({ call: 'quote', fault: 'out-of-stock', times: 1 });
  expect((await send(live, 'GET /inventory?filter[sku]=26-1772')).json).toMatchObject({ data: [{ total: 0 }] });
});
