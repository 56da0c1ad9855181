import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalCloud, startLocalCloud } from '../../../infra/local/local-cloud.ts';
import { synthesize } from '../../../infra/local/template/synth.ts';
import { localClock } from '../../../infra/local/time/clock.ts';

const app = {
  file: 'test/infra/local/fixture/app.ts',
  sources: [
    'infra/*.ts',
    'infra/bundling/*.ts',
    'test/infra/local/fixture/**/*',
    'shared/domain/*.ts',
    'shared/contract/routes.ts',
    'package-lock.json',
  ],
};
const clock = localClock(0);
const lines: string[] = [];
let cloud: LocalCloud;

beforeAll(async () => {
  const assembly = await synthesize(app, () => undefined);
  const replace = { DISTRIBUTOR_HOSTS: '{"wps":{}}', NOT_IN_THE_TEMPLATE: 'x' };
  cloud = await startLocalCloud({
    assembly,
    clock,
    replace,
    add: { LOCAL_ONLY: 'yes' },
    onLog: (_, line) => lines.push(line),
  });
}, 180_000);
afterAll(() => cloud?.stop());

const ask = (path: string, init?: RequestInit) => cloud.fetch(new Request(`http://127.0.0.1:3000${path}`, init));
const wish = async (body: object) =>
  await (
    await ask('/things', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  ).json();
/** What the function `answer` tells of itself and its event. */
const Seen = v.object({
  event: v.looseObject({ routeKey: v.string(), body: v.optional(v.string()), isBase64Encoded: v.boolean() }),
  now: v.number(),
  made: v.string(),
  remaining: v.number(),
  environment: v.record(v.string(), v.string()),
});
const seen = async (path: string, init?: RequestInit) => v.parse(Seen, await (await ask(path, init)).json());
const row = (sk: string) => wish({ get: { pk: 'A', sk } });

describe('the HTTP API', () => {
  it('gives the function the event of payload format 2.0', async () => {
    const { event } = await seen('/things/a%20b?x=1&x=2', {
      headers: { Authorization: 'open', 'X-Thing': 'yes', cookie: 'a=1; b=2' },
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /things/{thingId}',
      rawPath: '/things/a b',
      rawQueryString: 'x=1&x=2',
      queryStringParameters: { x: '1,2' },
      pathParameters: { thingId: 'a b' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-thing': 'yes', authorization: 'open' },
      requestContext: {
        authorizer: { lambda: { seen: 'GET /things/{thingId}', who: { name: 'guard' } } },
        stage: '$default',
      },
      isBase64Encoded: false,
    });
  });
  it('answers itself when there is no Authorization at all', async () => {
    const answer = await ask('/things/1');
    expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
    expect(answer.headers.has('x-correlation-id')).toBe(false);
    expect(answer.headers.get('apigw-requestid')).toMatch(/./);
  });
  it('names every answer as API Gateway does, and tells the function the name', async () => {
    const answer = await ask('/things/special');
    const { event } = v.parse(v.object({ event: v.unknown() }), await answer.json());
    expect(event).toMatchObject({ requestContext: { requestId: answer.headers.get('apigw-requestid') } });
  });
  it('answers itself when the authorizer says no', async () => {
    const answer = await ask('/things/1', { headers: { Authorization: 'closed' } });
    expect([answer.status, await answer.json()]).toEqual([403, { message: 'Forbidden' }]);
  });
  it('takes the literal path before the variable one, and $default for the rest', async () => {
    expect((await seen('/things/special')).event.routeKey).toBe('GET /things/special');
    expect((await seen('/elsewhere', { method: 'DELETE' })).event.routeKey).toBe('$default');
  });
  it('hands binary bodies over in base64', async () => {
    const { event } = await seen('/things', { method: 'POST', body: new Uint8Array([1, 255]) });
    expect([event.body, event.isBase64Encoded]).toEqual(['Af8=', true]);
  });
  it('hands text that is not UTF-8 over as it came', async () => {
    const headers = { 'content-type': 'application/json' };
    const { event } = await seen('/things', { method: 'POST', body: new Uint8Array([34, 233, 34]), headers });
    expect([event.body, event.isBase64Encoded]).toEqual(['Iuki', true]);
  });
  it('refuses a body that API Gateway would refuse', async () => {
    const answer = await ask('/things', { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) });
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });
  it('refuses a head that API Gateway would refuse', async () => {
    const headers = (size: number) => ({ Authorization: 'open', 'x-long': 'x'.repeat(size) });
    const answer = await ask('/things/1', { headers: headers(10_240) });
    expect([answer.status, await answer.json()]).toEqual([431, { message: 'Request Header Fields Too Large' }]);
    expect((await ask('/things/1', { headers: headers(10_000) })).status).toBe(200);
  });
  it('answers itself when it is told to: too many requests, or nobody there', async () => {
    for (const [error, status] of [
      ['Too Many Requests', 429],
      ['Service Unavailable', 503],
    ] as const) {
      cloud.faults.add({ service: 'api', error, message: '', times: 1 });
      const answer = await ask('/things/special');
      expect([answer.status, await answer.json()]).toEqual([status, { message: error }]);
    }
    expect((await ask('/things/special')).status).toBe(200);
  });
  it('tells nothing of a failure but the log does', async () => {
    const answer = await ask('/things', {
      method: 'POST',
      body: '{"fail":true}',
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect(lines.join()).toContain('as wished');
  });
});

describe('a function', () => {
  it('is ended at its time limit, and the next one works', async () => {
    const answer = await ask('/things', {
      method: 'POST',
      body: '{"sleep":60000}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(500);
    expect(lines.join()).toContain('Task timed out after 2.00 seconds');
    expect((await ask('/things/special')).status).toBe(200);
  });
  it('runs beside itself', async () => {
    const [waited] = await Promise.all([
      wish({ waitFor: { pk: 'A', sk: 'sign' } }),
      wish({ put: { pk: 'A', sk: 'sign', given: true } }),
    ]);
    expect(waited).toMatchObject({ given: true });
  });
  it('has the environment of the template and nothing of ours', async () => {
    const { environment, remaining } = await seen('/things/special');
    expect(environment).toMatchObject({
      POWERTOOLS_METRICS_NAMESPACE: 'DropShip',
      DISTRIBUTOR_HOSTS: '{"wps":{}}',
      LOCAL_ONLY: 'yes',
    });
    expect(environment).not.toHaveProperty('NOT_IN_THE_TEMPLATE');
    expect(environment).not.toHaveProperty('HOME');
    expect(remaining).toBeLessThanOrEqual(2000);
  });
  it('opens a data key that was made for it, but only in the context in which it was made', async () => {
    expect(await wish({ openFor: 'a' })).toEqual({ bytes: 32 });
    expect(await wish({ openFor: 'b' })).toEqual({ refused: 'InvalidCiphertextException' });
  });
});

describe('queues, schedule and clock', () => {
  it('delivers messages, and lays with the dead what fails five times', async () => {
    await wish({ put: { pk: 'A', sk: 'fails' } });
    await wish({ send: { pk: 'A', sk: 'fails', fail: true } });
    for (let times = 1; times <= 5; times += 1) {
      await cloud.quiet();
      expect(await row('fails')).toMatchObject({ taken: times });
      await cloud.advance(33);
      await expect.poll(async () => (await cloud.queues.inspect(cloud.queueNamed('sweep'))).ready).toBe(0);
    }
    await expect.poll(async () => (await cloud.queues.inspect(cloud.queueNamed('sweep-dead'))).ready).toBe(1);
    expect(await row('fails')).toMatchObject({ taken: 5 });
  });
  it('moves every clock, and runs what has become due until nothing is', async () => {
    const { now: before } = await seen('/things/special');
    for (const sk of ['one', 'two', 'three']) {
      await wish({ put: { pk: 'A', sk, due: 'sweep', dueAt: new Date(before + 3_000_000).toISOString() } });
    }
    await cloud.advance(3600);
    const { now, made } = await seen('/things/special');
    expect(now - before).toBeGreaterThanOrEqual(3_600_000);
    expect(Date.parse(made) - now).toBeLessThan(1000);
    for (const sk of ['one', 'two', 'three']) expect(await row(sk)).toEqual({ pk: 'A', sk, taken: 1 });
  });
  it('deletes what has expired', async () => {
    const expiresAt = Math.floor(clock.now() / 1000) + 100;
    await wish({ put: { pk: 'A', sk: 'brief', expiresAt } });
    await cloud.advance(50);
    expect(await row('brief')).not.toBeNull();
    await cloud.advance(51);
    expect(await row('brief')).toBeNull();
  });
});
