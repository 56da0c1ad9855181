import type { LookupAddress } from 'node:dns';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import { deliver } from '../../../shared/webhooks/deliver.ts';
import { guardedPost, type Resolve } from '../../../shared/webhooks/guarded-post.ts';

const [one, two] = [
  `whsec_${btoa('the first secret of the store!!!')}`,
  `whsec_${btoa('the second secret of the store!!')}`,
];
const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}),
};
const impatient: Clock = { ...clock, sleep: async () => {} };
const local = deliver({ post: guardedPost({ loopback: true }), clock });

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const receiver = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
};

const notice = (url: string) => ({
  url,
  id: 'notice-1',
  body: '{"type":"purchase_order.shipped","ü":"é"}',
  secrets: [one],
});

describe('a webhook', () => {
  it('arrives signed, so that the library that receivers use takes it', async () => {
    const seen: { headers: Record<string, string>; body: string }[] = [];
    const url = await receiver(async (request, response) => {
      seen.push({ headers: request.headers as Record<string, string>, body: await bodyOf(request) });
      response.writeHead(204).end();
    });
    expect(await local({ ...notice(url), correlationId: 'click-4711' })).toMatchObject({ outcome: 'delivered' });
    expect(seen[0]?.headers['webhook-id']).toBe('notice-1');
    expect(seen[0]?.headers['x-correlation-id']).toBe('click-4711');
    expect(seen[0]?.headers['content-type']).toBe('application/json');
    expect(new Webhook(one).verify(seen[0]?.body ?? '', seen[0]?.headers ?? {})).toEqual({
      type: 'purchase_order.shipped',
      ü: 'é',
    });
  });

  it('is signed with every secret that lives', async () => {
    const seen: { headers: Record<string, string>; body: string }[] = [];
    const url = await receiver(async (request, response) => {
      seen.push({ headers: request.headers as Record<string, string>, body: await bodyOf(request) });
      response.end();
    });
    await local({ ...notice(url), secrets: [one, two] });
    for (const secret of [one, two]) {
      expect(() => new Webhook(secret).verify(seen[0]?.body ?? '', seen[0]?.headers ?? {})).not.toThrow();
    }
    const other = `whsec_${btoa('nobody’s'.replace('’', ''))}`;
    expect(() => new Webhook(other).verify(seen[0]?.body ?? '', seen[0]?.headers ?? {})).toThrow();
  });

  it('fails without a secret to sign with', async () => {
    expect((await local({ ...notice('http://127.0.0.1:1/'), secrets: [] })).outcome).toBe('failed');
  });

  it.each([
    [200, 'delivered'],
    [299, 'delivered'],
    [410, 'gone'],
    [301, 'failed'],
    [400, 'failed'],
    [404, 'failed'],
    [429, 'failed'],
    [500, 'failed'],
  ])('answered with %i has %s', async (status, outcome) => {
    const url = await receiver((_, response) => response.writeHead(status).end('so it is'));
    expect((await local(notice(url))).outcome).toBe(outcome);
  });

  const monday = Date.parse('2026-11-23T08:00:00Z');
  it.each([
    [429, '120', 120],
    [503, ' 30 ', 30],
    [502, '0', 0],
    [503, '1.5', 2],
    [503, 'Mon, 23 Nov 2026 08:10:00 GMT', 600],
    [503, 'Monday, 23-Nov-26 08:10:00 GMT', 600],
    [503, 'Mon Nov 23 08:10:00 2026', 600],
    [429, 'Mon, 23 Nov 2026 07:00:00 GMT', 0],
    [429, '604800', 604_800],
  ])(
    'answered with %i and Retry-After: %s is not to be tried before',
    async (status, retryAfter, retryAfterSeconds) => {
      const url = await receiver((_, response) => response.writeHead(status, { 'retry-after': retryAfter }).end());
      const told = deliver({ post: guardedPost({ loopback: true }), clock: { ...clock, now: () => monday } });
      expect(await told(notice(url))).toMatchObject({ outcome: 'failed', status, retryAfterSeconds });
    },
  );

  it.each([
    [429, 'soon'],
    [429, '-1'],
    [503, '1e9'],
    [503, '99999999999999999999'],
    [503, 'Mon, 99 Nov 2026 08:10:00 GMT'],
    [503, ''],
    [404, '120'],
    [200, '120'],
    [410, '120'],
  ])('answered with %i and Retry-After: %s says nothing of the next try', async (status, retryAfter) => {
    const url = await receiver((_, response) => response.writeHead(status, { 'retry-after': retryAfter }).end());
    expect(await local(notice(url))).not.toHaveProperty('retryAfterSeconds');
  });

  it('follows no redirect', async () => {
    let asked = 0;
    const other = await receiver((_, response) => {
      asked += 1;
      response.end();
    });
    const url = await receiver((_, response) => response.writeHead(307, { location: other }).end());
    expect(await local(notice(url))).toEqual({ outcome: 'failed', status: 307, reason: 'Answered with status 307.' });
    expect(asked).toBe(0);
  });

  it('does not wait for the end of an endless answer', async () => {
    const url = await receiver((_, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(65_536), () => setImmediate(more));
      };
      response.writeHead(200);
      more();
    });
    expect(await local(notice(url))).toMatchObject({ outcome: 'delivered' });
  });

  it('fails when nobody answers in time, and leaves no connection behind', async () => {
    const [asked, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const url = await receiver((request) => {
      request.socket.on('close', () => closed.resolve());
      asked.resolve();
    });
    const waits: number[] = [];
    const slow: Clock = {
      ...clock,
      sleep: async (ms) => {
        waits.push(ms);
        await asked.promise;
      },
    };
    const told = deliver({ post: guardedPost({ loopback: true }), clock: slow });
    expect(await told(notice(url))).toEqual({
      outcome: 'failed',
      status: null,
      reason: 'No answer within 20 seconds.',
    });
    // The specification: between 15 and 30 seconds.
    expect(waits).toEqual([20_000]);
    await closed.promise;
  });

  it('fails when the connection ends before the answer, and tells no URL', async () => {
    const url = await receiver((request) => request.socket.destroy());
    const reset = await local(notice(`${url}?token=secret`));
    expect(reset.outcome).toBe('failed');
    expect(JSON.stringify(reset)).not.toMatch(/secret|127/);
    expect(await local(notice('http://127.0.0.1:1/?token=secret'))).toEqual({
      outcome: 'failed',
      status: null,
      reason: 'Not reached: ECONNREFUSED.',
    });
  });

  it('fails, and does not throw, whatever its port does', async () => {
    const broken = deliver({ post: async () => Promise.reject('no error at all'), clock });
    expect(await broken(notice('https://x.example/'))).toEqual({
      outcome: 'failed',
      status: null,
      reason: 'Not reached: no answer.',
    });
    const never = deliver({ post: () => new Promise(() => {}), clock: impatient });
    expect((await never(notice('https://x.example/'))).outcome).toBe('failed');
  });
});

