import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccountRow } from '../../shared/domain/account/account.ts';
import { newAccount } from '../../shared/domain/account/account-rules.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { safeText } from '../../shared/domain/verdicts.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { type HttpService, httpService, type Loose, noon, store } from './http-service.ts';

let service: HttpService;
let token: string;
const path = '/v1/stores/moto-hut';

beforeEach(async () => {
  service = httpService();
  token = await service.keyTo(null);
  await service.ask('PUT', path, { token, body: store });
});

const rowOf = (key: { pk: string; sk: string }) => service.table.get(key) as Promise<Loose>;

describe('a store', () => {
  test('is created once and changed afterwards', async () => {
    const created = await service.ask('PUT', '/v1/stores/other', { token, body: store });
    const changed = await service.ask('PUT', '/v1/stores/other', { token, body: { ...store, name: 'Other' } });
    const found = await service.ask('GET', '/v1/stores/other', { token });
    expect([created.status, changed.status, found.status]).toEqual([201, 200, 200]);
    expect(created.headers.location).toBe('/v1/stores/other');
    expect(found.body).toEqual({
      storeId: 'other',
      name: 'Other',
      serviceEmail: 'service@motohut.example',
      overrideDropShipRules: false,
      webhook: null,
      customerMail: true,
      brand: null,
      adminUrl: null,
      limits: { ordersPerDay: null, customerMailsPerDay: null },
    });
  });

  test('has limits only from a key to all stores; whoever else sends them, even as they are, is told so', async () => {
    const own = await service.keyTo('moto-hut');
    const limits = { ordersPerDay: 20, customerMailsPerDay: null };
    const everywhere = await service.keyTo(null);
    expect((await service.ask('PUT', path, { token: everywhere, body: { ...store, limits } })).body.limits).toEqual(
      limits,
    );
    for (const given of [limits, null, { ordersPerDay: 30 }]) {
      const refused = await service.ask('PUT', path, { token: own, body: { ...store, limits: given } });
      expect([refused.status, refused.body.type]).toEqual([403, 'urn:problem:drop-ship:forbidden']);
    }
    expect((await service.ask('PUT', path, { token, body: store })).body.limits).toEqual(limits);
    const less = await service.ask('PUT', path, {
      token: everywhere,
      body: { ...store, limits: { customerMailsPerDay: 0 } },
    });
    expect(less.body.limits).toEqual({ ordersPerDay: 20, customerMailsPerDay: 0 });
    const removed = await service.ask('PUT', path, { token: everywhere, body: { limits: { ordersPerDay: null } } });
    expect(removed.body.limits).toEqual({ ordersPerDay: null, customerMailsPerDay: 0 });
    const off = await service.ask('PUT', path, { token: everywhere, body: { ...store, limits: null } });
    expect(off.body.limits).toEqual({ ordersPerDay: null, customerMailsPerDay: null });
  });

  test('keeps what a PUT leaves out, and loses what it says is null', async () => {
    const brand = { color: '#1d4ed8', website: 'https://motohut.example' };
    const adminUrl = 'https://motohut.example/admin/orders/{orderId}';
    const webhook = { url: 'https://motohut.example/hook' };
    const all = { ...store, overrideDropShipRules: true, customerMail: false, brand, adminUrl, webhook };
    await service.ask('PUT', path, { token, body: all });
    const kept = await service.ask('PUT', path, { token, body: { ...store, name: 'Renamed' } });
    expect(kept.body).toMatchObject({ ...all, name: 'Renamed' });
    const none = { overrideDropShipRules: null, customerMail: null, brand: null, adminUrl: null, webhook: null };
    const removed = await service.ask('PUT', path, { token, body: { ...store, ...none } });
    expect(removed.body).toEqual({
      storeId: 'moto-hut',
      ...store,
      ...none,
      overrideDropShipRules: false,
      customerMail: true,
      limits: { ordersPerDay: null, customerMailsPerDay: null },
    });
  });

  test('keeps the colour where only the site is given, and loses it where it is null', async () => {
    const put = async (brand: object) => (await service.ask('PUT', path, { token, body: { brand } })).body.brand;
    expect(await put({ color: '#1d4ed8' })).toEqual({ color: '#1d4ed8', website: null });
    const both = { color: '#1d4ed8', website: 'https://motohut.example' };
    expect(await put({ website: both.website })).toEqual(both);
    expect(await put({})).toEqual(both);
    expect(await put({ color: null })).toEqual({ color: null, website: both.website });
  });

  test('keeps name and address too where a PUT leaves them out; a new one needs both', async () => {
    const kept = await service.ask('PUT', path, { token, body: { customerMail: false } });
    expect([kept.status, kept.body]).toMatchObject([200, { ...store, customerMail: false }]);
    const before = service.table.rows().length;
    const fresh = await service.ask('PUT', '/v1/stores/other', { token, body: { name: 'Other' } });
    const detail = 'Is missing: add it.';
    expect([fresh.status, fresh.body.errors]).toEqual([400, [{ pointer: '/serviceEmail', detail }]]);
    expect(service.table.rows().length).toBe(before);
    const gone = await service.ask('PUT', path, { token, body: { name: null } });
    expect([gone.status, gone.body.errors[0].pointer]).toEqual([400, '/name']);
  });

  test.each([
    ['/brand/color', { brand: { color: 'red' } }],
    ['/brand/website', { brand: { website: 'http://motohut.example' } }],
    ['/adminUrl', { adminUrl: 'https://motohut.example/orders' }],
    ['/adminUrl', { adminUrl: 'javascript:alert({orderId})' }],
    ['/adminUrl', { adminUrl: 'https://{orderId}.motohut.example/' }],
    ['/adminUrl', { adminUrl: 'https://motohut.example/{orderid}' }],
    ['/adminUrl', { adminUrl: 'https://me:secret@motohut.example/{orderId}' }],
  ])('has no %s as in %j', async (pointer, more) => {
    const answer = await service.ask('PUT', path, { token, body: { ...store, ...more } });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
  });

  test.each(['https://motohut.example/#/orders/{orderId}', 'https://motohut.example:8443/?a={orderId}&b={orderId}'])(
    'takes an admin page at %s',
    async (adminUrl) => {
      const answer = await service.ask('PUT', path, { token, body: { ...store, adminUrl } });
      expect(answer.body).toMatchObject({ adminUrl });
    },
  );

  test('shows the signing secret once, in the answer to the first PUT with a webhook', async () => {
    const body = { ...store, webhook: { url: 'https://motohut.example/hook' } };
    const first = await service.ask('PUT', path, { token, body });
    expect(() => new Webhook(first.body.webhook.secret)).not.toThrow();
    const second = await service.ask('PUT', path, {
      token,
      body: { ...body, webhook: { url: 'https://other.example/' } },
    });
    const found = await service.ask('GET', path, { token });
    expect(second.body.webhook).not.toHaveProperty('secret');
    expect(found.body.webhook).toEqual({
      url: 'https://other.example/',
      state: 'active',
      lastDeliveredAt: null,
      lastFailure: null,
    });
    expect((await rowOf(keys.store('moto-hut'))).signingSecrets).toHaveLength(1);
    expect(JSON.stringify(service.table.rows())).not.toContain(first.body.webhook.secret);
  });

  test('has a webhook that 410 disabled, and that the next PUT enables again', async () => {
    const url = 'https://motohut.example/hook';
    await service.ask('PUT', path, { token, body: { ...store, webhook: { url } } });
    const at = '2026-11-23T11:00:00.000Z';
    const lastFailure = { at, reason: 'Answered with status 410.' };
    const gone = { url, failures: 0, askAfter: null, disabledAt: at, lastDeliveredAt: null, lastFailure };
    await service.table.write([{ put: { ...keys.endpoint('moto-hut'), rev: 'gone', ...gone }, was: null }]);
    const disabled = await service.ask('GET', path, { token });
    expect(disabled.body.webhook).toMatchObject({ state: 'disabled', lastFailure });
    const enabled = await service.ask('PUT', path, { token, body: store });
    expect(enabled.body.webhook).toMatchObject({ state: 'active', lastFailure });
  });

  test('is in the list of all stores, by pages, for a key to all stores only', async () => {
    for (const id of ['a', 'b', 'c']) {
      service.advance(1);
      await service.ask('PUT', `/v1/stores/${id}`, { token, body: store });
      await service.ask('PUT', `/v1/stores/${id}`, { token, body: store });
    }
    const page = (query: Record<string, string>) => service.ask('GET', '/v1/stores', { token, query });
    const first = await page({ limit: '3' });
    const rest = await page({ limit: '3', cursor: first.body.nextCursor });
    const ids = [...first.body.items, ...rest.body.items].map(({ storeId }: Loose) => storeId);
    expect([ids, rest.body.nextCursor]).toEqual([['c', 'b', 'a', 'moto-hut'], null]);
    const ofOne = await service.keyTo('moto-hut');
    expect((await service.ask('GET', '/v1/stores', { token: ofOne })).status).toBe(403);
    expect((await page({ cursor: 'x'.repeat(1000) })).status).toBe(400);
  });

  test.each([
    'http://motohut.example/hook',
    'https://localhost/hook',
    'https://127.0.0.1/hook',
    'https://10.1.2.3/hook',
    'https://169.254.169.254/latest',
    'https://[::1]/hook',
    'https://[::ffff:10.0.0.1]/hook',
    'https://2130706433/hook',
  ])('is not told by webhook to %s', async (url) => {
    const answer = await service.ask('PUT', path, { token, body: { ...store, webhook: { url } } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/webhook/url' }]);
    expect((await rowOf(keys.store('moto-hut'))).webhook).toBeNull();
  });

  test('is told by webhook to a public host', async () => {
    const webhook = { url: 'https://motohut.example/hooks?a=1' };
    expect((await service.ask('PUT', path, { token, body: { ...store, webhook } })).body.webhook).toMatchObject(
      webhook,
    );
  });
});

describe('keys', () => {
  test('are shown once, listed without their secret, and refused once revoked', async () => {
    const made = await service.ask('POST', `${path}/keys`, { token, body: { scopes: ['orders:read'] } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ scopes: ['orders:read'], token: expect.stringMatching(/^ds_[^_]+_.{43}$/) });
    const listed = await service.ask('GET', `${path}/keys`, { token });
    expect(listed.body).toEqual([
      {
        keyId: made.body.keyId,
        scopes: ['orders:read'],
        name: null,
        createdAt: '2026-11-23T12:00:00.000Z',
        expiresAt: null,
      },
    ]);
    expect(JSON.stringify(service.table.rows())).not.toContain(made.body.token.split('_')[2]);
    expect((await service.ask('GET', path, { token: made.body.token })).status).toBe(200);
    expect((await service.ask('DELETE', `${path}/keys/${made.body.keyId}`, { token })).status).toBe(204);
    expect((await service.ask('GET', path, { token: made.body.token })).status).toBe(401);
    expect((await service.ask('DELETE', `${path}/keys/${made.body.keyId}`, { token })).status).toBe(404);
  });

  test('have a name and an end, from which on they are refused and do not count', async () => {
    const body = { scopes: ['orders:read'], name: 'Nightly job', expiresAt: '2026-11-23T13:00:00Z' };
    const made = await service.ask('POST', `${path}/keys`, { token, body });
    expect(made.body).toMatchObject({ name: 'Nightly job', expiresAt: '2026-11-23T13:00:00.000Z' });
    for (let n = 0; n < 9; n++) await service.ask('POST', `${path}/keys`, { token, body });
    expect((await service.ask('POST', `${path}/keys`, { token, body })).status).toBe(422);
    expect((await service.ask('GET', path, { token: made.body.token })).status).toBe(200);
    service.advance(3600);
    expect((await service.ask('GET', path, { token: made.body.token })).status).toBe(401);
    expect((await service.ask('POST', `${path}/keys`, { token, body })).status).toBe(400);
    const endless = { scopes: ['orders:read'] };
    expect((await service.ask('POST', `${path}/keys`, { token, body: endless })).status).toBe(201);
  });

  test('give no scope that their maker lacks, and at least one', async () => {
    const admin = await service.keyTo('moto-hut', ['admin', 'orders:read']);
    const make = (scopes: readonly string[]) => service.ask('POST', `${path}/keys`, { token: admin, body: { scopes } });
    expect((await make(['orders:read'])).status).toBe(201);
    expect((await make(['orders:read', 'orders:write'])).body).toMatchObject({
      type: 'urn:problem:drop-ship:forbidden',
      detail: expect.stringContaining('orders:write'),
    });
    expect((await make([])).status).toBe(400);
  });

  test('to all stores are made, listed and revoked like those of a store, by a key to all stores', async () => {
    const body = { scopes: ['admin'], name: 'Platform' };
    const made = await service.ask('POST', '/v1/keys', { token, body });
    expect([made.status, made.body.name]).toEqual([201, 'Platform']);
    const listed = await service.ask('GET', '/v1/keys', { token: made.body.token });
    expect(listed.body.map(({ name }: Loose) => name)).toEqual([null, 'Platform']);
    expect(JSON.stringify(listed.body)).not.toContain('ds_');
    const ofOne = await service.keyTo('moto-hut');
    for (const method of ['POST', 'GET']) {
      const asked = await service.ask(method, '/v1/keys', { token: ofOne, ...(method === 'POST' ? { body } : {}) });
      expect(asked.status).toBe(403);
    }
    expect((await service.ask('DELETE', `${path}/keys/${made.body.keyId}`, { token })).status).toBe(404);
    expect((await service.ask('DELETE', `/v1/keys/${made.body.keyId}`, { token })).status).toBe(204);
    expect((await service.ask('GET', '/v1/keys', { token: made.body.token })).status).toBe(401);
  });

  test('are listed beside one that cannot be read', async () => {
    await service.ask('POST', `${path}/keys`, { token, body: { scopes: ['orders:read'], name: 'Shop' } });
    const place = keys.storeApiKey('moto-hut', 'zzz');
    await service.table.write([{ put: { ...place, rev: 'r' }, was: null }]);
    const listed = await service.ask('GET', `${path}/keys`, { token });
    expect([listed.status, listed.body.map(({ name }: Loose) => name)]).toEqual([200, ['Shop']]);
  });

  test('of a store are at most ten', async () => {
    const made = [];
    for (let n = 0; n < 11; n++)
      made.push(await service.ask('POST', `${path}/keys`, { token, body: { scopes: ['orders:read'] } }));
    expect(made.map(({ status }) => status)).toEqual([...Array(10).fill(201), 422]);
  });

  test('of another store cannot be revoked', async () => {
    const made = await service.ask('POST', `${path}/keys`, { token, body: { scopes: ['orders:read'] } });
    await service.ask('PUT', '/v1/stores/other', { token, body: store });
    expect((await service.ask('DELETE', `/v1/stores/other/keys/${made.body.keyId}`, { token })).status).toBe(404);
  });
});

test('a key is revoked only where it belongs: neither as one to all stores nor as another store’s', async () => {
  const body = { scopes: ['orders:read'] };
  await service.ask('PUT', '/v1/stores/other', { token, body: store });
  const { body: made } = await service.ask('POST', `${path}/keys`, { token, body });
  expect((await service.ask('DELETE', `/v1/keys/${made.keyId}`, { token })).status).toBe(404);
  expect((await service.ask('DELETE', `/v1/stores/other/keys/${made.keyId}`, { token })).status).toBe(404);
  expect((await service.ask('GET', path, { token: made.token })).status).toBe(200);
});

describe('distributor settings', () => {
  const wps = `${path}/distributors/wps`;
  const tucker = `${path}/distributors/tucker-rocky`;
  const put = (at: string, body: object) => service.ask('PUT', at, { token, body });
  const settingsOf = (slug: 'wps' | 'tucker-rocky') => rowOf(keys.distributor('moto-hut', slug));

  test('show of a credential its last four characters, or nothing when it is short', async () => {
    const answer = await put(tucker, { testMode: false, live: { customerNumber: 'C-12', apiKey: '0123456789abcdef' } });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      distributor: 'tucker-rocky',
      configured: true,
      mode: 'live',
      credentials: { live: { customerNumber: '••••', apiKey: '••••cdef' }, test: null },
      stopped: null,
      pausedUntil: null,
    });
    expect(JSON.stringify(service.lines)).not.toContain('0123456789abcdef');
  });

  test('are kept where left out, removed where null, replaced where given', async () => {
    await put(tucker, { testMode: false, live: { customerNumber: 'C-12', apiKey: 'one' }, test: { apiKey: 'TEST-1' } });
    const kept = await put(tucker, { testMode: true });
    expect(kept.body.credentials).toEqual({
      live: { customerNumber: '••••', apiKey: '••••' },
      test: { apiKey: '••••' },
    });
    expect(kept.body).toMatchObject({ mode: 'test', configured: false });
    const replaced = await put(tucker, { testMode: false, live: { apiKey: 'two' }, test: null });
    expect(replaced.body.credentials).toEqual({ live: { apiKey: '••••' }, test: null });
  });

  test('keep their mode where it is left out; the first ones have to say it', async () => {
    const refused = await put(tucker, { live: { apiKey: 'one' } });
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ pointer: '/testMode', detail: 'Is missing: add it.' }],
    ]);
    expect(await settingsOf('tucker-rocky')).toBeUndefined();
    for (const [testMode, mode] of [
      [true, 'test'],
      [false, 'live'],
    ] as const) {
      await put(tucker, { testMode });
      expect((await put(tucker, { live: { apiKey: `key of ${mode}` } })).body.mode).toBe(mode);
    }
  });

  test('are sealed for their store, distributor and mode', async () => {
    await put(wps, { testMode: false, live: { apiToken: 'secret-token' } });
    const { live } = await settingsOf('wps');
    const open = (mode: 'live' | 'test') =>
      service.ports.vault.open(live.sealed, { storeId: 'moto-hut', purpose: 'wps', mode });
    await expect(open('live')).resolves.toBe('{"apiToken":"secret-token"}');
    await expect(open('test')).rejects.toThrow();
    await put(wps, { testMode: false, test: { apiToken: 'TEST-token' } });
    const { test: sealed } = await settingsOf('wps');
    const sealedFor = { storeId: 'moto-hut', purpose: 'wps', mode: 'test' } as const;
    await expect(service.ports.vault.open(sealed.sealed, sealedFor)).resolves.toBe('{"apiToken":"TEST-token"}');
  });

  test('hold no secret in both modes, whichever comes first: nothing of a test uses a live credential', async () => {
    const live = { customerNumber: 'C-12', apiKey: 'a-live-key' };
    const refused = async (body: object, pointer: string) => {
      const answer = await put(tucker, body);
      expect([answer.status, answer.body.errors]).toEqual([
        400,
        [{ pointer, detail: expect.stringContaining('nothing of a test may use a live credential') }],
      ]);
      expect(JSON.stringify([answer.body, service.lines])).not.toContain('a-live-key');
    };
    await refused({ testMode: false, live, test: live }, '/test/apiKey');
    expect(await settingsOf('tucker-rocky')).toBeUndefined();
    await put(tucker, { testMode: false, live });
    await refused({ test: live }, '/test/apiKey');
    // The number of the customer may be the same.
    expect((await put(tucker, { test: { ...live, apiKey: 'TEST-key' } })).status).toBe(200);
    await refused({ live: { ...live, apiKey: 'TEST-key' } }, '/live/apiKey');
    expect((await put(tucker, { live: { ...live, apiKey: 'TEST-key' }, test: null })).status).toBe(200);
    expect((await put(tucker, { live: { apiKey: '' }, test: { apiKey: '' } })).status).toBe(200);
  });

  test('are not taken while the vault fails: a live secret would get in as one for tests', async () => {
    const live = { customerNumber: 'C-12', apiKey: 'a-live-key' };
    await put(tucker, { testMode: false, live });
    const { vault } = service.ports;
    const failing = async () => {
      throw Object.assign(new Error('KMS is busy.'), { name: 'ThrottlingException' });
    };
    Object.assign(service.ports, { vault: { ...vault, open: failing } });
    expect((await put(tucker, { test: live })).status).toBe(503);
    Object.assign(service.ports, { vault });
    expect((await settingsOf('tucker-rocky')).test).toBeNull();
    expect((await put(tucker, { test: live })).status).toBe(400);
  });

  test('that never open again are replaced', async () => {
    await put(tucker, { testMode: false, live: { customerNumber: 'C-12', apiKey: 'one' } });
    const row = await settingsOf('tucker-rocky');
    const sealed = await service.ports.vault.seal('{}', { storeId: 'elsewhere', purpose: 'wps', mode: 'live' });
    await service.ports.table.write([{ put: { ...row, live: { ...row.live, sealed }, rev: 'altered' }, was: row.rev }]);
    expect((await put(tucker, { test: { customerNumber: 'C-12', apiKey: 'two' } })).status).toBe(200);
  });

  test('have a new version only when a value is new', async () => {
    await put(wps, { testMode: false, live: { apiToken: 'one' } });
    const first = (await settingsOf('wps')).live.version;
    await put(wps, { testMode: false, live: { apiToken: 'one' } });
    expect((await settingsOf('wps')).live.version).toBe(first);
    await put(wps, { testMode: false, live: { apiToken: 'two' } });
    expect((await settingsOf('wps')).live.version).not.toBe(first);
  });

  test('refuse a field of another distributor, test mode at WPS, and a distributor that there is not', async () => {
    const strange = await put(wps, { testMode: false, live: { apiKey: 'x' } });
    expect([strange.status, strange.body.errors[0].pointer]).toEqual([400, '/live/apiKey']);
    const testing = await put(wps, { testMode: true, live: { apiToken: 'x' } });
    expect([testing.status, testing.body.type]).toEqual([422, 'urn:problem:drop-ship:test-mode-not-offered']);
    const list = await put(wps, { testMode: false, live: [] });
    expect([list.status, list.body.errors[0].pointer]).toEqual([400, '/live']);
    expect((await put(`${path}/distributors/acme`, { testMode: false })).status).toBe(404);
    expect(await settingsOf('wps')).toBeUndefined();
  });

  test('are gone when deleted, while the account’s schedule stays', async () => {
    await put(wps, { testMode: false, live: { apiToken: 'one' } });
    await stopAccount();
    expect((await service.ask('DELETE', wps, { token })).status).toBe(204);
    expect((await service.ask('DELETE', wps, { token })).status).toBe(204);
    expect(await settingsOf('wps')).toBeUndefined();
    expect(await accountRow()).toMatchObject({ distributor: 'wps' });
  });

  test('list the four, also those that were never configured', async () => {
    const { body } = await service.ask('GET', `${path}/distributors`, { token });
    expect(body.map((one: Loose) => [one.distributor, one.configured, one.mode])).toEqual([
      ['parts-unlimited', false, 'live'],
      ['wps', false, 'live'],
      ['tucker-rocky', false, 'live'],
      ['automatic', false, 'live'],
    ]);
    expect(body[1].capabilities).toMatchObject({ testMode: false, status: 'active' });
  });

  const accountRow = () => rowOf(keys.account('moto-hut', 'wps', 'live'));
  const newStop = { at: '2026-11-22T00:00:00.000Z', message: 'No.' } as const;
  const stopAccount = async (watched: Instant | null = '2026-11-20T00:00:00.000Z') => {
    const version = (await settingsOf('wps')).live.version;
    const stopped = { ...newStop, credentialVersion: version };
    const account = newAccount({ storeId: 'moto-hut', distributor: 'wps', mode: 'live' }, noon);
    const put: AccountRow = { ...account, rev: 'r1', stopped, youngestWatch: watched };
    await service.table.write([{ put, was: null }]);
  };

  test('that are new end the stop of the old ones, and their account is looked after at once', async () => {
    await put(wps, { testMode: false, live: { apiToken: 'one' } });
    await stopAccount();
    const stopped = await service.ask('GET', `${path}/distributors`, { token });
    expect(stopped.body[1].stopped).toEqual({ at: '2026-11-22T00:00:00.000Z', message: 'No.' });
    const renewed = await put(wps, { testMode: false, live: { apiToken: 'two' } });
    expect(renewed.body.stopped).toBeNull();
    expect(await accountRow()).toMatchObject({ stopped: null, due: 'sweep', dueAt: '2026-11-23T12:00:00.000Z' });
  });

  test('that work end the stop when verified', async () => {
    await put(wps, { testMode: false, live: { apiToken: 'one' } });
    await stopAccount(null);
    const answer = await service.ask('POST', `${wps}/verify`, { token });
    expect([answer.status, answer.body]).toEqual([200, { ok: true }]);
    expect(service.asked).toEqual([{ slug: 'wps', mode: 'live', credentials: { apiToken: 'one' } }]);
    const account = await accountRow();
    expect(account.stopped).toBeNull();
    expect(account.due).toBeUndefined();
  });

  test('that are refused when verified are shown with the distributor’s words, and stop the account', async () => {
    await put(wps, { testMode: false, live: { apiToken: 'one' } });
    service.answerVerify({ verdict: 'credentials-refused', message: safeText('Unauthenticated.') });
    const answer = await service.ask('POST', `${wps}/verify`, { token });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      type: 'urn:problem:drop-ship:credentials-refused',
      distributorMessage: 'Unauthenticated.',
    });
    // Nobody orders with them before they work.
    expect((await accountRow()).stopped).toMatchObject({ message: 'Unauthenticated.' });
  });

  test('that lack a field are not asked about: the field is named', async () => {
    expect((await service.ask('POST', `${tucker}/verify`, { token })).status).toBe(422);
    await put(tucker, { testMode: false, live: { customerNumber: '1', apiKey: '' } });
    const answer = await service.ask('POST', `${tucker}/verify`, { token });
    expect([answer.status, answer.body.detail]).toEqual([422, expect.stringContaining('lack: API key.')]);
    expect(service.asked).toEqual([]);
  });

  test('are verified in the turn of their account: sixty at once are five requests', async () => {
    await put(wps, { testMode: false, live: { apiToken: 'one' } });
    const answers = [];
    for (let n = 0; n < 60; n++) answers.push(await service.ask('POST', `${wps}/verify`, { token }));
    expect(answers.map(({ status }) => status)).toEqual([...Array(5).fill(200), ...Array(55).fill(429)]);
    expect(answers[5]).toMatchObject({
      headers: { 'retry-after': '1' },
      body: {
        type: 'urn:problem:drop-ship:too-many-requests',
        detail: expect.stringMatching(/^We ask WPS only so often for one account/),
      },
    });
    expect(service.asked).toHaveLength(5);
    service.advance(1);
    expect((await service.ask('POST', `${wps}/verify`, { token })).status).toBe(200);
  });

  test('are verified again after the pause that a rate limit asks for', async () => {
    await put(wps, { testMode: false, live: { apiToken: 'one' } });
    service.answerVerify({ verdict: 'not-taken', reason: 'rate-limited', retryAfterSeconds: 90 });
    const limited = await service.ask('POST', `${wps}/verify`, { token });
    expect([limited.status, limited.headers['retry-after']]).toEqual([429, '90']);
    const theirs = 'WPS has asked us to wait before the next request: ask again then.';
    expect(limited.body.detail).toBe(theirs);
    service.answerVerify({ verdict: 'ok' });
    expect(await service.ask('POST', `${wps}/verify`, { token })).toMatchObject({
      status: 429,
      body: { detail: theirs },
    });
    expect(service.asked.length).toBe(1);
    service.advance(91);
    expect((await service.ask('POST', `${wps}/verify`, { token })).status).toBe(200);
  });
});

