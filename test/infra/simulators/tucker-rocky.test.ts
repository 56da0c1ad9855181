import { describe, expect, test } from 'vitest';
import { world } from './world.ts';

const account = { apikey: 'k1', cust: 'C100', output: 'JSON' };
const order = {
  ...account,
  type: 'ORD',
  name: 'Jane Doe',
  address1: '1 Main St',
  city: 'Boise',
  state: 'ID',
  zip: '83702',
  po: 'PO-1001',
  allowduplicatepo: 'NO',
  carrier: 'UG',
  splitlines: 'YES',
  submit: 'YES',
  line: '160942,1',
};
const get = (query: Record<string, string>, ...more: [string, string][]): string => {
  const sent = new URLSearchParams([...Object.entries(query), ...more]);
  return `GET /bin/trws?${sent}`;
};
const shipments = (...numbers: string[]) =>
  get({ ...account, type: 'SHP' }, ...numbers.map((number): [string, string] => ['ordernum', number]));

describe('Tucker Rocky takes an order', () => {
  test('and answers under the name of the type', async () => {
    const { live, control } = world('tucker-rocky');
    expect(await live(get(order))).toMatchObject({
      status: 200,
      json: {
        ORD: {
          status: 'SUCCESSFUL',
          errormsg: '',
          orderinput: { orderline: [{ errormsg: '' }] },
          orderoutput: { ordernum: '7000001', orderline: [{ itemnum: '160942', errormsg: '' }] },
        },
      },
    });
    expect(control.orders()).toMatchObject([
      {
        poNumber: 'PO-1001',
        orderNumber: '7000001',
        mode: 'live',
        account: 'C100',
        lines: [{ partNumber: '160942', quantity: 1 }],
      },
    ]);
  });

  test('of several lines', async () => {
    const { live, control } = world('tucker-rocky');
    await live(get(order, ['line', '160943,2']));
    expect(control.orders()).toMatchObject([{ lines: [{ quantity: 1 }, { partNumber: '160943', quantity: 2 }] }]);
  });

  test('only to look at it when submit is NO', async () => {
    const { live, control } = world('tucker-rocky');
    const { json } = await live(get({ ...order, submit: 'NO' }));
    expect(json).toMatchObject({ ORD: { status: 'SUCCESSFUL', orderoutput: { ordernum: '' } } });
    expect(control.orders()).toEqual([]);
    expect(control.calls()).toMatchObject([{ call: 'quote' }]);
  });

  test('under a used number only when duplicates are allowed', async () => {
    const { live, control } = world('tucker-rocky');
    await live(get(order));
    const refused = await live(get(order));
    expect(refused).toMatchObject({
      status: 200,
      json: { ORD: { status: 'FAILED', errormsg: 'DUPLICATE PO PO-1001' } },
    });
    expect(control.orders()).toHaveLength(1);
    const allowed = await live(get({ ...order, allowduplicatepo: 'YES' }));
    expect(allowed.json).toMatchObject({ ORD: { status: 'SUCCESSFUL' } });
    expect(control.orders()).toHaveLength(2);
  });

  test('under a number that another customer has used', async () => {
    const { live } = world('tucker-rocky');
    await live(get(order));
    expect((await live(get({ ...order, cust: 'C200' }))).json).toMatchObject({ ORD: { status: 'SUCCESSFUL' } });
  });
});

test('A customer of Tucker Rocky has other orders on the test host than on the live one, under the same number too', async () => {
  const { live, test: testHost } = world('tucker-rocky');
  await live(get(order));
  const { json } = await testHost(get({ ...order, apikey: 'TEST-1' }));
  expect(json).toMatchObject({ ORD: { status: 'SUCCESSFUL', orderoutput: { ordernum: '7000002' } } });
  expect((await live(shipments('7000001', '7000002'))).json).toMatchObject({
    SHP: { shipment: [{ ordernum: '7000001', shipmentline: [] }] },
  });
});

