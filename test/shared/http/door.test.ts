import type { Context } from 'aws-lambda';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { fields } from '../../../shared/contract/fields.ts';
import { operation, usual } from '../../../shared/contract/operation.ts';
import { inStore } from '../../../shared/contract/path.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { reply } from '../../../shared/contract/reply.ts';
import type { Log } from '../../../shared/domain/ports/ports.ts';
import { httpHandler } from '../../../shared/http/door.ts';
import { lambda } from '../../../shared/http/lambda.ts';
import { type DoorPorts, route } from '../../../shared/http/route.ts';

const context = { awsRequestId: 'request-1' } as Context;
const lines: string[] = [];
const write = (event: string, more?: object) => void lines.push(JSON.stringify({ event, ...more }));
const log: Log = { info: write, warn: write, error: write };
beforeEach(() => {
  lines.length = 0;
});

const Put = operation('PUT /v1/stores/{storeId}', {
  ...usual,
  id: 'put',
  summary: 'Put.',
  path: inStore,
  body: fields({ name: v.string() }),
  answers: { 200: v.object({ name: v.string(), storeId: v.string() }), 204: null },
});

const handlerOf = (act: (name: string) => void) =>
  httpHandler<DoorPorts>([
    route(Put, async ({ storeId, body: { name } }) => {
      act(name);
      return name === '' ? reply(204, undefined) : reply(200, { storeId, name });
    }),
  ])({ log, newId: () => 'id', clock: { now: () => 0, sleep: async () => {} } });

const event = (more: object = {}) => ({
  routeKey: 'PUT /v1/stores/{storeId}',
  rawPath: '/v1/stores/a',
  headers: { 'content-type': 'application/json' },
  pathParameters: { storeId: 'a' },
  body: '{"name":"Ada"}',
  requestContext: {
    requestId: 'JKJaXmPLvHcESHA=',
    http: { method: 'PUT' },
    authorizer: { lambda: { verdict: 'ok', keyId: 'k', storeId: 'a', scopes: 'settings:write' } },
  },
  ...more,
});

describe('an answer', () => {
  test('is what the handler says, as JSON, and names its request', async () => {
    const answer = await handlerOf(() => {})(event(), context);
    expect(answer).toEqual({
      statusCode: 200,
      headers: {
        'cache-control': 'no-store',
        'content-type': 'application/json',
        'x-correlation-id': 'JKJaXmPLvHcESHA=',
        'ratelimit-policy': '"key";q=200;w=4',
        ratelimit: '"key";r=199;t=1',
      },
      body: '{"storeId":"a","name":"Ada"}',
    });
  });

  test('without a body has none', async () => {
    const answer = await handlerOf(() => {})(event({ body: '{"name":""}' }), context);
    expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([204, '', undefined]);
  });

  test('takes a body in base64, as API Gateway hands it over', async () => {
    const body = Buffer.from('{"name":"Ædå"}').toString('base64');
    const answer = await handlerOf(() => {})(event({ body, isBase64Encoded: true }), context);
    expect(answer.body).toContain('Ædå');
  });
});

describe('a function that runs out of time', () => {
  const neverDone = httpHandler<DoorPorts>([route(Put, () => new Promise<never>(() => {}))])({
    log,
    newId: () => 'id',
    clock: { now: () => 0, sleep: async () => {} },
  });

  test('says so itself, as a problem to be asked again, before Lambda ends it without an answer', async () => {
    const almostOver = { ...context, getRemainingTimeInMillis: () => 500 };
    const { statusCode, headers, body } = await neverDone(event(), almostOver);
    expect([statusCode, headers['content-type'], headers['retry-after']]).toEqual([
      503,
      'application/problem+json',
      '1',
    ]);
    expect(JSON.parse(body)).toMatchObject({ detail: expect.stringContaining('no time left') });
  });
});

