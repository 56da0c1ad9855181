import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { greeting } from '../../../infra/local/greeting.ts';
import { listen } from '../../../infra/local/process/listen.ts';
import { type Local, startLocal } from '../../../infra/local/run.ts';

/** The first start after a change synthesizes. */
const patience = 180_000;
const dataDir = mkdtempSync(join(tmpdir(), 'drop-ship-'));
const logged: string[] = [];
const listenersBefore = beyondLoopback();
let local: Local;
let early: Promise<unknown>;

beforeAll(async () => {
  const port = await freePort();
  const ask = async () => (await fetch(`http://127.0.0.1:${port}/_local`)).json();
  const onStep = () => {
    early ??= ask();
  };
  local = await startLocal({ port, dataDir, onStep, onLog: (_, line) => logged.push(line) });
}, patience);
afterAll(async () => {
  await local?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const tracking = '1Z999AA10123456784';

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${local.token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${local.url}${path}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (answer.headers.get('content-type') ?? '').includes('json') ? await answer.json() : await answer.text();
}
const Ours = v.object({ poNumber: v.string() });

async function freePort(): Promise<number> {
  const found = await listen(() => new Response(), 0);
  await found.stop();
  return Number(new URL(found.url).port);
}

/** The addresses on which anything listens that are not of this machine alone (Linux). */
function beyondLoopback(): string[] {
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state === '0A')
    .map(([, address = '']) => address)
    .filter((address) => !address.startsWith('0100007F') && !address.startsWith('00000000000000000000000001000000'));
}

describe('the local run', () => {
  it('says where it is, whose it is and what time it is', async () => {
    expect(await call('GET', '/_local')).toEqual({
      token: local.token,
      storeId: 'demo',
      now: expect.stringMatching(/Z$/),
    });
  });

  it('lets whoever asks too early wait, and tells the whole of it', async () => {
    expect(await early).toMatchObject({ token: local.token, storeId: 'demo' });
  });

  it('listens on this machine only', () => {
    expect(beyondLoopback().filter((address) => !listenersBefore.includes(address))).toEqual([]);
  });

  it('greets with three commands that work as pasted', async () => {
    const commands = greeting(local, '5.0')
      .split('\n\n')
      .find((paragraph) => paragraph.includes('curl '));
    const { stdout } = await promisify(execFile)('sh', ['-c', (commands ?? '').replaceAll('  curl ', '  echo; curl ')]);
    const outcomes = stdout.split('\n').filter((line) => line !== '');
    expect(outcomes.map((line) => JSON.parse(line))).toMatchObject([
      { orderId: expect.any(String) },
      { eligible: true },
      { status: 'accepted', distributor: 'wps' },
    ]);
  });

  it('greets on one screen of 80 × 24, and last with the address to open', async () => {
    const lines = greeting(local, '123.4').split('\n');
    expect(lines.length).toBeLessThan(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.at(-1)).toBe(`Open ${local.url}`);
    expect((await fetch(local.url)).headers.get('content-type')).toContain('text/html');
  });

  it('ships, moves the clock, and the customer and the webstore hear of it', async () => {
    const [{ poNumber }] = v.parse(v.tuple([Ours]), await call('GET', '/_local/distributors/wps/orders'));
    const packages = [{ carrier: 'ups', trackingNumber: tracking, quantity: 1 }];
    await call('POST', `/_local/distributors/wps/orders/${poNumber}/ship`, { packages });
    await call('POST', '/_local/clock', { advanceSeconds: 7200 });
    expect(await call('GET', `/v1/stores/demo/purchase-orders/${poNumber}`)).toMatchObject({
      status: 'shipped',
      shipments: [{ trackingNumber: tracking }],
    });
    expect(await call('GET', '/_local/mail')).toMatchObject([
      { to: ['ada@example.com'], replyTo: ['service@motohut.example'], text: expect.stringContaining(tracking) },
    ]);
    expect(await call('GET', '/_local/webhooks')).toMatchObject([
      { verified: true, body: { type: 'purchase_order.accepted' } },
      { verified: true, body: { type: 'purchase_order.shipped' } },
    ]);
  });

  it('tells what happened to a purchase order, from its rows and from what the functions logged', async () => {
    const [{ poNumber }] = v.parse(v.tuple([Ours]), await call('GET', '/_local/distributors/wps/orders'));
    const why = async (number: string) => {
      const env = { ...process.env, PORT: new URL(local.url).port };
      return promisify(execFile)(process.execPath, ['infra/local/why.ts', number], { env });
    };
    const { stdout } = await why(poNumber);
    for (const part of [
      `PO ${poNumber} of store demo`,
      '[drop-ship-items] purchase-order-claimed',
      '[submit-order] purchase-order-moved state=accepted',
      `Parcel ${tracking}: told by the distributor.`,
      '[send-notice] customer-mailed',
      '[send-notice] notice-delivered status=204 notice=purchase_order.shipped',
      'Now: shipped',
    ]) {
      expect(stdout).toContain(part);
    }
    await expect(why('no-such')).rejects.toMatchObject({
      stderr: expect.stringContaining('no purchase order no-such'),
    });
  });

  it('sweeps when told to, due or not', async () => {
    await call('PUT', '/v1/stores/demo/orders/1002', {
      status: 'New',
      placedAt: '2026-11-20T17:03:00Z',
      customer: { name: 'Bo Rider', email: 'bo@example.com' },
      shipTo: { name: 'Bo Rider', line1: '2 Main St', city: 'Boise', state: 'ID', postalCode: '83702', country: 'US' },
      items: [
        {
          itemId: '1',
          sku: 'A',
          title: 'Grip',
          quantity: 1,
          catalog: 'aftermarket',
          distributorParts: [{ distributor: 'automatic', partNumber: 'A-1' }],
        },
      ],
    });
    expect(await call('POST', '/v1/stores/demo/orders/1002/items/1/drop-ship', { confirm: true })).toMatchObject({
      status: 'accepted',
    });
    expect(await call('POST', '/_local/run', { job: 'tracking' })).toMatchObject({ accounts: 1 });
    expect(await call('GET', '/_local/distributors/automatic/calls')).toContainEqual(
      expect.objectContaining({ call: 'track' }),
    );
  });

  it('verifies webhooks by a new secret, also when the old one has retired', async () => {
    await call('POST', '/v1/stores/demo/webhook/secret');
    const hours = async (count: number) => call('POST', '/_local/clock', { advanceSeconds: count * 3600 });
    await hours(25);
    const [{ poNumber }] = v.parse(v.tuple([Ours]), await call('GET', '/_local/distributors/automatic/orders'));
    await call('POST', `/v1/stores/demo/purchase-orders/${poNumber}/stop-tracking`, { reason: 'Cancelled' });
    await hours(1);
    const deliveries = v.parse(
      v.array(v.looseObject({ verified: v.boolean() })),
      await call('GET', '/_local/webhooks'),
    );
    expect(deliveries.at(-1)).toMatchObject({ verified: true, body: { type: 'purchase_order.tracking_stopped' } });
  });

  it.each([
    ['POST', '/_local/clock', { advanceSeconds: -1 }, 400],
    ['POST', '/_local/clock', { hours: 1 }, 400],
    ['POST', '/_local/run', { job: 'everything' }, 400],
    ['GET', '/_local/nothing', undefined, 404],
  ])('says what is wrong with %s %s %j', async (method, path, body, status) => {
    expect(await call(method, path, body)).toMatchObject({ status, detail: expect.any(String) });
  });

  it(
    'keeps everything in DATA_DIR across runs, the clock too',
    async () => {
      const before = await Promise.all(
        ['/_local/mail', '/_local/webhooks', '/_local/distributors/wps/orders', '/v1/stores/demo/orders/1002'].map(
          (path) => call('GET', path),
        ),
      );
      const { token, clock } = local;
      const then = clock.now();
      await local.stop();
      local = await startLocal({ dataDir });
      const after = await Promise.all(
        ['/_local/mail', '/_local/webhooks', '/_local/distributors/wps/orders', '/v1/stores/demo/orders/1002'].map(
          (path) => call('GET', path),
        ),
      );
      expect(after).toEqual(before);
      expect(local.token).toBe(token);
      expect(local.clock.now()).toBeGreaterThanOrEqual(then);
    },
    patience,
  );

  it(
    'leaves the demo store as it was left, with its webhook on the port of the day',
    async () => {
      const store = { name: 'Motor Hut', serviceEmail: 'service@motohut.example', overrideDropShipRules: true };
      await call('PUT', '/v1/stores/demo', { ...store, webhook: { url: `${local.url}/_local/webhooks` } });
      await call('PUT', '/v1/stores/demo/distributors/automatic', { testMode: true, test: { apiToken: 'TEST-1' } });
      const before = await call('GET', '/v1/stores/demo/distributors');
      await local.stop();
      local = await startLocal({ dataDir });
      expect(await call('GET', '/v1/stores/demo')).toMatchObject({
        ...store,
        webhook: { url: `${local.url}/_local/webhooks` },
      });
      expect(await call('GET', '/v1/stores/demo/distributors')).toEqual(before);
    },
    patience,
  );

  it('writes down no failure in all this', () => {
    expect(logged.filter((line) => /"level":"(ERROR|CRITICAL)"/.test(line))).toEqual([]);
  });
});
