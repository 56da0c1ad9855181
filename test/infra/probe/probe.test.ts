import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { probe } from '../../../infra/probe/ask.ts';
import { compare } from '../../../infra/probe/compare.ts';
import { expectedOf } from '../../../infra/probe/expected.ts';
import { formOf, shapeOf } from '../../../infra/probe/redacted.ts';
import { report } from '../../../infra/probe/report.ts';
import { type Served, serveDistributors } from '../../../infra/simulators/serve.ts';
import { distributors } from '../../../shared/distributors/all.ts';
import { connect } from '../../../shared/distributors/client.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { credentialsOf, order, restlessClock } from '../../shared/distributors/world.ts';

let served: Served;
const clock = restlessClock();
const secret = 'k3ySecret0nly4us';

beforeEach(async () => {
  served = await serveDistributors({ clock });
});
afterEach(() => served.close());

const optionsOf = (slug: DistributorSlug, alter: (json: string) => string = (json) => json) => ({
  host: served.hosts[slug].live,
  clock: { now: clock.now, sleep: () => new Promise<void>(() => {}) },
  random: () => 0.5,
  fetch: async (input: string | URL | Request, init?: RequestInit) => {
    const answer = await fetch(input, init);
    return new Response(alter(await answer.text()), {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  },
});

const probed = async (slug: DistributorSlug, alter?: (json: string) => string) => {
  const distributor = distributors[slug];
  const credentials = credentialsOf(distributor, secret);
  const options = optionsOf(slug, alter);
  const account = { mode: 'live' as const, credentials, client: connect(optionsOf(slug)) };
  await distributor.submit(account, order(), { resend: false });
  served.control[slug].ship('PO-1001', [{ carrier: 'UP2D', trackingNumber: '1Z12345E0205271688' }]);
  const before = served.control[slug].orders().length;
  const result = await probe({
    ...{ distributor, mode: 'live', credentials, options },
    ...{ partNumber: '26-1772', around: clock.now() },
  });
  expect(served.control[slug].orders()).toHaveLength(before);
  return { result, text: report(result).join('\n') };
};

const values = [
  secret,
  'DLR777',
  'Ada Rider',
  '1 Main St',
  'Boise',
  '83702',
  'PO-1001',
  '1Z12345E0205271688',
  '26-1772',
];

describe.each(['parts-unlimited', 'wps', 'automatic'] as const)('the probe of a simulated %s', (slug) => {
  test('orders nothing, fits everywhere and shows no value', async () => {
    const { result, text } = await probed(slug);
    expect(result.verdicts.map(({ verdict }) => verdict)).toEqual(['ok', 'quoted', 'absent', 'tracked']);
    const wrong = result.answers.flatMap(({ findings }) => findings).filter(({ kind }) => kind === 'unread');
    expect(wrong).toEqual([]);
    expect(text).toContain('fits:');
    for (const value of values) expect(text + JSON.stringify(result)).not.toContain(value);
    const kinds = new Set(
      served.control[slug]
        .calls()
        .slice(-8)
        .map(({ call }) => call),
    );
    expect([...kinds]).toEqual(expect.arrayContaining(['verify', 'quote']));
  });
});

test('the probe of a simulated Tucker Rocky fits, although it knows no purchase orders', async () => {
  const { result } = await probed('tucker-rocky');
  expect(result.verdicts.map(({ verdict }) => verdict)).toEqual(['ok', 'quoted', 'no-answer', 'tracked']);
});

test('a planted difference is found: a renamed field, a new one, and one of another kind', async () => {
  const { text } = await probed('wps', (json) =>
    json
      .replaceAll('"ship_via"', '"shipVia"')
      .replaceAll('"ship_zip":"83702"', '"ship_zip":{"code":"83702"}')
      .replaceAll('"order_details"', '"promised":"2026-12-01","order_details"'),
  );
  const list = text.split('\n\n').find((part) => part.startsWith('GET /orders: 200')) ?? '';
  expect(list).toContain('CANNOT BE READ:\n    data[].ship_zip: an object');
  expect(list).toContain('MISSING:\n    data[].order_details[].ship_via');
  expect(list).toContain('    data[].promised: text like 9999-99-99');
  expect(list).toContain('    data[].order_details[].shipVia: text like AA9A');
  expect(list).toContain('fits:\n    data[].po_number: text like AA-9999');
  for (const value of values) expect(text).not.toContain(value);
});

test('a server that refuses is shown by the form of its words', async () => {
  served.control.wps.addFault({ call: 'verify', fault: 'bad-credentials', times: 1 });
  const { text } = await probed('wps');
  expect(text).toContain('credentials: credentials-refused');
  expect(text).toContain('GET /items: 401\n  {"message":"Aaaaaaaaaaaaaaa: aaa aaaaa a9aAaaaaa9aaa…"}');
});

describe('forms', () => {
  test('show neither letters nor digits, and of a name only what is a word', () => {
    expect(formOf('1Z 999-AA1/é')).toBe('9A 999-AA9/?');
    expect(shapeOf({ 'PO-1001': [1, 'a', 'b'], zip: null })).toEqual({ '(AA-9999)': ['number', 'a'], zip: null });
  });
  test('are compared with what a schema looks for, in lists too', () => {
    const expected = distributors.wps.expectedOf({ effect: 'read', method: 'GET', path: '/inventory' });
    if (expected === null) throw new Error('nothing is looked for in stock');
    const findings = compare({ data: [{ ca_warehouse: 'lots', ga_warehouse: '25+' }] }, expectedOf(expected));
    const kindOf = (path: string) => findings.find((finding) => finding.path === path)?.kind;
    expect([kindOf('data[].ca_warehouse'), kindOf('data[].ga_warehouse'), kindOf('data[].id_warehouse')]).toEqual([
      'unread',
      'fits',
      'missing',
    ]);
  });
});

describe('npm run probe', () => {
  const run = (args: readonly string[], environment: Record<string, string> = {}) => {
    const { status, stderr } = spawnSync(process.execPath, ['infra/probe/probe.ts', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...environment },
    });
    return [status, stderr.split('\n')[0]];
  };
  test.each([
    [[], /^Say which one with --distributor: parts-unlimited, wps, /],
    [['--distributor', 'wps'], /^This asks WPS with somebody’s account\. .* --owner-agrees when its owner agrees/],
    [['--distributor', 'tucker-rocky', '--owner-agrees'], /read from PROBE_CUSTOMER_NUMBER and PROBE_API_KEY\.$/],
  ])('%j asks nobody, and says what it lacks in one sentence', (args, sentence) => {
    expect(run(args)).toEqual([1, expect.stringMatching(sentence)]);
  });
  test('has no test host of WPS', () => {
    const args = ['--distributor', 'wps', '--owner-agrees'];
    expect(run(args, { PROBE_API_TOKEN: 'x' })).toEqual([1, expect.stringContaining('say --live')]);
  });
});