describe('the correlation id', () => {
  const idOf = async (given: string) => {
    const headers = { 'content-type': 'application/json', 'x-correlation-id': given };
    return (await handlerOf(() => {})(event({ headers }), context)).headers['x-correlation-id'];
  };

  test('is the caller’s own when it is safe to repeat', async () => {
    expect(await idOf('order-7.retry_2')).toBe('order-7.retry_2');
    expect(await idOf('x'.repeat(64))).toBe('x'.repeat(64));
    for (const unsafe of ['', 'a b', 'a\r\nset-cookie: x', 'x'.repeat(65), 'a=b', 'a:b', '<b>']) {
      expect(await idOf(unsafe)).toBe('JKJaXmPLvHcESHA=');
    }
  });

  test('stands in every line of the log', async () => {
    await idOf('mine');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toContain('"correlationId":"mine"');
  });
});

describe('without the authorizer’s yes', () => {
  test.each([undefined, {}, { lambda: { verdict: 'unauthorized' } }, { lambda: { verdict: 'ok' } }, { lambda: null }])(
    '%j is 401 and runs nothing',
    async (authorizer) => {
      const requestContext = { ...event().requestContext, authorizer };
      const handler = handlerOf(() => {
        throw new Error('It ran');
      });
      const answer = await handler(event({ requestContext }), context);
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    },
  );
});

describe('what goes wrong', () => {
  const failing = (error: unknown) =>
    handlerOf(() => {
      throw error;
    })(event(), context);

  test('as a problem is answered as that problem', async () => {
    const answer = await failing(new Problem('stale-revision', 'Later.', { members: { known: 7 } }));
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body)).toEqual({
      type: 'urn:problem:drop-ship:stale-revision',
      title: 'A later revision of the order is known',
      status: 409,
      detail: 'Later.',
      known: 7,
      correlationId: 'JKJaXmPLvHcESHA=',
    });
  });

  test('unforeseen is a 500 that tells the caller nothing and the log the reason', async () => {
    const answer = await failing(new Error('the reason'));
    expect([answer.statusCode, answer.body]).toEqual([
      500,
      '{"type":"urn:problem:drop-ship:internal-error","title":"Something went wrong on our side","status":500,"correlationId":"JKJaXmPLvHcESHA="}',
    ]);
    expect(lines.join()).toContain('the reason');
    expect(lines.join()).not.toContain('Ada');
  });

  test('while reading what we do not understand never reaches the log with its input', async () => {
    await failing(v.safeParse(v.number(), 'Ada').issues?.[0] ?? null);
    try {
      v.parse(v.number(), 'Ada');
    } catch (error) {
      expect((await failing(error)).statusCode).toBe(500);
    }
    expect(lines.join()).not.toContain('Ada');
  });

  test.each([
    Object.assign(new Error('slow down'), { name: 'ThrottlingException' }),
    Object.assign(new Error('slow down'), { $retryable: { throttling: true } }),
    Object.assign(new Error('theirs'), { $fault: 'server' }),
    Object.assign(new Error('socket'), { code: 'ECONNRESET' }),
    Object.assign(new Error('again and again'), { name: 'Contended' }),
  ])('for a moment (%s) is a 503 that says when to come again', async (error) => {
    const answer = await failing(error);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
    expect(answer.body).not.toContain(error.message);
  });

  test('by our own fault at AWS is no reason to try again', async () => {
    const ours = Object.assign(new Error('bad key'), { name: 'ValidationException', $fault: 'client' });
    expect((await failing(ours)).statusCode).toBe(500);
  });

  test('in the wiring is a 500', async () => {
    expect((await handlerOf(() => {})(event({ routeKey: 'GET /v1/health' }), context)).statusCode).toBe(500);
    expect((await handlerOf(() => {})({ nonsense: true }, context)).headers['x-correlation-id']).toBe('unknown');
  });
});

test('a function builds its ports at its first call, once', async () => {
  let built = 0;
  const handler = lambda(
    (ports: { n: number }) => async (event: number, _context: unknown) => ports.n + event,
    () => ({ n: ++built }),
  );
  expect(built).toBe(0);
  expect([await handler(1, null), await handler(2, null), built]).toEqual([2, 3, 1]);
});
