import { beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../shared/contract/examples.ts';
import { operations } from '../../shared/contract/operations/all.ts';
import { type RouteKey, routes, type Scope, scopes } from '../../shared/contract/routes.ts';
import { type Instant, instant } from '../../shared/domain/vocabulary.ts';
import { createKey, revokeKey } from '../../shared/http/api-key.ts';
import { api, type Came } from '../api/api.ts';
import { settingsOf } from '../moto-hut.ts';

/** Every route of the contract: a new one is asked by itself, with every key below. */
const all = operations.map(({ key, id }) => {
  const [method = '', pattern = ''] = key.split(' ');
  return { key, id, method, pattern, scope: routes[key].scope, isInStore: pattern.includes('{storeId}') };
});
const guarded = all.filter(({ scope }) => scope !== null);
type Asked = (typeof all)[number];

/** The names in a path: of things that there are, so that whoever is let in could do harm. */
const names = new Map([
  ['orderId', '1001'],
  ['itemId', '1'],
  ['distributor', 'wps'],
  ['poNumber', '1001-1'],
  ['trackingNumber', '1Z5R89390357567127'],
  ['keyId', 'nobody'],
]);
const pathIn = (storeId: string, { pattern }: Asked): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'storeId' ? storeId : (names.get(name) ?? 'x1')));

let service: ReturnType<typeof api>;
/** Keys with one scope each, by whose they are. */
const own = new Map<Scope, string>();
const platform = new Map<Scope, string>();
const tokens = { other: '', ownAll: '', revoked: '', expired: '' };

const setUp = async (storeId: string, token: string): Promise<void> => {
  const ask = (method: string, path: string, body: object) =>
    service.ask(method, `/v1/stores/${storeId}${path}`, { token, body });
  await ask('PUT', '', { ...examples.putStore });
  await ask('PUT', '/distributors/wps', settingsOf('wps', { live: `${storeId}-key` }));
  await ask('PUT', '/orders/1001', { ...examples.putOrder });
  expect((await ask('POST', '/orders/1001/items/1/drop-ship', { confirm: true })).status).toBe(201);
};

const keyTo = (storeId: string | null, granted: readonly Scope[], endsAt: Instant | null = null) =>
  createKey(service.world.ports, { storeId, scopes: granted, endsAt });

beforeAll(async () => {
  service = api();
  const { world } = service;
  const everything = (await keyTo(null, scopes)).token;
  await setUp('moto-hut', everything);
  await setUp('other', everything);
  for (const scope of scopes) {
    own.set(scope, (await keyTo('moto-hut', [scope])).token);
    platform.set(scope, (await keyTo(null, [scope])).token);
  }
  tokens.other = (await keyTo('other', scopes)).token;
  tokens.ownAll = (await keyTo('moto-hut', scopes)).token;
  const revoked = await keyTo('moto-hut', scopes);
  tokens.revoked = revoked.token;
  await revokeKey(world.ports.table, 'moto-hut', revoked.keyId);
  tokens.expired = (await keyTo('moto-hut', scopes, instant(world.now() + 1000))).token;
  await world.pass(1);
});

/** A body that is right; a key may be given no scope that its maker lacks. */
const bodyOf = ({ id }: Asked) => (/^create.*Key$/.test(id) ? { scopes: ['admin'] } : examples[id]);

const ask = (route: Asked, token: string | null, storeId = 'moto-hut', headers = {}): Promise<Came> =>
  service.ask(route.method, pathIn(storeId, route), {
    token,
    headers: { prefer: 'wait=0', ...headers },
    ...(bodyOf(route) === undefined ? {} : { body: bodyOf(route) }),
  });

/** Asks, and finds that nothing was written: not even an Idempotency-Key is taken by whoever is not let in. */
const refused = async (route: Asked, token: string | null, storeId?: string, headers = {}): Promise<Came> => {
  // So that the limit of a key is never what is seen.
  await service.world.pass(1);
  const before = service.world.memory.rows();
  const came = await ask(route, token, storeId, { 'idempotency-key': 'mine', ...headers });
  expect(service.world.memory.rows()).toEqual(before);
  return came;
};

