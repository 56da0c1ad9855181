import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../../shared/contract/examples.ts';
import { nothing } from '../../shared/contract/fields.ts';
import { operations } from '../../shared/contract/operations/all.ts';
import { routes } from '../../shared/contract/routes.ts';
import { type Answered, type Asked, type HttpService, httpService, order, store } from './http-service.ts';

const parameters: Readonly<Record<string, string>> = {
  storeId: 'moto-hut',
  orderId: '1001',
  itemId: '1',
  distributor: 'wps',
  poNumber: 'PO-1',
  keyId: 'abc',
  trackingNumber: '1Z5R89390357567127',
};

const all = operations.map((operation) => {
  const [method = '', pattern = ''] = operation.key.split(' ');
  return {
    operation,
    method,
    pattern,
    path: pattern.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? ''),
  };
});
type One = (typeof all)[number];
const name = ({ operation }: One) => operation.key;
const guarded = all.filter(({ operation }) => routes[operation.key].scope !== null);
const withBody = all.filter(({ operation }) => operation.body !== nothing);
const named = (some: readonly One[]) => some.map((one) => [name(one), one] as const);

let service: HttpService;
let token: string;
let others: string;
beforeAll(async () => {
  service = httpService();
  token = await service.keyTo(null);
  others = await service.keyTo('other');
  await service.ask('PUT', '/v1/stores/moto-hut', { token, body: store });
  await service.ask('PUT', '/v1/stores/moto-hut/orders/1001', { token, body: order });
});

const otherTypes = [
  'text/plain',
  'application/xml',
  'application/json; charset=latin1',
  'application/json;version=1;charset="utf-16"',
  'application/json version=1',
  'application/json; =1',
  'application/jsonx',
  '',
];
/** Parameters that say nothing of JSON (RFC 9110, 5.6.6 and 8.3.1), as common clients and frameworks write them. */
const jsonTypes = [
  'application/json; charset=utf8',
  'Application/JSON ;\tcharset="UTF-8"',
  'application/json;',
  'application/json; version=1; charset=us-ascii',
  'application/json; profile="https://a.example/b;c"',
  '\tapplication/json\t',
];

/** Asks, and holds what every refusal promises: a problem with a correlation id, no line of the stack, nothing written. */
const refused = async ({ method, path }: Pick<One, 'method' | 'path'>, asked: Asked): Promise<Answered> => {
  const before = service.table.snapshot();
  service.advance(1);
  const answer = await service.ask(method, path, { token, ...asked });
  expect(answer.status, JSON.stringify(answer.body)).toBeGreaterThanOrEqual(400);
  expect(answer.status, JSON.stringify(service.lines.at(-1))).toBeLessThan(500);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/problem+json',
    'x-correlation-id': expect.stringMatching(/.+/),
    'cache-control': 'no-store',
  });
  expect(answer.body).toMatchObject({
    type: expect.stringMatching(/^urn:problem:drop-ship:[a-z-]+$/),
    title: expect.any(String),
    status: answer.status,
    detail: expect.any(String),
  });
  expect(JSON.stringify(answer.body)).not.toMatch(/\bat .*\.ts|valibot|Received|Expected/);
  expect(service.table.snapshot()).toEqual(before);
  return answer;
};

const pointersOf = (answer: Answered): string[] =>
  answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);

test.each(jsonTypes)('%j is JSON, whatever parameters the media type has', async (type) => {
  const asked = { token, raw: JSON.stringify(order), headers: { 'content-type': type } };
  expect((await service.ask('PUT', '/v1/stores/moto-hut/orders/1001', asked)).status).toBe(200);
});

describe.each(named(guarded))('%s', (_name, one) => {
  test('needs a key', async () => {
    expect((await refused(one, { token: undefined })).status).toBe(401);
    expect((await refused(one, { token: `ds_abc_${'x'.repeat(43)}` })).status).toBe(401);
  });

  test('needs a key with its scope', async () => {
    const { scope } = routes[one.operation.key];
    const rest = (['orders:read', 'orders:write', 'settings:write', 'admin'] as const).filter((it) => it !== scope);
    const answer = await refused(one, { token: await service.keyTo(null, rest) });
    expect([answer.status, answer.body.type]).toEqual([403, 'urn:problem:drop-ship:forbidden']);
  });

  test('is not for the key of another store', async () => {
    const answer = await refused(one, { token: others });
    expect(answer.status).toBe(one.path.includes('moto-hut') ? 404 : 403);
  });
});

