import { beforeAll, expect, test } from 'vitest';
import { dialogOf, inStore, itemBody, motoHut, orderBody, putOrder, submit } from '../moto-hut.ts';
import { address } from '../rows.ts';
import { service as wholeService } from '../service.ts';
import { type HttpService, httpService, store } from './http-service.ts';
import {
  bigCommerce,
  fromBigCommerce,
  fromMagento,
  fromShopify,
  fromWoo,
  magento,
  shopify,
  woo,
} from './webstore-shapes.ts';

let service: HttpService;
let token: string;
beforeAll(async () => {
  service = httpService();
  token = await service.keyTo(null);
  await service.ask('PUT', '/v1/stores/moto-hut', { token, body: store });
});

test.each([
  ['Shopify', String(shopify.id), fromShopify(shopify), ['company', 'phone']],
  ['WooCommerce', String(woo.id), fromWoo(woo), ['name', 'line1', 'city', 'state', 'postalCode', 'country']],
  ['BigCommerce', String(bigCommerce.id), fromBigCommerce(bigCommerce), ['city', 'state', 'country']],
  ['Magento', magento.increment_id, fromMagento(magento), ['state', 'postalCode', 'country']],
])(
  'an order as %s holds it is taken in; the dialog says what drop-shipping lacks',
  async (_shop, id, body, lacking) => {
    const path = `/v1/stores/moto-hut/orders/${id}`;
    const put = await service.ask('PUT', path, { token, body });
    expect([put.status, put.body.errors]).toEqual([201, undefined]);
    const { name, city, country } = body.shipTo;
    expect(put.body).toMatchObject({
      placedAt: expect.stringMatching(/^2026-11-20T17:03:00(\.000)?Z$/),
      shipTo: { name, city, country },
      items: body.items.map(({ quantity }) => ({ quantity })),
    });
    const dialog = await service.ask('GET', `${path}/items/${body.items[0]?.itemId}/drop-ship`, { token });
    expect(dialog.body.misfits.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      lacking.map((field) => `/shipTo/${field}`),
    );
  },
);

test('an address with line breaks is taken in and sent to nobody until a person has entered it', async () => {
  const hut = await motoHut(wholeService());
  const shipTo = { ...address, line1: '1 Main St\r\nApt 2', line2: '\t' };
  const put = await putOrder(hut, '1002', orderBody([itemBody()], { shipTo }));
  expect([put.status, put.body.shipTo]).toEqual([201, { ...shipTo, line2: null }]);
  const refused = await submit(hut, '1002');
  expect([refused.status, refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    422,
    ['/shipTo/line1'],
  ]);
  const bulk = await hut.ask('POST', `${inStore}/drop-ships`, {
    body: { confirm: true, items: [{ orderId: '1002', itemId: '1' }] },
  });
  expect(bulk.body.results[0]).toMatchObject({ status: 422, problem: { type: 'urn:problem:drop-ship:does-not-fit' } });
  expect((await submit(hut, '1002', { shipTo: address })).status).toBe(201);
  expect(hut.ordersAt('wps')).toHaveLength(1);
});

test.each([
  ['an address with line breaks', {}, { shipTo: { ...address, city: 'Boise\nID' } }],
  ['a quantity of 2.5', { quantity: 2.5 }, {}],
  ['a quantity of 20,000', { quantity: 20_000 }, {}],
  ['a part number that was emptied', { distributorParts: [{ distributor: 'wps', partNumber: '' }] }, {}],
])('a change to %s is taken, and the order as it was before is not bought', async (_, item, more) => {
  const hut = await motoHut(wholeService());
  const put = await putOrder(hut, '1001', orderBody([{ ...itemBody(), ...item }], more));
  expect(put.status).toBe(200);
  expect((await submit(hut, '1001')).status).toBe(422);
  const cancelled = await putOrder(
    hut,
    '1001',
    orderBody([{ ...itemBody(), ...item }], { ...more, status: 'Cancelled' }),
  );
  expect(cancelled.status).toBe(200);
  expect((await hut.ask('GET', dialogOf('1001'))).body.eligible).toBe(false);
  expect(hut.ordersAt('wps')).toEqual([]);
});

const unseen = '\u2060\u200b';
const long = 'x'.repeat(500);
const tooMuch: readonly (readonly [string, object, object])[] = [
  ['an address of 500 characters', {}, { shipTo: { ...address, line1: long } }],
  ['a name of invisible characters', {}, { shipTo: { ...address, name: unseen } }],
  ['a customer of 500 characters', {}, { customer: { name: long, email: long } }],
  ['a number of 500 characters', {}, { displayNumber: long }],
  ['a title of 1,500 characters', { title: long.repeat(3), sku: unseen }, {}],
  ['21 parts', { distributorParts: Array.from({ length: 21 }, () => ({ distributor: 'wps', partNumber: '1' })) }, {}],
];

test.each(tooMuch)('%s: refused of a New order; a cancelled one is known to be cancelled', async (_, item, more) => {
  const hut = await motoHut(wholeService());
  const items = [{ ...itemBody(), ...item }];
  expect((await putOrder(hut, '1001', orderBody(items, more))).status).toBe(400);
  const cancelled = await putOrder(hut, '1001', orderBody(items, { ...more, status: 'Cancelled' }));
  expect(cancelled.status).toBe(200);
  expect((await hut.ask('GET', dialogOf('1001'))).body.eligible).toBe(false);
  expect(hut.ordersAt('wps')).toEqual([]);
});

test('of an order that is not New what is too long is cut, so that rows and mails stay bounded', async () => {
  const hut = await motoHut(wholeService());
  const shipTo = { ...address, line1: '𝕩'.repeat(201), company: unseen };
  const items = [{ ...itemBody(), title: 'x'.repeat(1001), sku: null }];
  const { body } = await putOrder(hut, '1001', orderBody(items, { shipTo, displayNumber: long, status: 'Shipped' }));
  expect(body.shipTo).toEqual({ ...address, line1: `${'𝕩'.repeat(199)}…`, company: null });
  expect([body.displayNumber, body.items[0].title]).toEqual([`${'x'.repeat(39)}…`, `${'x'.repeat(999)}…`]);
});