describe('webhooks', () => {
  test('are signed with a secret that is shown once; the old one signs beside it for a day', async () => {
    const first = await service.ask('POST', `${path}/webhook/secret`, { token });
    expect([first.status, first.body.previousRetiresAt]).toEqual([201, null]);
    expect(() => new Webhook(first.body.secret)).not.toThrow();
    const second = await service.ask('POST', `${path}/webhook/secret`, { token });
    expect(second.body.previousRetiresAt).toBe('2026-11-24T12:00:00.000Z');
    const { signingSecrets } = await rowOf(keys.store('moto-hut'));
    expect(signingSecrets.map((one: Loose) => one.retiresAt)).toEqual(['2026-11-24T12:00:00.000Z', null]);
    expect(JSON.stringify(service.table.rows())).not.toContain(second.body.secret);
    for (let n = 0; n < 40; n++) await service.ask('POST', `${path}/webhook/secret`, { token });
    expect((await rowOf(keys.store('moto-hut'))).signingSecrets).toHaveLength(2);
    service.advance(25 * 3600);
    await service.ask('POST', `${path}/webhook/secret`, { token });
    expect((await rowOf(keys.store('moto-hut'))).signingSecrets.length).toBe(2);
  });

  const notice = (id: string) => ({
    ...keys.notice('moto-hut', id),
    ...{
      rev: 'r',
      storeId: 'moto-hut',
      id,
      type: 'purchase_order.accepted',
      at: id.slice(0, -2),
      orderId: '1',
      poNumber: 'P',
    },
    ...{ account: null, reason: null, sequence: 1, tries: 3, sendingUntil: null, outcome: 'delivered' },
  });

  const manyNotices = async (count: number) => {
    for (let n = 0; n < count; n++) {
      const id = `${new Date(noon - n * 3600_000).toISOString()}-x`;
      await service.table.write([{ put: notice(id), was: null }]);
    }
  };
  const hooked = () =>
    service.ask('PUT', path, { token, body: { ...store, webhook: { url: 'https://motohut.example/hook' } } });
  const redeliver = (body: object) => service.ask('POST', `${path}/webhooks/redeliver`, { token, body });

  test('are owed again from a time on, one request at a time', async () => {
    await hooked();
    await manyNotices(3);
    const body = { since: '2026-11-22T00:00:00Z' };
    const answer = await redeliver(body);
    expect([answer.status, answer.body]).toEqual([
      202,
      { since: '2026-11-22T00:00:00.000Z', until: null, type: null, id: null },
    ]);
    expect(await redeliver(body)).toMatchObject({ status: 409, body: { type: 'urn:problem:drop-ship:in-progress' } });
    expect(await rowOf(keys.redelivery('moto-hut'))).toMatchObject({ due: 'webhook', after: null });
  });

  test.each([
    { since: 'yesterday' },
    { since: '2026-11-22T00:00:00Z', type: 'order.created' },
    { since: '2026-11-22T00:00:00Z', id: '' },
  ])('are not sent again by %j', async (body) => {
    expect((await redeliver(body)).status).toBe(400);
  });

  test('are not sent again where they would have to end before they begin', async () => {
    await hooked();
    const before = service.table.snapshot();
    // As texts the two would be in order.
    const never = { since: '2026-11-22T00:00:00.5Z', until: '2026-11-22T01:00:00+02:00' };
    const answer = await redeliver(never);
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [{ pointer: '/until', detail: 'Must not be before `since`.' }],
    ]);
    expect(service.table.snapshot()).toEqual(before);
    expect((await redeliver({ ...never, until: '2026-11-22T00:00:00.500Z' })).status).toBe(202);
  });

  test.each([{}, { until: '2099-01-02T00:00:00Z' }])('are not sent again from the future on: %j', async (more) => {
    await hooked();
    const answer = await redeliver({ since: '2099-01-01T00:00:00Z', ...more });
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [{ pointer: '/since', detail: 'Must not be in the future.' }],
    ]);
    expect(await rowOf(keys.redelivery('moto-hut'))).toBeUndefined();
  });

  test('are listed with their tries, newest first, by pages', async () => {
    await manyNotices(5);
    const tried = { at: '2026-11-23T12:00:01.000Z' as const, status: 500, error: 'Answered with status 500.' };
    const failing = {
      ...notice('2026-11-23T12:30:00.000Z-x'),
      outcome: null,
      due: 'webhook',
      dueAt: '2026-11-23T13:00:00.000Z' as const,
    };
    const row = { ...failing, log: [tried] };
    await service.table.write([{ put: row, was: null }]);
    const page = (query: Record<string, string>) => service.ask('GET', `${path}/webhooks/deliveries`, { token, query });
    const first = await page({ limit: '4' });
    expect(first.body.items[0]).toEqual({
      id: '2026-11-23T12:30:00.000Z-x',
      type: 'purchase_order.accepted',
      poNumber: 'P',
      createdAt: '2026-11-23T12:30:00.000Z',
      tries: [tried],
      state: 'pending',
      nextTryAt: '2026-11-23T13:00:00.000Z',
    });
    const rest = await page({ limit: '4', cursor: first.body.nextCursor });
    expect([first.body.items.length, rest.body.items.length, rest.body.nextCursor]).toEqual([4, 2, null]);
    expect(rest.body.items[1]).toMatchObject({ state: 'delivered', nextTryAt: null, tries: [] });
    expect((await page({ cursor: 'x'.repeat(2000) })).status).toBe(400);
  });

  test('are tried with an event that says what the receiver answered, and never its words', async () => {
    expect((await service.ask('POST', `${path}/webhooks/test`, { token })).status).toBe(404);
    const { secret } = (await hooked()).body.webhook;
    const sent: Loose[] = [];
    service.answerWebhook(async (delivery) => {
      sent.push(delivery);
      service.advance(2);
      return { outcome: 'failed', status: 503, reason: 'Answered with status 503.' };
    });
    const answer = await service.ask('POST', `${path}/webhooks/test`, { token });
    expect([answer.status, answer.body]).toEqual([200, { delivered: false, status: 503, milliseconds: 2000 }]);
    expect(sent).toMatchObject([{ url: 'https://motohut.example/hook', secrets: [secret] }]);
    expect(JSON.parse(sent[0].body)).toMatchObject({ type: 'webhook.test', data: { storeId: 'moto-hut' } });
  });

  test('are tried one at a time: a host that hangs is not asked by many', async () => {
    await hooked();
    service.answerWebhook(async () => {
      await service.ports.clock.sleep(9000);
      return { outcome: 'delivered', status: 204 };
    });
    const ask = () => service.ask('POST', `${path}/webhooks/test`, { token });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect([refused?.body.type, refused?.headers['retry-after']]).toEqual(['urn:problem:drop-ship:in-progress', '10']);
    expect((await ask()).status).toBe(200);
  });

  test('whose secret cannot be opened now are not in the way of the next', async () => {
    await hooked();
    service.answerWebhook(async () => ({ outcome: 'delivered', status: 204 }));
    const ask = async () => (await service.ask('POST', `${path}/webhooks/test`, { token })).status;
    const { vault } = service.ports;
    const broken = vi.spyOn(vault, 'open').mockRejectedValueOnce(new Error('The key is disabled.'));
    expect(await ask()).toBeGreaterThanOrEqual(500);
    broken.mockRestore();
    expect(await ask()).toBe(200);
  });

  test('whose function ended without an answer can be tried again soon', async () => {
    await hooked();
    service.answerWebhook(async () => {
      throw new Error('ended');
    });
    const ask = async () => (await service.ask('POST', `${path}/webhooks/test`, { token })).status;
    await ask();
    service.answerWebhook(async () => ({ outcome: 'delivered', status: 204 }));
    expect(await ask()).toBe(409);
    service.advance(30);
    expect(await ask()).toBe(200);
  });
});