describe('Tucker Rocky says no inside HTTP 200', () => {
  test.each([
    ['UNKNOWN-1', 'ORDER HAS LINE ERRORS', 'ITEM NOT FOUND'],
    ['NOSTOCK-1', 'ORDER HAS LINE ERRORS', 'ITEM OUT OF STOCK'],
    ['DENY-1', 'ORDER HAS LINE ERRORS', 'ITEM MAY NOT BE SOLD BY THIS CUSTOMER'],
    ['PAY-1', 'CREDIT CARD ON FILE DECLINED', ''],
  ])('to %s', async (part, above, atTheLine) => {
    const { live, control } = world('tucker-rocky');
    expect(await live(get({ ...order, line: `${part},1` }))).toMatchObject({
      status: 200,
      json: { ORD: { status: 'FAILED', errormsg: above, orderinput: { orderline: [{ errormsg: atTheLine }] } } },
    });
    expect(control.orders()).toEqual([]);
  });

  test.each([
    ['an unknown field', { ...order, phone: '1' }, /^PHONE /],
    ['a state in words', { ...order, state: 'Idaho' }, /^STATE /],
    ['an empty name', { ...order, name: '' }, /^NAME /],
    ['a line without a quantity', { ...order, line: '160942' }, /^LINE.0 /],
    ['a carrier never heard of', { ...order, carrier: 'ground' }, /^CARRIER /],
    ['a long note', { ...order, invoiceNote: 'x'.repeat(56) }, /^INVOICENOTE /],
    ['neither YES nor NO', { ...order, allowduplicatepo: 'no' }, /^ALLOWDUPLICATEPO /],
    ['a bad key', { ...order, apikey: 'BAD-1' }, /^INVALID APIKEY BAD-1$/],
    ['a test key', { ...order, apikey: 'TEST-1' }, /^INVALID APIKEY/],
    ['no customer', { ...order, cust: '' }, /^INVALID APIKEY/],
  ])('to %s', async (_, query, errormsg) => {
    const { live, control } = world('tucker-rocky');
    const { status, json } = await live(get(query));
    expect(status).toBe(200);
    expect(json).toMatchObject({ ORD: { status: 'FAILED', errormsg: expect.stringMatching(errormsg) } });
    expect(control.orders()).toEqual([]);
  });

  test('to a field given twice', async () => {
    const { live } = world('tucker-rocky');
    expect((await live(get(order, ['po', 'PO-2']))).json).toMatchObject({ ORD: { status: 'FAILED' } });
  });

  test('in XML unless JSON is asked for', async () => {
    const { live } = world('tucker-rocky');
    const { output: _, ...rest } = order;
    const { text, headers } = await live(get({ ...rest, state: 'Idaho' }));
    expect(headers.get('content-type')).toBe('text/xml');
    expect(text).toMatch(/^<ORD><status>FAILED<\/status>/);
  });
});

describe('The shipments of Tucker Rocky', () => {
  test('are asked for by several of its order numbers; one that is not the caller’s is passed over', async () => {
    const { live, control } = world('tucker-rocky');
    await live(get(order));
    await live(get({ ...order, po: 'PO-1002' }));
    await live(get({ ...order, cust: 'C200' }));
    control.ship('PO-1001', [{ carrier: 'ups', trackingNumber: '1Z1', quantity: 1 }], 'C100');
    expect((await live(shipments('7000001', '7000002', '7000003', '9'))).json).toEqual({
      SHP: {
        status: 'SUCCESSFUL',
        errormsg: '',
        shipment: [
          { ordernum: '7000001', shipmentline: [{ trackingnumbers: [{ carrier: 'UPS', trackingnum: '1Z1' }] }] },
          { ordernum: '7000002', shipmentline: [] },
        ],
      },
    });
  });

  test('of a split order stand in a line for each warehouse', async () => {
    const { live, control } = world('tucker-rocky');
    await live(get({ ...order, line: 'SPLIT-1,2' }));
    control.ship('PO-1001', [{ carrier: 'ups', trackingNumber: '1Z1', quantity: 1 }]);
    control.ship('PO-1001', [{ carrier: 'ups', trackingNumber: '1Z2', quantity: 1 }]);
    expect((await live(shipments('7000001'))).json).toMatchObject({
      SHP: {
        shipment: [
          {
            shipmentline: [
              { trackingnumbers: [{ trackingnum: '1Z1' }] },
              { trackingnumbers: [{ trackingnum: '1Z2' }] },
            ],
          },
        ],
      },
    });
  });

  test('cannot be asked for by PO number', async () => {
    const { live } = world('tucker-rocky');
    expect((await live(get({ ...account, type: 'SHP', po: 'PO-1001' }))).json).toMatchObject({
      SHP: { status: 'FAILED' },
    });
  });
});

test('Tucker Rocky tells stock and price, and writes down what each request was for', async () => {
  const { live, test: testHost, control } = world('tucker-rocky');
  const ask = (type: string) => live(get({ ...account, type, item: '160942' }));
  const dc = [
    { dcname: 'TX', dcinv: '9' },
    { dcname: 'CA', dcinv: '4' },
  ];
  expect((await ask('INV')).json).toMatchObject({ INV: { status: 'SUCCESSFUL', item: [{ inventory: '9', dc }] } });
  expect((await ask('PRC')).json).toMatchObject({ PRC: { item: [{ price: '10.00' }] } });
  expect((await ask('INP')).json).toMatchObject({ INP: { item: [{ inventory: '9', price: '10.00', dc }] } });
  await live(shipments('1'));
  await testHost(get({ ...order, apikey: 'TEST-1' }));
  expect(control.calls().map(({ call, mode }) => `${call} ${mode}`)).toEqual([
    'verify live',
    'verify live',
    'quote live',
    'track live',
    'submit test',
  ]);
});
