import { beforeAll, expect, test } from 'vitest';
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
