import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Served, serveDistributors } from '../../../infra/simulators/serve.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { stoppedClock } from './world.ts';

/**
 * What public client programs send, told by what is known of them and written anew: each group is one program. They read the
 * answers by these very names, many of them without a guard.
 */
let lenient: Served;
let unwrapped: Served;
let strict: Served;
let numbers = 0;
let po = '';

beforeAll(async () => {
  const clock = stoppedClock();
  lenient = await serveDistributors({ clock });
  unwrapped = await serveDistributors({ clock, ways: { isWrapped: false } });
  strict = await serveDistributors({ clock, ways: { reading: 'strict' } });
});
beforeEach(() => {
  numbers += 1;
  po = String(1_000_018_000 + numbers);
});
afterAll(() => Promise.all([lenient.close(), unwrapped.close(), strict.close()]));

type Sent = { readonly headers?: Record<string, string>; readonly body?: string };
// biome-ignore lint/suspicious/noExplicitAny: a client program reads it
type Answered = { readonly status: number; readonly json: any };

const textOf = async (answer: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/** Sends exactly this: a body with a GET, a path as it was put together. */
const send = (base: string, line: string, { headers = {}, body }: Sent = {}): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const [method = 'GET', path = ''] = line.split(' ');
    const { hostname, port, pathname } = new URL(base);
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(
      {
        method,
        hostname,
        port,
        path: `${pathname === '/' ? '' : pathname}${path}`,
        headers: { ...headers, ...length },
      },
      async (answer) => {
        const text = await textOf(answer);
        resolve({ status: answer.statusCode ?? 0, json: text === '' ? undefined : JSON.parse(text) });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const heldBy = (served: Served, slug: DistributorSlug, poNumber = po) =>
  served.control[slug].orders().filter((order) => order.poNumber === poNumber);

describe('Parts Unlimited: a shop module that formats every number as text', () => {
  const headers = { 'api-key': 'AAAAAAA-BBBBBBB-CCCCCCC-DDDDDDD', 'content-type': 'application/json' };
  const order = (number: unknown, quantity: string) => ({
    dealer_number: 'ABC123',
    order_type: 'DS',
    purchase_order_number: number,
    shipping_method: 'ground',
    validate_price: 0,
    cancellation_policy: 'back_order',
    ship_to_address: {
      name: 'Jane Doe',
      address_line_1: '1 Main St',
      city: 'Boise',
      state: 'ID',
      postal_code: '83702',
      country: 'US',
    },
    line_items: [{ line_number: 1, part_number: '01013337', quantity, price: 179.9, currency: 'USD' }],
  });

  test('its order is taken, and its verdict read from the body', async () => {
    const sent = { headers, body: JSON.stringify(order(po, '2')) };
    const { json } = await send(lenient.hosts['parts-unlimited'].live, 'POST /orders/dropship', sent);
    expect(['200', '202']).toContain(String(json.status_code));
    expect(heldBy(lenient, 'parts-unlimited')).toMatchObject([{ lines: [{ partNumber: '01013337', quantity: 2 }] }]);
  });

  test('what it sends again carries _2, and a thousand pieces a comma', async () => {
    const sent = { headers, body: JSON.stringify(order(`${po}_2`, '1,000')) };
    const { json } = await send(lenient.hosts['parts-unlimited'].live, 'POST /orders/dropship', sent);
    expect(json.status_code).toBe(200);
    expect(heldBy(lenient, 'parts-unlimited', `${po}_2`)).toMatchObject([{ lines: [{ quantity: 1000 }] }]);
  });

  test('the narrow reading refuses it', async () => {
    const sent = { headers, body: JSON.stringify(order(po, '2')) };
    const { json } = await send(strict.hosts['parts-unlimited'].live, 'POST /orders/dropship', sent);
    expect(json).toEqual({ status_code: 400, status_message: 'line_items.0.quantity is not valid' });
  });
});

describe('Parts Unlimited: a plug-in that puts its JSON together as text', () => {
  const headers = { 'api-key': 'TEST-1', 'cache-control': 'no-cache', 'content-type': 'application/json' };

  test('its number is a number, its company a blank, its lines come from a form', async () => {
    const line_items = [{ line_number: `${po}1`, part_number: 'DS-280123', quantity: '3' }];
    const address =
      '"name":"Jane Doe","company":" ","address_line_1":"1 Main St","address_line_2":"","city":"Boise","state":"ID","postal_code":"83702","country":"US"';
    const body = `{ "dealer_number": "20851","order_type": "DS","purchase_order_number": ${po},"shipping_method": "ground", "validate_price": false,"cancellation_policy": "0", "ship_to_address": { ${address} }, "line_items": ${JSON.stringify(line_items)} }`;
    const { json } = await send(lenient.hosts['parts-unlimited'].test ?? '', 'POST /orders/dropship', {
      headers,
      body,
    });
    expect(json).toMatchObject({ status_code: 200, reference_number: expect.any(String) });
    expect(heldBy(lenient, 'parts-unlimited')).toMatchObject([{ mode: 'test', lines: [{ quantity: 3 }] }]);
  });
});

describe('Parts Unlimited: a service on the second version', () => {
  const headers = { 'api-key': 'AAAAAAA-BBBBBBB', accept: 'application/json', 'content-type': 'application/json' };
  const base = () => lenient.hosts['parts-unlimited'].live;

  test('leaves the order type out, sends a price of nothing and an empty second line', async () => {
    const body = JSON.stringify({
      dealer_number: 'ABC123',
      purchase_order_number: po,
      shipping_method: 'ground',
      validate_price: false,
      cancellation_policy: 'back_order',
      ship_to_address: {
        name: 'Jane Doe',
        address_line_1: '1 Main St',
        address_line_2: '',
        city: 'Boise',
        state: 'ID',
        postal_code: '83702',
        country: 'US',
      },
      line_items: [{ line_number: 1, part_number: '01013337', quantity: 1, price: 0 }],
    });
    const { status, json } = await send(base(), 'POST /v2/orders/dropship', { headers, body });
    expect(status).toBe(200);
    expect([200, 201, 202, 203]).toContain(json.status_code);
    expect(json).toMatchObject({ reference_number: expect.any(String), order_total: expect.any(Number) });
  });

  test('leaves out what it does not know: neither prices nor whether to validate them', async () => {
    const body = JSON.stringify({
      dealer_number: 'ABC123',
      order_type: 'DS',
      purchase_order_number: po,
      shipping_method: 'ground',
      cancellation_policy: 'back_order',
      leave_order_open: true,
      ship_to_address: { name: 'J', address_line_1: '1 Main St', city: 'Boise', state: 'ID', postal_code: '83702' },
      line_items: [{ line_number: '01013337', part_number: '01013337', quantity: 1, memo: '' }],
    });
    expect((await send(base(), 'POST /v2/orders/dropship', { headers, body })).json).toMatchObject({
      status_code: 200,
    });
  });

  test('asks for orders by both windows, which hides what has not shipped', async () => {
    const days =
      'order_date_start=2026-11-20&order_date_end=2026-11-24&ship_date_start=2026-11-20&ship_date_end=2026-11-24';
    expect((await send(base(), `GET /v2/orders/dropship?${days}&page_num=1`, { headers })).json).toEqual([]);
    lenient.control['parts-unlimited'].ship(String(Number(po) - 2), [{ carrier: 'ups', trackingNumber: '1Z1' }]);
    const { json } = await send(base(), `GET /v2/orders/dropship?${days}&page_num=1`, { headers });
    expect(json).toMatchObject([{ line_items: [{ shipped: [{ quantity: 1, tracking_numbers: ['1Z1'] }] }] }]);
  });

  test('asks a part in lower case for price and stock, and casts the pieces', async () => {
    const price = await send(base(), 'GET /v1/parts/pricing/b10es', { headers });
    const [{ found, retailPrice, basePrice, dealerPrice, partNumber }] = price.json.pricing;
    expect([found, partNumber]).toEqual([true, 'b10es']);
    for (const told of [retailPrice, basePrice, dealerPrice]) expect(told).toBeGreaterThan(0);
    const stock = await send(base(), 'GET /v1/parts/inventory/b10es', { headers });
    const pieces = stock.json.availability[0].warehouses.map((one: { quantity: string }) =>
      Number.parseInt(one.quantity, 10),
    );
    expect(pieces.reduce((sum: number, one: number) => sum + one, 0)).toBeGreaterThan(0);
  });
});

test('Parts Unlimited: a proxy that asks for ten years at once reads the first page of it', async () => {
  const headers = { 'api-key': 'AAAAAAA-BBBBBBB-CCCCCCC-DDDDDDD', 'content-type': 'application/json;charset=UTF-8' };
  const line = 'GET /orders/dropship?date_start=2022-01-01&date_end=2032-01-01&page_num=1&order_type=DS';
  const { json } = await send(lenient.hosts['parts-unlimited'].live, line, { headers });
  expect(json[0]).toMatchObject({
    purchase_order_number: expect.any(String),
    status_message: expect.any(String),
    reference_number: expect.any(String),
    order_date: expect.any(String),
    order_total: expect.any(Number),
    drop_ship_fee: expect.any(Number),
    line_items: [{ part_number: '01013337', price: expect.any(Number), ordered: { quantity: 2 } }],
  });
});

test('Parts Unlimited: an importer that asks for many parts at once finds each by its number', async () => {
  const headers = { 'api-key': 'AAAAAAA-BBBBBBB', accept: 'application/json' };
  const parts = Array.from({ length: 25 }, (_, at) => `0101-${1000 + at}`);
  const base = lenient.hosts['parts-unlimited'].live;
  const stock = await send(base, `GET /v1/parts/inventory/${parts.join(',')}`, { headers });
  expect(stock.json.availability.map(({ partNumber }: { partNumber: string }) => partNumber)).toEqual(parts);
  const prices = await send(base, `GET /v1/parts/pricing/${parts.join(',')}`, { headers });
  expect(prices.json.pricing.map(({ partNumber }: { partNumber: string }) => partNumber)).toEqual(parts);
});

describe('WPS: a plug-in with a trailing slash', () => {
  const headers = { authorization: 'Bearer token', 'cache-control': 'no-cache', 'content-type': 'application/json' };
  const at = (line: string, body?: object) =>
    send(lenient.hosts.wps.live, line, { headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const head = () => ({
    po_number: po,
    pay_type: 'OO',
    default_warehouse: 'TX',
    ship_via: 'FDXG',
    ship_name: 'Jane Doe',
    ship_address1: '1 Main St',
    ship_city: 'Boise',
    ship_state: 'ID',
    ship_zip: '83702',
    email: 'jane@example.com',
  });

  test('its cart, its line in text, and its order at /orders/ are taken', async () => {
    expect((await at('POST /carts', head())).json.data.po_number).toBe(po);
    expect((await at(`POST /carts/${po}/items`, { item_sku: '26-1772', quantity: '2' })).status).toBe(201);
    expect((await at(`GET /carts/${po}`)).json.data.items).toEqual([{ item: '26-1772', quantity: 2 }]);
    expect((await at('POST /orders/', { po_number: po })).json.data.order_number).toEqual(expect.any(String));
    expect(heldBy(lenient, 'wps')).toMatchObject([{ lines: [{ partNumber: '26-1772', quantity: 2 }] }]);
    expect((await at(`GET /orders/${po}/`)).json.data.po_number).toBe(po);
  });

  test('its cart is thrown away by number', async () => {
    await at('POST /carts', { ...head(), po_number: Number(po) });
    expect((await at(`DELETE /carts/${po}`)).status).toBe(204);
    expect((await at(`GET /carts/${po}`)).status).toBe(404);
  });

  test('empty fields, a card without its last four, and the second warehouse of Pennsylvania are taken', async () => {
    const more = { ship_address2: '', ship_phone: '', pay_type: 'CC', default_warehouse: 'PA2', cc_last_four: '' };
    expect((await at('POST /carts', { ...head(), ...more })).status).toBe(201);
    const narrow = await send(strict.hosts.wps.live, 'POST /carts', {
      headers,
      body: JSON.stringify({ ...head(), ship_address2: '' }),
    });
    expect(narrow).toEqual({
      status: 422,
      json: {
        message: 'The ship address2 field is required.',
        errors: { ship_address2: ['The ship address2 field is required.'] },
      },
    });
  });
});

describe('WPS: a plug-in that reads everything without its wrapping', () => {
  const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
  const at = (line: string, body: unknown) =>
    send(unwrapped.hosts.wps.live, line, { headers, body: JSON.stringify(body) });

  test('its number has an underscore, its GET a body, and its parcel stands in the first field of a detail', async () => {
    const number = `woo_${po}`;
    await at('POST /carts', {
      po_number: number,
      ship_name: 'Jane Doe',
      ship_address1: '1 Main St',
      ship_address2: '',
      ship_city: 'Boise',
      ship_state: 'ID',
      ship_zip: '83702',
      comment1: ' Order Submitted from WooCommerce.',
    });
    await at(`POST /carts/${number}/items`, { item_sku: '26-1772', quantity: '1' });
    expect((await at('POST /orders', { po_number: number })).json.order_number).toEqual(expect.any(String));
    unwrapped.control.wps.ship(number, [{ carrier: 'FE2D', trackingNumber: '270123456789' }]);
    const { json } = await at(`GET /orders/${number}?`, []);
    expect(json.po_number).toBe(number);
    const [{ order_number, ship_via, tracking_numbers }] = json.order_details;
    expect([order_number, ship_via, tracking_numbers[0]]).toEqual([expect.any(String), 'FE2D', '270123456789']);
  });
});

describe('WPS: importers of items and stock', () => {
  const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
  const at = (line: string) => send(lenient.hosts.wps.live, line, { headers });

  test('try their token with one item, and follow the cursor', async () => {
    const { status, json } = await at('GET /items?page[size]=1');
    expect([status, json.data.length, json.meta.cursor.next]).toEqual([200, 1, null]);
    const refused = await send(lenient.hosts.wps.live, 'GET /items?page[size]=1', {
      headers: { authorization: 'Bearer BAD-1' },
    });
    expect(refused.status).toBe(401);
  });

  test('read stock by item, and with the item', async () => {
    const [stock] = (await at('GET /inventory?filter[item_id]=214')).json.data;
    expect(stock).toMatchObject({ item_id: 214, ca_warehouse: 25, pa2_warehouse: 25, total: 175 });
    const [item] = (await at('GET /items?filter[sku]=26-1772&include=inventory')).json.data;
    expect(item).toMatchObject({ id: expect.any(Number), sku: '26-1772', inventory: { data: { total: 175 } } });
  });
});

describe('Tucker Rocky: a shop module that replaces blanks and nothing else', () => {
  const order = (more = '') =>
    `GET ?apikey=KEY&cust=603301&output=JSON&type=ORD&name=Jane%20Doe&address1=1%20Main%20St,%20Apt.%204&city=Boise&state=ID&zip=83702&po=${po}&allowduplicatepo=NO&carrier=UG&splitlines=YES&submit=YES&line=160942,1&line=160943,2${more}`;
  const at = (line: string) => send(lenient.hosts['tucker-rocky'].live, line);

  test('its order is taken with both lines', async () => {
    expect((await at(order())).json.ORD.status).toBe('SUCCESSFUL');
    expect(heldBy(lenient, 'tucker-rocky')).toMatchObject([{ lines: [{ quantity: 1 }, { quantity: 2 }] }]);
  });

  test('of a failure it goes through the lines of its own request, which are always there', async () => {
    for (const more of ['', '&line=UNKNOWN-1,1', '&line=A']) {
      await at(order(more));
      const { ORD } = (await at(order(more))).json;
      expect(ORD.status).not.toBe('SUCCESSFUL');
      expect(ORD.orderinput.orderline.map(({ errormsg }: { errormsg: string }) => typeof errormsg)).toContain('string');
    }
  });
});

describe('Tucker Rocky: a plug-in that leaves the number and the carrier out', () => {
  const key = 'output=JSON&cust=C100&apikey=KEY';
  const at = (line: string) => send(lenient.hosts['tucker-rocky'].live, line);
  const ship = 'name=Jane+Doe&address1=1+Main+St&address2=&city=Boise&state=ID&zip=83702&invoiceNote=';

  test('its trial orders nothing, its order gets a number', async () => {
    const tried = (await at(`GET ?${ship}&submit=NO&type=ORD&${key}&line=160942,1`)).json.ORD;
    expect([tried.status, tried.orderoutput.orderline]).toEqual(['SUCCESSFUL', [{ itemnum: '160942', errormsg: '' }]]);
    const placed = (await at(`GET ?${ship}&submit=YES&type=ORD&${key}&line=160942,1`)).json.ORD;
    expect(placed.orderoutput.ordernum).toEqual(expect.any(String));
    lenient.control['tucker-rocky'].ship('NO-PO', [{ carrier: 'ups', trackingNumber: '1Z1' }]);
    const [shipment] = (await at(`GET ?type=SHP&${key}&ordernum=${placed.orderoutput.ordernum}`)).json.SHP.shipment;
    const [parcel] = shipment.shipmentline[0].trackingnumbers;
    expect([shipment.ordernum, parcel]).toEqual([placed.orderoutput.ordernum, { carrier: 'UPS', trackingnum: '1Z1' }]);
  });

  test('it reads stock and price of the first item, each item in the order asked', async () => {
    const stock = (await at(`GET ?type=INV&item=581010&item=581012&zip=12345&${key}`)).json.INV;
    expect([stock.status, Number.parseInt(stock.item[0].inventory, 10), stock.item[0].dc.length]).toEqual([
      'SUCCESSFUL',
      9,
      2,
    ]);
    expect(Number.parseFloat((await at(`GET ?type=PRC&item=581010&${key}`)).json.PRC.item[0].price)).toBeGreaterThan(0);
  });
});

describe('Automatic: the published client', () => {
  const headers = { authorization: 'KEY', accept: 'application/json', 'content-type': 'application/json' };
  const at = (line: string, body = '{}') => send(lenient.hosts.automatic.live, line, { headers, body });

  test('sends a body with every GET, and lists by position', async () => {
    await at(
      'POST /order/create',
      JSON.stringify({
        ponumber: Number(po),
        shipToAddress: { name: 'Jane Doe', address1: '1 Main St', city: 'Boise', state: 'ID', zip: '83702' },
        items: [{ number: '12-345', quantity: '1' }],
      }),
    );
    const { json } = await at(`GET /order/headers?orderNumbers[0]=1&purchaseNumbers[0]=${po}`);
    expect(json).toMatchObject([{ header: { ponumber: po } }]);
    expect((await at(`GET /order/purchase-number/${po}`)).status).toBe(200);
    expect((await at(`GET /order/purchase-number/${po}/tracking-numbers`)).status).toBe(200);
    expect((await at('GET /item/avail/12-345?quantity=1')).status).toBe(200);
  });

  test('of an error shows the message of the body and nothing else', async () => {
    const { status, json } = await at('GET /order/purchase-number/NOT-THERE');
    expect([status, json.message]).toEqual([404, 'Not found on the Gateway service side']);
    const wrong = await at('POST /order/create', JSON.stringify({ ponumber: po }));
    expect([wrong.status, wrong.json.message]).toEqual([400, 'Validation error: shipToAddress is required']);
  });
});