describe('the guard', () => {
  const answering =
    (...addresses: readonly LookupAddress[]): Resolve =>
    (_, __, done) =>
      done(null, [...addresses]);
  const forbidden = { outcome: 'failed', status: null, reason: 'Not reached: FORBIDDEN_ADDRESS.' };
  const private4 = { address: '10.0.0.1', family: 4 };

  it.each([
    ['private', [private4]],
    ['loopback', [{ address: '127.0.0.1', family: 4 }]],
    ['the metadata', [{ address: '169.254.169.254', family: 4 }]],
    ['mapped', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['private among public ones', [{ address: '8.8.8.8', family: 4 }, private4]],
    ['none', []],
  ])('refuses a name whose addresses are %s', async (_, addresses) => {
    const guarded = deliver({ post: guardedPost({ loopback: false }, answering(...addresses)), clock });
    expect(await guarded(notice('https://hooks.motohut.example/'))).toEqual(forbidden);
  });

  it('looks at the addresses of every connection, so that a name cannot change its mind', async () => {
    let asked = 0;
    const url = await receiver((_, response) => response.end());
    const changing: Resolve = (_, __, done) =>
      done(null, asked++ === 0 ? [{ address: '127.0.0.1', family: 4 }] : [private4]);
    const guarded = deliver({ post: guardedPost({ loopback: true }, changing), clock });
    const target = notice(url.replace('127.0.0.1', 'localhost'));
    expect(await guarded(target)).toMatchObject({ outcome: 'delivered' });
    expect(await guarded(target)).toEqual(forbidden);
  });

  it('refuses this machine outside the local run, by name and by number', async () => {
    const deployed = deliver({ post: guardedPost({ loopback: false }), clock });
    const url = await receiver((_, response) => response.end());
    expect(await deployed(notice(url))).toEqual(forbidden);
    expect(await deployed(notice('https://localhost/'))).toEqual(forbidden);
    expect(await deployed(notice('https://[::1]/'))).toEqual(forbidden);
  });
});