describe.each(named(all))('%s', (_name, one) => {
  test('refuses an unknown query parameter', async () => {
    const answer = await refused(one, { query: { 'surely~not/known': '1' } });
    expect([answer.status, pointersOf(answer)]).toEqual([400, ['/query/surely~0not~1known']]);
  });

  test('names each part of the path that is malformed', async () => {
    for (const part of one.pattern.matchAll(/\{(\w+)\}/g)) {
      for (const bad of ['a b', 'a#b', 'ä', 'x'.repeat(65), '%00', "';--"]) {
        const path = one.pattern.replace(/\{(\w+)\}/g, (_, it: string) =>
          it === part[1] ? bad : (parameters[it] ?? ''),
        );
        const answer = await refused({ ...one, path }, { body: examples[one.operation.id] });
        if (part[1] === 'distributor') expect(answer.status).toBe(404);
        else if (part[1] === 'trackingNumber') expect([400, 404]).toContain(answer.status);
        else expect([answer.status, pointersOf(answer)]).toEqual([400, [`/path/${part[1]}`]]);
      }
    }
  });

  test('refuses a body that is too large, of another type, or not JSON in UTF-8', async () => {
    const large = { raw: `{"a":"${'x'.repeat(one.operation.limit)}"}` };
    expect((await refused(one, large)).status).toBe(413);
    expect((await refused(one, { raw: Buffer.from(large.raw) })).status).toBe(413);
    for (const type of otherTypes) {
      expect((await refused(one, { raw: '{}', headers: { 'content-type': type } })).status).toBe(415);
    }
    const zipped = { raw: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } };
    const answer = await refused(one, zipped);
    expect([answer.status, answer.body.detail]).toEqual([415, 'Send the body as it is, without "content-encoding".']);
    const broken = ['{', '{"a":}', 'nothing', '{"a":1}}', '\ufeff\ufeff{}', Buffer.from('{"a":"\xff"}', 'latin1')];
    for (const raw of broken) {
      const answer = await refused(one, { raw });
      expect([answer.status, pointersOf(answer)]).toEqual([400, ['']]);
    }
  });

  test('reads what stands behind a byte order mark, as .NET may put before a text', async () => {
    const answer = await refused(one, { raw: '\ufeff{"surplus":1}' });
    expect(pointersOf(answer)).not.toContain('');
  });

  test('refuses an unknown field, whatever it is called', async () => {
    const example = JSON.stringify(examples[one.operation.id] ?? {}).slice(1);
    const comma = example === '}' ? '' : ',';
    for (const field of ['surplus', '__proto__', 'constructor', 'toString', '', 'a/b']) {
      const answer = await refused(one, { raw: `{${JSON.stringify(field)}:{"x":1}${comma}${example}` });
      const pointer = `/${field.replace('/', '~1')}`;
      expect([answer.status, pointersOf(answer)]).toEqual([400, [pointer]]);
    }
  });

  test('refuses what is no object', async () => {
    for (const raw of ['null', '[]', '[1]', '7', '"text"', 'true', '['.repeat(30_000) + ']'.repeat(30_000)]) {
      expect((await refused(one, { raw })).status).toBe(400);
    }
  });
});