const scopesThat = (test: (scope: Scope) => boolean) => scopes.filter(test);

describe.each(guarded)('$key', (route) => {
  it('is for no key that lacks its scope, whosever it is', async () => {
    for (const scope of scopesThat((each) => each !== route.scope))
      for (const whose of [own, platform]) {
        const came = await refused(route, whose.get(scope) ?? '');
        expect([scope, came.status, came.body.type]).toEqual([scope, 403, 'urn:problem:drop-ship:forbidden']);
        if (whose === platform || route.isInStore) expect(came.body.detail).toContain(`the scope ${route.scope}.`);
      }
  });

  it('is, to the key of another store, in a store that is not there', async () => {
    const came = await refused(route, tokens.other);
    if (!route.isInStore) {
      expect([came.status, came.body.type]).toEqual([403, 'urn:problem:drop-ship:forbidden']);
      return;
    }
    const nowhere = await refused(route, tokens.other, 'nowhere');
    expect(came.status).toBe(404);
    expect({ ...came.body, correlationId: '' }).toEqual({ ...nowhere.body, correlationId: '' });
  });

  it('is for nobody without a key, with one that was revoked, that has ended, or that is malformed', async () => {
    const [, keyId = '', secret = ''] = tokens.ownAll.split('_');
    const useless = [
      tokens.revoked,
      tokens.expired,
      tokens.ownAll.slice(0, -1),
      `${tokens.ownAll}A`,
      `ds_${keyId}_${tokens.other.split('_')[2]}`,
      `DS_${keyId}_${secret}`,
      `ds_${keyId}`,
      `${tokens.ownAll} ${tokens.ownAll}`,
      'ds_prototype_00000000000000000000',
      'x'.repeat(5000),
      null,
    ];
    for (const token of useless) {
      const came = await refused(route, token);
      expect([token, came.status, came.body.type]).toEqual([token, 401, 'urn:problem:drop-ship:unauthorized']);
      expect(came.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await refused(route, null, 'moto-hut', { authorization: `Basic ${btoa(tokens.ownAll)}` })).status).toBe(
      401,
    );
  });
});

describe('whoever has the scope is let in', () => {
  /** What takes something away comes last. */
  const inOrder = [...guarded].sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));

  it.each(inOrder)('$key', async (route) => {
    const { scope } = route;
    if (scope === null) return;
    await service.world.pass(1);
    const holders = route.isInStore ? [own, platform] : [platform];
    for (const whose of holders) {
      const came = await ask(route, whose.get(scope) ?? '');
      expect(came.status, came.text).toBeLessThan(500);
      expect([401, 403]).not.toContain(came.status);
      expect(came.text).not.toContain('There is no such store');
    }
  });

  it.each(all.filter(({ scope }) => scope === null))(
    '$key, and everybody else, whatever key is sent',
    async (route) => {
      for (const token of [null, tokens.expired, 'ds_x_y', tokens.other])
        expect((await ask(route, token)).status).toBe(200);
    },
  );
});

describe('the table of the routes', () => {
  const keysOf = (scope: Scope | null): readonly RouteKey[] =>
    all.filter((each) => each.scope === scope).map(({ key }) => key);

  it('lets nobody in without a key but to the contract, the dialog’s module and the sign of life', () => {
    expect(keysOf(null)).toEqual(['GET /v1/openapi.json', 'GET /v1/health', 'GET /v1/drop-ship-dialog.js']);
  });

  it('gives a key that reads orders nothing to change, and none but admin the keys and what is over all stores', () => {
    expect(keysOf('orders:read').filter((key) => !key.startsWith('GET '))).toEqual([]);
    const overAll = all.filter(({ isInStore, scope }) => !isInStore && scope !== null);
    expect(overAll.map(({ scope }) => scope)).toEqual(overAll.map(() => 'admin'));
    const ofKeys = all.filter(({ pattern }) => /\/keys(\/|$)/.test(pattern));
    expect(ofKeys.map(({ scope }) => scope)).toEqual(Array.from({ length: 6 }, () => 'admin'));
  });
});
