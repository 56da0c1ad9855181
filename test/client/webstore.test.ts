import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropShipClient, isProblem } from '../../shared/client/client.ts';
import type { components } from '../../shared/client/contract.d.ts';
import { receiveEvent } from '../../shared/client/events.ts';
import { api } from '../api/api.ts';
import { webstore } from './webstore.ts';

const shipTo: components['schemas']['Address'] = {
  name: 'Ada Rider',
  line1: '1 Main St',
  city: 'Boise',
  state: 'ID',
  postalCode: '83702',
  country: 'US',
};

const order: components['schemas']['Order'] = {
  status: 'New',
  placedAt: '2026-11-20T17:03:00Z',
  customer: { name: 'Ada Rider', email: 'ada@example.com' },
  shipTo,
  items: [
    {
      itemId: '1',
      title: 'Oil filter',
      quantity: 1,
      catalog: 'aftermarket',
      distributorParts: [{ distributor: 'wps', partNumber: '26-1772' }],
    },
  ],
};

const { ask, keyTo, world, delivered, sendNotices } = api();
/** The service in memory, in place of the network. */
const fetch = async (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const raw = await request.text();
  const came = await ask(request.method, pathname + search, { raw, headers: Object.fromEntries(request.headers) });
  return new Response(came.text === '' ? null : came.text, { status: came.status, headers: came.headers });
};

let shop: ReturnType<typeof webstore>;
let hook: string;
beforeAll(async () => {
  const url = 'https://drop-ship.example';
  const client = dropShipClient({ url, token: await keyTo(null), fetch });
  const path = { storeId: 'moto-hut' };
  const webhook = { url: 'https://motohut.example/hooks/drop-ship' };
  const { data } = await client.PUT('/v1/stores/{storeId}', {
    params: { path },
    body: { name: 'Moto Hut', serviceEmail: 'service@motohut.example', webhook },
  });
  await client.PUT('/v1/stores/{storeId}/distributors/{distributor}', {
    params: { path: { ...path, distributor: 'wps' } },
    body: { testMode: false, live: { apiToken: 'a-live-token' } },
  });
  const secret = data?.webhook?.secret ?? '';
  shop = webstore({ url, token: await keyTo('moto-hut'), storeId: 'moto-hut', webhookSecret: secret, fetch });
  shop.server.listen(0, '127.0.0.1');
  await once(shop.server, 'listening');
  const address = shop.server.address();
  hook = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hooks/drop-ship`;
});
afterAll(() => shop.server.close());

/** Delivers what the service would send, signed at this moment. */
const deliver = async (): Promise<readonly number[]> => {
  await sendNotices();
  const statuses: number[] = [];
  for (const { id, body, secrets } of delivered.splice(0)) {
    const now = new Date();
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
    };
    for (let twice = 0; twice < 2; twice += 1)
      statuses.push((await globalThis.fetch(hook, { method: 'POST', headers, body })).status);
  }
  return statuses;
};

describe('the webstore’s backend of the page', () => {
  it('orders once, and says so the second time', async () => {
    await shop.save('1001', order);
    expect(await shop.dropShip('1001', '1')).toMatch(/^Ordered: \S+$/);
    expect(await shop.dropShip('1001', '1')).toMatch(/no purchase order|1001-1/i);
  });

  it('learns of the parcel, from events that come twice', async () => {
    world.control('wps').ship('1001-1', [{ carrier: 'ups', trackingNumber: '1Z999AA10123456784', quantity: 1 }]);
    await world.pass(3700);
    expect(new Set(await deliver())).toEqual(new Set([204]));
    expect(shop.orders.get('1001')?.tracking).toEqual(['1Z999AA10123456784']);
  });

  it('says why the distributor refused, and leaves it to people when the event comes', async () => {
    await shop.save('1002', {
      ...order,
      items: order.items.map((item) => ({
        ...item,
        distributorParts: [{ distributor: 'wps', partNumber: 'NOSTOCK-1' }],
      })),
    });
    expect(await shop.dropShip('1002', '1')).toMatch('Refused: WPS has 0 of the 1 pieces.');
    await deliver();
    expect(shop.orders.get('1002')?.forPeople).toHaveLength(1);
  });

  it('is told what of a cancelled order, a company and a lost answer', async () => {
    await shop.save('1003', { ...order, status: 'Cancelled' });
    expect(await shop.dropShip('1003', '1')).toMatch(/New|Cancelled/);
    await shop.save('1004', { ...order, shipTo: { ...shipTo, company: 'ACME Motor' } });
    expect(await shop.dropShip('1004', '1')).toMatch(/company/i);
    world.fault('wps', 'submit', 'timeout-after');
    expect(await shop.dropShip('1004', '1', ['company'])).toMatch(/not known yet/);
  });

  it('takes no webhook that its secret has not signed', async () => {
    const headers = { 'webhook-id': 'x', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' };
    expect((await globalThis.fetch(hook, { method: 'POST', headers, body: '{}' })).status).toBe(400);
  });

  it('is what the page shows, about a hundred lines', () => {
    const code = readFileSync('test/client/webstore.ts', 'utf8');
    expect(readFileSync('docs/webstore-backend.md', 'utf8')).toContain(`\`\`\`ts\n${code}\`\`\``);
    expect(code.split('\n').length).toBeLessThan(120);
  });
});

describe('the client', () => {
  it('tells a problem by its slug', () => {
    const error: unknown = { type: 'urn:problem:drop-ship:not-found', title: 'Not found', status: 404, detail: 'x' };
    expect([isProblem(error, 'not-found'), isProblem(error, 'forbidden'), isProblem(null, 'not-found')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('passes over an event of a type that it does not know', () => {
    const secret = `whsec_${Buffer.from('a secret of some bytes').toString('base64')}`;
    const signed = (body: string) => {
      const now = new Date();
      return new Headers({
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign('msg_1', now, body),
      });
    };
    const later = JSON.stringify({ type: 'purchase_order.painted', data: {} });
    expect(receiveEvent(secret, signed(later), later)).toBeNull();
    const known = JSON.stringify({
      type: 'webhook.test',
      timestamp: '2026-11-25T00:00:00Z',
      data: { sequence: 0, storeId: 'x' },
    });
    expect(receiveEvent(secret, signed(known), known)?.type).toBe('webhook.test');
  });
});