describe.each(named(withBody))('%s', (_name, one) => {
  const example = examples[one.operation.id] ?? {};

  test('needs a body', async () => {
    const answer = await refused(one, {});
    expect([answer.status, pointersOf(answer)]).toEqual([400, ['']]);
  });

  test('names a field of a wrong type, wherever it is, and never repeats what it was given', async () => {
    for (const path of pathsIn(example)) {
      for (const wrong of [{ secretWord: 1 }, ['secretWord'], 'x\u0000secretWord', 'secretWord\ud800', 1.5, -1]) {
        service.advance(1);
        const answer = await service.ask(one.method, one.path, { token, body: replaced(example, path, wrong) });
        if (answer.status < 400) continue;
        expect(answer.status).toBeLessThan(500);
        if (answer.body.errors === undefined) continue;
        const pointers = pointersOf(answer);
        expect(pointers.some((pointer) => pointer.startsWith(`/${path.join('/')}`))).toBe(true);
        for (const { detail } of answer.body.errors) expect(detail).not.toContain('secretWord');
        expect(answer.body.detail).not.toContain('secretWord');
      }
    }
  });

  test('is never broken by what it is given', async () => {
    const paths = pathsIn(example);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue({ noUnicodeString: false }), async (path, value) => {
        service.advance(1);
        const answer = await service.ask(one.method, one.path, { token, body: replaced(example, path, value) });
        expect(answer.status, JSON.stringify(service.lines.at(-1))).toBeLessThan(500);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

/** Every place in a value, by its path. */
const pathsIn = (value: unknown, path: string[] = []): string[][] => [
  ...(path.length > 0 ? [path] : []),
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
    : []),
];

const replaced = (value: unknown, [first, ...rest]: readonly string[], by: unknown): unknown => {
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === first ? replaced(item, rest, by) : item));
  const fields = value as Record<string, unknown>;
  return { ...fields, [first]: replaced(fields[first], rest, by) };
};

test.each(jsonTypes)('%j is JSON, whatever parameters the media type has', async (type) => {
  const asked = { token, raw: JSON.stringify(order), headers: { 'content-type': type } };
  expect((await service.ask('PUT', '/v1/stores/moto-hut/orders/1001', asked)).status).toBe(200);
});

/** Half a surrogate pair, as a text has that was cut in the middle of a character: the table takes none. */
describe('half a character', () => {
  const half = '\ud800';
  const cursorOf = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const sort = '2026-11-20T17:03:00.000Z#1';

  test.each([
    ['/v1/stores', [half, 'moto-hut']],
    ['/v1/stores', [sort, half]],
    ['/v1/stores/moto-hut/orders', [half, '1001']],
    ['/v1/stores/moto-hut/orders', [sort, half]],
    ['/v1/stores/moto-hut/purchase-orders', [half, 'moto-hut', 'PO-1']],
    ['/v1/stores/moto-hut/purchase-orders', [sort, 'moto-hut', half]],
    ['/v1/purchase-orders', [half, 'moto-hut', 'PO-1']],
    ['/v1/purchase-orders', [sort, half, 'PO-1']],
    ['/v1/purchase-orders', [sort, 'moto-hut', half]],
  ])('%s: in a cursor it is refused: %j', async (path, parts) => {
    const answer = await refused({ method: 'GET', path }, { query: { cursor: cursorOf(parts) } });
    expect([answer.status, pointersOf(answer)]).toEqual([400, ['/query/cursor']]);
  });

  const [timeline, deliveries] = [
    '/v1/stores/moto-hut/orders/1001/timeline',
    '/v1/stores/moto-hut/webhooks/deliveries',
  ];
  test.each([
    [timeline, [sort, '1001']],
    [timeline, { deliveries: 'n1' }],
    [timeline, { timeline: half }],
    [deliveries, [sort, 'moto-hut', 'PO-1']],
    [deliveries, { timeline: '2026-11-20T17:03:00.000Z##0000001' }],
    [deliveries, { deliveries: '' }],
    ['/v1/stores/moto-hut/orders', { timeline: sort }],
  ])('%s: the cursor of another list is refused: %j', async (path, parts) => {
    const answer = await refused({ method: 'GET', path }, { query: { cursor: cursorOf(parts) } });
    expect([answer.status, pointersOf(answer)]).toEqual([400, ['/query/cursor']]);
  });

  const url = 'https://motohut.example/{orderId}';
  const whole: Readonly<Record<string, object>> = {
    enterShipment: { ...examples.enterShipment, corrects: '1Z879E930346834440' },
    putStore: { ...examples.putStore, brand: { color: '#1d4ed8', website: 'https://motohut.example' }, adminUrl: url },
  };
  test.each(named(withBody))('%s: in any field of the body it is refused or mended, never kept', async (_name, one) => {
    const body = whole[one.operation.id] ?? examples[one.operation.id] ?? {};
    for (const path of pathsIn(body)) {
      service.advance(1);
      const wrong = replaced(body, path, `half a character ${half}`);
      const answer = await service.ask(one.method, one.path, { token, body: wrong });
      expect([200, 201, 400, 404, 409, 422]).toContain(answer.status);
    }
    // JSON writes half a pair as what it is called.
    expect(JSON.stringify([...service.table.snapshot().values()])).not.toContain('\\ud800');
  });
});

test('half a character in the id of a webhook that is to be sent again is refused', async () => {
  const fresh = httpService();
  const asked = { token: await fresh.keyTo(null) };
  await fresh.ask('PUT', '/v1/stores/moto-hut', { ...asked, body: store });
  const body = { since: '2026-11-20T00:00:00Z', id: 'a\udc00' };
  const answer = await fresh.ask('POST', '/v1/stores/moto-hut/webhooks/redeliver', { ...asked, body });
  expect([answer.status, pointersOf(answer)]).toEqual([400, ['/id']]);
});

/** Whoever reads a URL takes these out of its path, so that nobody could ask for what is called so. */
describe.each(['.', '..'])('%j', (id) => {
  const items = (itemId: string) => [{ ...order.items[0], itemId }];
  const mended = expect.stringContaining('not . or ..');

  test('is no id in a path, an order or a bulk', async () => {
    const asked: readonly (readonly [string, string, Asked, string])[] = [
      ['PUT', `/v1/stores/${id}`, { body: store }, '/path/storeId'],
      ['PUT', `/v1/stores/moto-hut/orders/${id}`, { body: order }, '/path/orderId'],
      ['PUT', '/v1/stores/moto-hut/orders/1001', { body: { ...order, items: items(id) } }, '/items/0/itemId'],
      ['GET', `/v1/stores/moto-hut/orders/1001/items/${id}/drop-ship`, {}, '/path/itemId'],
      [
        'POST',
        '/v1/stores/moto-hut/drop-ships',
        { body: { confirm: true, items: [{ orderId: '1001', itemId: id }] } },
        '/items/0/itemId',
      ],
    ];
    for (const [method, path, request, pointer] of asked) {
      const answer = await refused({ method, path }, request);
      expect([answer.status, answer.body.errors]).toEqual([400, [{ pointer, detail: mended }]]);
    }
  });

  test('is no number of a parcel, also not confirmed: nobody could take it back', async () => {
    const body = { trackingNumber: ` ${id}`, confirm: true };
    const path = '/v1/stores/moto-hut/purchase-orders/PO-1/shipments';
    const answer = await refused({ method: 'POST', path }, { body });
    const detail = 'Must be the number of a parcel, and not dots, dashes and the like alone.';
    expect([answer.status, answer.body.errors]).toEqual([400, [{ pointer: '/trackingNumber', detail }]]);
  });

  test('in an order that is not New is taken in: it is known to be cancelled', async () => {
    const body = { ...order, revision: null, status: 'Cancelled', items: items(id) };
    const answer = await service.ask('PUT', '/v1/stores/moto-hut/orders/1002', { token, body });
    expect([answer.status, answer.body.status]).toEqual([id === '.' ? 201 : 200, 'Cancelled']);
  });
});

describe('nowhere', () => {
  test.each(['/', '/v1', '/v1/nothing', '/v1/stores/moto-hut/', '/v2/health', '//v1/health'])(
    '%s is 404',
    async (path) => {
      expect((await refused({ method: 'GET', path }, {})).body.type).toBe('urn:problem:drop-ship:not-found');
    },
  );

  test.each([
    ['POST', '/v1/stores/moto-hut', 'PUT, GET'],
    ['HEAD', '/v1/health', 'GET'],
    ['OPTIONS', '/v1/stores/moto-hut/keys', 'POST, GET'],
    ['PATCH', '/v1/stores/moto-hut/orders/1001', 'PUT, GET'],
    ['PATCH', '/v1/stores/moto-hut/purchase-orders/PO-1', 'GET'],
    ['POST', '/v1/drop-ship-dialog.js', 'GET'],
  ])('%s %s is 405 and says what is allowed', async (method, path, allow) => {
    const answer = await refused({ method, path }, {});
    expect([answer.status, answer.headers.allow]).toEqual([405, allow]);
  });

  test.each(['HEAD', 'POST', 'OPTIONS'])('%s of the dialog under the name of its hash is 405 too', async (method) => {
    const source = await service.ports.dialogModule();
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 16);
    const answer = await refused({ method, path: `/v1/drop-ship-dialog-${hash}.js` }, {});
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET']);
    expect((await refused({ method, path: '/v1/drop-ship-dialog-0123456789abcdef.js' }, {})).status).toBe(404);
  });
});
