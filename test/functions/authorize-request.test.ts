import { beforeEach, expect, test } from 'vitest';
import { authorizeRequest } from '../../functions/authorize-request.ts';
import { type HttpService, httpService } from './http-service.ts';

let service: HttpService;
beforeEach(() => {
  service = httpService();
});

const verdictOf = async (authorization?: string) => {
  const answer = await authorizeRequest(service.ports)({
    headers: authorization === undefined ? {} : { authorization },
  });
  expect(answer.isAuthorized).toBe(true);
  return answer.context;
};

test('says which key it is, of which store, with which scopes', async () => {
  const token = await service.keyTo('moto-hut', ['orders:read', 'admin']);
  expect(await verdictOf(`Bearer ${token}`)).toEqual({
    verdict: 'ok',
    keyId: token.split('_')[1],
    storeId: 'moto-hut',
    scopes: 'orders:read admin',
  });
  expect(await verdictOf(`bearer ${await service.keyTo(null, [])}`)).toMatchObject({ storeId: '*', scopes: '' });
});

test('lets nobody in whose token is another one by a single character', async () => {
  const token = await service.keyTo('moto-hut');
  const other = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
  expect(await verdictOf(`Bearer ${other}`)).toEqual({ verdict: 'unauthorized' });
});

test.each([
  '',
  'Bearer',
  'Bearer ds_',
  'Bearer ds_x_y',
  'Basic YTpi',
  `Bearer ds_nobody_${'a'.repeat(43)}`,
  'Bearer ds_a#b_c',
])('lets nobody in with %j', async (authorization) => {
  expect(await verdictOf(authorization)).toEqual({ verdict: 'unauthorized' });
});

test('lets nobody in without a header', async () => {
  expect(await verdictOf()).toEqual({ verdict: 'unauthorized' });
});

test('does not say no because the table cannot be read', async () => {
  const token = await service.keyTo('moto-hut');
  service.ports.table.get = async () => {
    throw new Error('throttled');
  };
  await expect(verdictOf(`Bearer ${token}`)).rejects.toThrow('throttled');
});

test('writes no token into the log', async () => {
  await verdictOf(`Bearer ds_nobody_${'secret'.repeat(8)}`);
  expect(JSON.stringify(service.lines)).not.toContain('secret');
});
