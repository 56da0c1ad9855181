import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, connect as tcp } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { connect, sizeLimitBytes, timeLimitMilliseconds } from '../../../shared/distributors/client.ts';
import type { Client, ClientOptions, DistributorRequest } from '../../../shared/distributors/distributor.ts';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import { leaksIn } from './leaks.ts';

const now = Date.UTC(2026, 10, 20, 17);

/** A clock that stands still until it is told to go on; short naps between two tries are over at once. */
const heldClock = () => {
  const sleepers: { milliseconds: number; wake: () => void }[] = [];
  const naps: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds, signal) => {
      if (milliseconds < timeLimitMilliseconds) {
        naps.push(milliseconds);
        return Promise.resolve();
      }
      return new Promise((wake, reject) => {
        sleepers.push({ milliseconds, wake });
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    },
  };
  return {
    clock,
    naps,
    timeIsUp: () => sleepers.filter(({ milliseconds }) => milliseconds <= 10_000).map(({ wake }) => wake()),
  };
};

const servers: { close(): unknown; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

type Answering = (response: ServerResponse, request: IncomingMessage, at: number) => void;

/** A server on this machine, what it was asked, and a client for it. */
const serving = async (answering: Answering, more: Partial<ClientOptions> = {}) => {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answering(response, request, asked.length);
  });
  const url = await listening(server);
  const held = heldClock();
  const client: Client = connect({ host: `${url}/base`, fetch, clock: held.clock, random: () => 0.5, ...more });
  return { asked, client, server, url, ...held };
};
const listening = async (server: {
  listen(port: number, host: string, ready: () => void): unknown;
  address(): unknown;
  close(): unknown;
}) => {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const read: DistributorRequest = { effect: 'read', method: 'GET', path: '/things', query: [['key', 's3cret & more']] };
const write: DistributorRequest = { ...read, effect: 'write' };
const until = async (done: () => boolean) => {
  while (!done()) await new Promise((soon) => setImmediate(soon));
};

describe('an answer', () => {
  test('comes with its status, its JSON and its text', async () => {
    const { client, asked } = await serving((response) => response.writeHead(201).end('{"a":1}'));
    expect(await client(read)).toEqual({
      kind: 'answer',
      status: 201,
      json: { a: 1 },
      text: '{"a":1}',
      retryAfterSeconds: null,
    });
    expect(asked).toEqual(['GET /base/things?key=s3cret%20%26%20more']);
  });

  test('that is no JSON has its text alone', async () => {
    const { client } = await serving((response) => response.writeHead(200).end('<html>'));
    expect(await client(read)).toMatchObject({ json: undefined, text: '<html>' });
  });

  test.each([
    ['7', 7],
    [new Date(now + 90_000).toUTCString(), 90],
    [new Date(now - 90_000).toUTCString(), 0],
    ['0.4', 1],
    ['soon', null],
    ['-1', null],
    ['12 minutes', null],
  ])('says when to come again: %s', async (written, seconds) => {
    const { client, asked } = await serving((response) => response.writeHead(429, { 'retry-after': written }).end());
    expect(await client(read)).toMatchObject({ status: 429, retryAfterSeconds: seconds });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['age', '30', true],
    ['age', '0', undefined],
    ['x-cache', 'HIT from proxy:3128', true],
    ['x-cache', 'Miss from cloudfront', undefined],
    ['cf-cache-status', 'STALE', true],
    ['cf-cache-status', 'DYNAMIC', undefined],
    ['warning', '110 - "Response is Stale"', true],
    ['age', '35, 0', true],
    ['age', '0, 12', true],
    ['x-cache', 'TCP_HIT from a23-1-2-3.deploy', true],
    ['x-cache', 'TCP_NEGATIVE_HIT', true],
    ['x-cache', 'TCP_MEM_HIT', true],
    ['x-cache', 'TCP_STALE_HIT', true],
    ['x-cache', 'TCP_MISS from a23-1-2-3.deploy', undefined],
    ['x-cache', 'MISS, HIT', true],
    ['x-cache', 'OriginShieldHit from cloudfront', true],
    ['x-cache', 'CONFIG_NOCACHE', undefined],
    ['x-cache-hits', '0, 3', true],
    ['x-cache-hits', '0', undefined],
    ['x-vercel-cache', 'STALE', true],
    ['x-nginx-cache', 'HIT', true],
    ['x-rack-cache', 'fresh', true],
    ['x-rack-cache', 'miss, store', undefined],
    ['akamai-cache-status', 'Hit from child', true],
    ['cache-status', '"edge"; hit; ttl=30', true],
    ['cache-status', '"edge"; fwd=uri-miss; stored', undefined],
    ['x-from-cache', '1', true],
    ['x-varnish', '32770 3', true],
    ['x-varnish', '32770', undefined],
    ['cache-control', 'max-age=60, stale-while-revalidate=30', undefined],
    ['cdn-cache-control', 'max-age=60, stale-if-error=30', undefined],
    ['x-cache-key', '/orders/hit', undefined],
    ['x-cacheable', 'YES', undefined],
  ])('that something in between had kept says so: %s: %s', async (name, value, isFromCache) => {
    const headers: string[] = [];
    const { client } = await serving((response, request) => {
      headers.push(request.headers['cache-control'] ?? '');
      response.writeHead(200, { [name]: value }).end('[]');
    });
    expect(Object(await client(read)).isFromCache).toBe(isFromCache);
    expect(headers).toEqual(['no-cache']);
  });

  test.each([
    ['x-cache', 'CACHED', true],
    ['x-cache', 'true', true],
    ['x-cache-status', 'CACHED', true],
    ['x-cache-age', '35', true],
    ['x-cached-at', 'Mon, 23 Nov 2026 08:10:00 GMT', true],
    ['laravel-responsecache', 'Mon, 23 Nov 2026 08:10:00 GMT', true],
    ['x-served-from', 'cache', true],
    ['warning', '199 - "partial results"', true],
    ['x-cacheable', 'YES', true],
    ['x-cache', 'Miss from cloudfront', undefined],
    ['x-cache', 'TCP_MISS from a23', undefined],
    ['x-cache-hits', '0, 0', undefined],
    ['cf-cache-status', 'DYNAMIC', undefined],
    ['cf-cache-status', 'BYPASS', undefined],
    ['x-proxy-cache', 'EXPIRED', undefined],
    ['x-cache-enabled', 'False', undefined],
    ['cache-control', 'no-cache, private', undefined],
    ['surrogate-key', 'orders', undefined],
    ['x-cache-tags', 'orders', undefined],
  ])('that something in between may have kept says so: %s: %s', async (name, value, mayBeFromCache) => {
    const { client } = await serving((response) => response.writeHead(200, { [name]: value }).end('[]'));
    expect(Object(await client(read)).mayBeFromCache).toBe(mayBeFromCache);
  });

  test('tells what its headers say of a list', async () => {
    const { client } = await serving((response) =>
      response.writeHead(200, { 'x-total-count': '31', link: '<https://api.example/?page=2>; rel="next"' }).end('[]'),
    );
    expect(Object(await client(read)).listHeaders).toEqual([
      ['next', '<https://api.example/?page=2>; rel="next"'],
      ['total-count', '31'],
    ]);
  });

  test('to a write is that of the body that was sent', async () => {
    const { client } = await serving((response, request) => {
      let sent = '';
      request.on('data', (chunk) => {
        sent += chunk;
      });
      request.on('end', () =>
        response.end(JSON.stringify({ type: request.headers['content-type'], sent: JSON.parse(sent) })),
      );
    });
    const body = { name: 'Zoë O’Neil & 日 😀 100%+' };
    expect(await client({ effect: 'write', method: 'POST', path: '/order', body })).toMatchObject({
      json: { type: 'application/json', sent: body },
    });
  });
});

describe('no answer', () => {
  test('within the time limit: the call is lost, and its socket is gone when it returns', async () => {
    let gone = false;
    const { client, asked, timeIsUp } = await serving((response) =>
      response.on('close', () => {
        gone = true;
      }),
    );
    const reply = client(write);
    await until(() => asked.length === 1);
    timeIsUp();
    expect(await reply).toEqual({ kind: 'lost', reason: 'too-slow' });
    await until(() => gone);
  });

  test('whole within the time limit: a trickle is cut off', async () => {
    const { client, asked, timeIsUp } = await serving((response) => response.writeHead(200).write('{"a":'));
    const reply = client(write);
    await until(() => asked.length === 1);
    timeIsUp();
    expect(await reply).toEqual({ kind: 'lost', reason: 'too-slow' });
  });

  test('that is too large is read to its end: not one chunk further, and the server is cut off', async () => {
    let gone = false;
    const { client } = await serving((response) => {
      response.on('close', () => {
        gone = true;
      });
      response.writeHead(200);
      const pour = (): void => {
        while (!gone && response.write('x'.repeat(65_536)));
        if (!gone) response.once('drain', pour);
      };
      pour();
    });
    expect(await client(read)).toEqual({ kind: 'lost', reason: 'too-large' });
    await until(() => gone);
  });

  test('of the largest size is still one', async () => {
    const { client } = await serving((response) => response.end('x'.repeat(sizeLimitBytes)));
    expect(await client(read)).toMatchObject({ kind: 'answer', status: 200 });
  });

  test.each([301, 302, 303, 307, 308])('is a redirect with %i: nobody follows it', async (status) => {
    const { client, asked } = await serving((response) =>
      response.writeHead(status, { location: '/base/elsewhere' }).end('{}'),
    );
    expect(await client(read)).toEqual({ kind: 'lost', reason: 'redirect' });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['before the answer', (response: ServerResponse) => response.socket?.resetAndDestroy()],
    [
      'within the answer',
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-length': 50 }).write('{"a"', () => response.socket?.destroy()),
    ],
  ])('when the connection ends %s: a write is lost, and not sent twice', async (_, end) => {
    const { client, asked } = await serving((response) => end(response));
    expect(await client(write)).toEqual({ kind: 'lost', reason: 'cut-short' });
    expect(asked).toHaveLength(1);
  });

  test('shorter than was announced counts, also from memory', async () => {
    const short: typeof fetch = async () => new Response('{"a":1}', { headers: { 'content-length': '99' } });
    const { client } = await serving(() => {}, { fetch: short });
    expect(await client(write)).toEqual({ kind: 'lost', reason: 'cut-short' });
  });

  test('where nobody listens: certainly nothing was sent', async () => {
    const { client, server } = await serving(() => {});
    server.close();
    await until(() => !server.listening);
    expect(await client(write)).toEqual({ kind: 'not-sent', reason: 'no-connection' });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED'])(
    'with %s: certainly nothing was sent',
    async (code) => {
      const nowhere: typeof fetch = async () => {
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('no'), { code }),
        });
      };
      const { client } = await serving(() => {}, { fetch: nowhere });
      expect(await client(write)).toEqual({ kind: 'not-sent', reason: 'no-connection' });
    },
  );

  test('where a greeting is not understood: who knows what was sent', async () => {
    const server = createTcpServer((socket) => socket.end('HELO\r\n'));
    const host = await listening(server);
    const client = connect({ host, fetch, clock: heldClock().clock, random: () => 0.5 });
    expect(await client(write)).toEqual({ kind: 'lost', reason: 'cut-short' });
    expect(tcp).toBeTypeOf('function');
  });

  test('of several addresses, all must have refused', async () => {
    const refused = Object.assign(new Error('no'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const reset = Object.assign(new Error('no'), { code: 'ECONNRESET', syscall: 'read' });
    const failing =
      (errors: Error[]): typeof fetch =>
      async () => {
        throw new TypeError('fetch failed', { cause: new AggregateError(errors) });
      };
    const reply = async (errors: Error[]) => (await serving(() => {}, { fetch: failing(errors) })).client(write);
    expect(await reply([refused, refused])).toMatchObject({ kind: 'not-sent' });
    expect(await reply([refused, reset])).toMatchObject({ kind: 'lost' });
  });
});

describe('a read', () => {
  test('is repeated twice, with longer and longer pauses', async () => {
    const { client, asked, naps } = await serving((response) => response.writeHead(503).end());
    expect(await client(read)).toMatchObject({ status: 503 });
    expect(asked).toHaveLength(3);
    expect(naps).toEqual([500, 1_000]);
  });

  test.each([
    ['2', [2_000, 2_000], 3],
    ['0', [500, 1_000], 3],
    [new Date(now + 3_000).toUTCString(), [3_000, 3_000], 3],
    ['30', [], 1],
    [new Date(now + 3_600_000).toUTCString(), [], 1],
  ])('is not repeated sooner than the answer allows, nor waited for long: %s', async (written, pauses, times) => {
    const { client, asked, naps } = await serving((response) =>
      response.writeHead(503, { 'retry-after': written }).end(),
    );
    expect(await client(read)).toMatchObject({ status: 503 });
    expect(naps).toEqual(pauses);
    expect(asked).toHaveLength(times);
  });

  test.each([
    ['the deadline', { deadline: now + timeLimitMilliseconds + 1_000 }],
    ['the end of the watch', { askUntil: () => now + 1_000 }],
  ])('is not waited for where %s comes before', async (_, more) => {
    const { client, asked, naps } = await serving(
      (response) => response.writeHead(503, { 'retry-after': '2' }).end(),
      more,
    );
    expect(await client(read)).toMatchObject({ status: 503, retryAfterSeconds: 2 });
    expect(naps).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  test('is over with the first good answer', async () => {
    const { client, asked } = await serving((response, _, at) =>
      at === 1 ? response.socket?.destroy() : response.end('{}'),
    );
    expect(await client(read)).toMatchObject({ kind: 'answer', status: 200 });
    expect(asked).toHaveLength(2);
  });

  test.each([400, 401, 403, 404, 429])('is not repeated after %i', async (status) => {
    const { client, asked } = await serving((response) => response.writeHead(status).end());
    await client(read);
    expect(asked).toHaveLength(1);
  });

  test('whose slowness has a better answer is asked once', async () => {
    const { client, asked, timeIsUp } = await serving(() => {});
    const reply = client({ ...read, repeatWhenSlow: false });
    await until(() => asked.length === 1);
    timeIsUp();
    expect(await reply).toEqual({ kind: 'lost', reason: 'too-slow' });
    expect(asked).toHaveLength(1);
  });
});

describe('a write', () => {
  test('never goes into a connection that was kept from an earlier call', async () => {
    const { client, asked, server } = await serving((response) => response.end('{}'));
    let connections = 0;
    server.on('connection', () => {
      connections += 1;
    });
    for (const path of ['/a', '/b', '/c']) await client({ ...write, path });
    expect([asked.length, connections]).toEqual([3, 3]);
  });

  test.each([500, 502, 503, 504])('is never repeated after %i, although it is a GET', async (status) => {
    const { client, asked, naps } = await serving((response) => response.writeHead(status).end());
    expect(await client(write)).toMatchObject({ status });
    expect(asked).toHaveLength(1);
    expect(naps).toEqual([]);
  });
});

describe('the deadline', () => {
  test('no request begins that could outlast it', async () => {
    const late = { deadline: now + timeLimitMilliseconds - 1 };
    const { client, asked } = await serving((response) => response.end('{}'), late);
    expect(await client(write)).toEqual({ kind: 'not-sent', reason: 'no-time-left' });
    expect(asked).toEqual([]);
  });
});

describe('the wall', () => {
  const options = { fetch, clock: heldClock().clock, random: () => 0.5 };

  test.each([
    'http://api.example.com',
    'ftp://127.0.0.1',
    'https://u:p@api.example.com',
    'https://api.example.com/?a=1',
    'api.example.com',
    '',
  ])('no client is made for %s', (host) => {
    expect(() => connect({ host, ...options })).toThrow(/^A distributor host/);
  });

  test.each([
    '/../other',
    '/a/../../x',
    '//evil.example/x',
    '/a?x=1',
    '/a#b',
    'evil',
    '/a\\b',
    '@evil.example/',
    '/%2e%2e/x',
    '/a b',
  ])('no request leaves the base by the path %s', async (path) => {
    const { client, asked } = await serving((response) => response.end('{}'));
    expect(await client({ ...read, path })).toEqual({ kind: 'not-sent', reason: 'not-sendable' });
    expect(asked).toEqual([]);
  });

  test.each([
    ['half a character', { query: [['a', '\ud800']] as const }],
    ['a header with a line break', { headers: { 'api-key': 'a\nb' } }],
  ])('what cannot be written is not sent: %s', async (_, more) => {
    const { client, asked } = await serving((response) => response.end('{}'));
    expect(await client({ ...read, ...more })).toEqual({ kind: 'not-sent', reason: 'not-sendable' });
    expect(asked).toEqual([]);
  });

  test('the library’s errors, which hold the address, end here', async () => {
    const { client } = await serving((response) => response.socket?.destroy());
    const reply = await client(write);
    expect(leaksIn(reply, ['s3cret', '127.0.0.1'])).toEqual([]);
    expect(leaksIn({ reply, planted: 'GET http://127.0.0.1/?key=s3cret%20%26%20more' }, ['s3cret & more'])).toEqual([
      's3cret & more',
    ]);
  });
});
