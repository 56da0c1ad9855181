import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import { parseJson } from '../../../shared/distributors/body.ts';
import { startWork } from '../../work.ts';
import { wps } from './fixtures/wps.ts';
import { scriptedAccount, textAnswer } from './replies.ts';
import { open, order } from './world.ts';

const one = '1Z879E930346834440';
const other = '1Z5R89390357567127';

test.each([
  ['{"a":1,"a":2}', { a: [1, 2] }],
  ['{"a" : 1 , "b":0,\n"a"\n:2, "a":3}', { a: [1, 2, 3], b: 0 }],
  ['{"a":{"b":1},"a":{"b":2}}', { a: [{ b: 1 }, { b: 2 }] }],
  ['{"a":[1],"a":[2,3]}', { a: [1, 2, 3] }],
  ['{"a":"x","a":"x"}', { a: 'x' }],
  ['[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
  ['{"a":"\\"a\\": {","b":":a","c\\"":1,"a":2}', { a: ['"a": {', 2], b: ':a', 'c"': 1 }],
  ['{"n":12345678901234567890,"n":1}', { n: ['12345678901234567890', 1] }],
])('a name that an object has twice has both its values: %s', (text, json) => {
  expect(parseJson(text)).toEqual(json);
});

test('everything else is read as any parser reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const plain: unknown = JSON.parse(text);
      fc.pre(!/\d{16}|\dE/i.test(text));
      expect(parseJson(text)).toEqual(plain);
    }),
    { seed: 11, numRuns: 500 },
  );
});

test('the parcels of Tucker Rocky are all told where its XML became JSON with a name twice', async () => {
  const text = `{"SHP":{"status":"SUCCESSFUL","shipment":{"ordernum":"7654321",
    "shipmentline":{"trackingnumbers":{"carrier":"UG","trackingnum":"${one}"}},
    "shipmentline":{"trackingnumbers":{"carrier":"UG","trackingnum":"${other}"}}}}}`;
  const { account } = scriptedAccount(distributors['tucker-rocky'], { 'GET ': textAnswer(200, text) });
  expect(await distributors['tucker-rocky'].track(account, [open], 0)).toMatchObject({
    orders: [{ parcels: [{ trackingNumber: one }, { trackingNumber: other }] }],
  });
});

test('a yes with two order numbers under one name has none', async () => {
  const reply = textAnswer(200, '{"data":{"order_number":"7654321","order_number":"7654322"}}');
  const { account } = scriptedAccount(distributors.wps, { ...wps.before, [wps.commit]: reply });
  expect(await distributors.wps.submit(account, order(), { resend: false })).toMatchObject({ verdict: 'unknown' });
});

test('a large text with a name twice is read in time linear in it', () => {
  const row = `{"a":"${'x'.repeat(40)}","a":"${'y'.repeat(40)}"}`;
  const work = startWork();
  expect(parseJson(`[${Array.from({ length: 10_000 }, () => row).join(',')}]`)).toHaveLength(10_000);
  expect(work()).toBeLessThan(1_000);
});
