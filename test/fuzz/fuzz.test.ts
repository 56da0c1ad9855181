import { expect, test } from 'vitest';
import { judged, judgedLine } from './judge.ts';
import { fuzzWorld } from './world.ts';

const answer = (status: number, body: unknown, headers: object = {}) => ({
  status,
  text: JSON.stringify(body),
  headers: new Headers({ 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers }),
});
const health = { method: 'GET', path: '/v1/health', headers: {} };
const canaries = [{ text: 'CANARY', whose: 'a credential' }];
const verdict = (given: ReturnType<typeof answer>, path = '/v1/health') =>
  judged('GET /v1/health', { ...health, path }, given, canaries);

test('an answer that the document declares is right', () => {
  expect(verdict(answer(200, { status: 'ok' }))).toBeNull();
});

test.each([
  [answer(500, {}), 'answered 500'],
  [answer(409, {}), 'status 409 is not declared'],
  [answer(200, { status: 'ok', more: 1 }), 'must NOT have additional properties'],
  [answer(200, { status: 'so-so' }), 'is not as declared'],
  [answer(200, { status: 'ok' }, { 'x-unheard-of': '1' }), 'header x-unheard-of is not declared'],
  [answer(200, { status: 'ok' }, { 'x-correlation-id': 'CANARY' }), 'shows a credential'],
])('what is wrong with an answer is found: %#', (given, wrong) => {
  expect(verdict(given)).toContain(wrong);
});

test('what was taken and should not have been is found', () => {
  expect(verdict(answer(200, { status: 'ok' }), '/v1/health?__proto__=1')).toContain('took a query');
  const asked = { method: 'PUT', path: '/v1/stores/x', headers: {}, body: { name: 7 } };
  expect(judged('PUT /v1/stores/{storeId}', asked, answer(200, {}), [])).toContain('took a body');
  expect(judgedLine('{"event":"x","reason":"CANARY"}', canaries)).toContain('a credential');
});

test('200 requests from the document, hostile ones among them: every answer is as declared, and shows nothing of anybody else', async () => {
  const { findings, statuses } = await fuzzWorld(20_261_125, 200);
  expect(findings).toEqual([]);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 404, 409]));
});
