import type { Context } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { manageOrders } from '../../../functions/manage-orders.ts';
import { rateLimiter } from '../../../shared/http/rate-limit.ts';
import { type HttpService, httpService, store } from '../../functions/http-service.ts';

describe('the limit of a key', () => {
  let service: HttpService;
  let token: string;
  const ask = (by = token) => service.ask('GET', '/v1/stores/moto-hut', { token: by });
  const exhaust = async () => {
    for (let n = 0; n < 200; n++) await ask();
  };
  beforeEach(async () => {
    service = httpService();
    token = await service.keyTo(null);
    await service.ask('PUT', '/v1/stores/moto-hut', { token, body: store });
    service.advance(60);
  });

  it('is two hundred requests at once and fifty a second, told in every answer', async () => {
    expect((await ask()).headers).toMatchObject({
      ratelimit: '"key";r=199;t=1',
      'ratelimit-policy': '"key";q=200;w=4',
    });
    for (let n = 1; n < 200; n++) expect((await ask()).status).toBe(200);
    expect(await ask()).toMatchObject({
      status: 429,
      headers: { 'retry-after': '1', ratelimit: '"key";r=0;t=4', 'x-correlation-id': expect.any(String) },
      body: { type: 'urn:problem:drop-ship:too-many-requests' },
    });
    service.advance(1);
    const answers = [];
    for (let n = 0; n < 51; n++) answers.push((await ask()).status);
    expect(answers).toEqual([...Array(50).fill(200), 429]);
  });

  it('is each key’s own', async () => {
    const other = await service.keyTo('moto-hut');
    await exhaust();
    expect((await ask()).status).toBe(429);
    expect((await ask(other)).status).toBe(200);
  });

  it('stands in problems too, and not where nobody has a key', async () => {
    const missing = await service.ask('GET', '/v1/stores/none', { token });
    expect([missing.status, missing.headers['ratelimit-policy']]).toEqual([404, '"key";q=200;w=4']);
    expect((await service.ask('GET', '/v1/health')).headers).not.toHaveProperty('ratelimit');
    expect((await ask('ds_nobody_00000000000000000000')).status).toBe(401);
  });

  it('is what the deployment says', async () => {
    const ports = { ...service.ports, queues: { send: async () => {} } };
    const ask = manageOrders({ ...ports, rateLimit: { perSecond: 1, burst: 2 } });
    const event = {
      version: '2.0',
      routeKey: 'GET /v1/stores/{storeId}/orders',
      rawPath: '/v1/stores/moto-hut/orders',
      headers: {},
      pathParameters: { storeId: 'moto-hut' },
      isBase64Encoded: false,
      requestContext: {
        requestId: 'r',
        http: { method: 'GET', path: '/v1/stores/moto-hut/orders' },
        authorizer: { lambda: { verdict: 'ok', keyId: 'k', storeId: '*', scopes: 'orders:read' } },
      },
    };
    const answers = [];
    for (let n = 0; n < 3; n++) answers.push(await ask(event, { awsRequestId: 'r' } as Context));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(answers[0]?.headers).toMatchObject({ ratelimit: '"key";r=1;t=1', 'ratelimit-policy': '"key";q=2;w=2' });
  });

  it('is remembered for ten thousand keys and no more', () => {
    const take = rateLimiter();
    expect(take('first', 0)).toBe(199);
    for (let n = 0; n < 9_999; n++) take(`key-${n}`, 0);
    expect(take('first', 0)).toBe(198);
    for (let n = 0; n < 10_000; n++) take(`other-${n}`, 0);
    expect(take('first', 0)).toBe(199);
  });
});
