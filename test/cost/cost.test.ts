import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryTable } from '../memory-table.ts';
import { atRest, metricsAtWork } from './at-rest.ts';
import { countedTable } from './counted-table.ts';
import { naiveOrder } from './naive.ts';
import { orderLife } from './order-life.ts';
import { billOf, dollarsOf, times, type Use } from './prices.ts';
import { inside } from './report.ts';

/** Dollars for 1,000 orders, and for a stage at rest a month. Raised only with a reason, which the commit says. */
const budget = { inside: 0.1001, all: 0.2124, atRest: 15.28 };
/** More than this above it is a change that somebody should know of. */
const slack = 1.05;

let thousand: Use;
let resting: Use;
beforeAll(async () => {
  thousand = times(await orderLife(), 1000);
  resting = await atRest();
});

describe('what it costs', () => {
  it('table, queues and functions for 1,000 orders', () => {
    expect(dollarsOf(thousand, inside)).toBeLessThan(budget.inside * slack);
  });
  it('everything for 1,000 orders, mail included', () => {
    expect(dollarsOf(thousand)).toBeLessThan(budget.all * slack);
  });
  it('a stage at rest, a month', () => {
    expect(dollarsOf(resting)).toBeLessThan(budget.atRest * slack);
  });
  it('a fifteenth of the naive design', () => {
    expect(dollarsOf(times(naiveOrder, 1000))).toBeGreaterThan(15 * dollarsOf(thousand));
  });
});

it('everything that an order uses is counted', () => {
  expect(thousand).toMatchObject({ mails: 1000, 'api requests': 5000 });
  // The submission, the sweep, a mail, two webhooks: five messages, each sent, taken and deleted; each request asks its authorizer too.
  expect(thousand['queue requests']).toBe(15_000);
  expect(thousand.invocations).toBe(15_000);
  for (const name of inside.filter((each) => each !== 'key requests'))
    expect(billOf(thousand).get(name)).toBeGreaterThan(0);
});

it('docs/cost.md says what it costs, to a twentieth', () => {
  const page = readFileSync('docs/cost.md', 'utf8');
  const [bill, rest] = [billOf(thousand), billOf(resting)];
  const figures: readonly (readonly [said: RegExp, dollars: number | undefined])[] = [
    [/1,000 orders, all counted \| ([\d.]+)/, dollarsOf(thousand)],
    [/table, queues and functions \| ([\d.]+)/, dollarsOf(thousand, inside)],
    [/a stage at rest, a month \| ([\d.]+)/, dollarsOf(resting)],
    [/, table writes ([\d.]+\d)/, bill.get('table writes')],
    [/, functions ([\d.]+\d)/, bill.get('gigabyteSeconds')],
    [/, table reads ([\d.]+\d)/, bill.get('table reads')],
    [/: alarms ([\d.]+)/, rest.get('alarm metrics')],
    [/day and night ([\d.]+\d)/, rest.get('queue requests')],
    [/metrics more, ([\d.]+)/, dollarsOf(metricsAtWork())],
  ];
  const off = figures.map(
    ([said, dollars = 0]) => [said, Math.abs(Number(said.exec(page)?.[1]) / dollars - 1)] as const,
  );
  expect(off.filter(([, share]) => !(share < 0.05))).toEqual([]);
});

describe('the table charges', () => {
  const row = { pk: 'a', sk: 'b', rev: '1' };
  const long = (kilobytes: number) => ({ ...row, text: 'x'.repeat(kilobytes * 1024 - 40) });
  it.each([
    ['a row by each kilobyte', [[{ put: long(3), was: null }]], 3],
    [
      'twice as much in a transaction',
      [
        [
          { put: long(1), was: null },
          { put: { ...row, sk: 'c' }, was: null },
        ],
      ],
      4,
    ],
    [
      'the longer of what stood and what stands',
      [[{ put: long(3), was: null }], [{ put: { ...row, rev: '2' }, was: '1' }]],
      6,
    ],
    [
      'each index that a row comes into',
      [[{ put: { ...row, due: 'x', dueAt: '2026-11-20T17:00:00.000Z' as const }, was: null }]],
      2,
    ],
    [
      'two for a row that moves in an index, nothing for one that stays',
      [
        [{ put: { ...row, due: 'x', dueAt: '2026-11-20T17:00:00.000Z' as const }, was: null }],
        [{ put: { ...row, rev: '2', due: 'x', dueAt: '2026-11-20T18:00:00.000Z' as const }, was: '1' }],
        [{ put: { ...row, rev: '3', due: 'x', dueAt: '2026-11-20T18:00:00.000Z' as const }, was: '2' }],
      ],
      2 + 3 + 1,
    ],
  ])('%s', async (_, writes, units) => {
    const { table, use } = countedTable(memoryTable());
    for (const changes of writes) expect(await table.write(changes)).toBe('done');
    expect(use.writes).toBe(units);
  });
  it('a read by each four kilobytes, half as much from an index', async () => {
    const { table, use } = countedTable(memoryTable());
    await table.write([{ put: { ...long(5), due: 'x', dueAt: '2026-11-20T17:00:00.000Z' as const }, was: null }]);
    await table.get(row);
    await table.query({ pk: 'a' });
    await table.due({ due: 'x', until: '2026-11-20T18:00:00.000Z', limit: 10, after: null });
    expect(use.reads).toBe(2 + 2 + 0.5);
  });
});
