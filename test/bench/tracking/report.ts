import { bucket } from '../../../shared/domain/account/account-rules.ts';
import { billOf, dollarsOf } from '../../cost/prices.ts';
import type { Ratio, Result, Say } from '../page.ts';
import { naive } from './naive.ts';
import { simulate } from './simulate.ts';

const part = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const count = (value: number): string => Math.round(value).toLocaleString('en-US');

/** The fewest tokens that an account's bucket held: below zero, it was asked faster than allowed. */
const worstBucket = (times: readonly number[]): number => {
  let [tokens, at, worst] = [bucket.burst as number, times[0] ?? 0, bucket.burst as number];
  for (const time of times) {
    tokens = Math.min(bucket.burst, tokens + ((time - at) / 1000) * bucket.perSecond) - 1;
    [at, worst] = [time, Math.min(worst, tokens)];
  }
  return worst;
};

/** Every size: ours beside the naive poller, in the same run. */
export const reportTracking = async (sizes: readonly number[], hours: number, say: Say): Promise<Result> => {
  const all: Compared[] = [];
  for (const size of sizes) all.push(await compare(size, hours, say));
  return {
    held: all.every(({ missed }) => missed.length === 0),
    ratios: all.flatMap(ratiosOf),
    figures: all,
  };
};

/** One size: calls a second and dollars a day, and the expectations that were not met. */
type Compared = {
  readonly open: number;
  readonly calls: { readonly ours: number; readonly everyHour: number; readonly byAge: number };
  readonly dollars: { readonly ours: number; readonly everyHour: number; readonly byAge: number };
  readonly missed: readonly string[];
};

const ratiosOf = ({ open, calls, dollars }: Compared): readonly Ratio[] => [
  {
    what: `calls, ${count(open)} open orders`,
    by: 'a poller that asks of each every hour',
    ratio: calls.ours / calls.everyHour,
    most: open >= large ? 0.01 : null,
  },
  { what: 'dollars', by: 'the same', ratio: dollars.ours / dollars.everyHour, most: null },
];

/** From so many open orders on, ours may take a hundredth of the naive one's calls. */
const large = 10_000_000 * 0.99;

const compare = async (openOrders: number, hours: number, say: Say): Promise<Compared> => {
  const start = Date.UTC(2026, 10, 23, 12);
  const begun = performance.now();
  const ours = await simulate(openOrders, hours, start);
  const open = sum(ours.crowds.map((crowd) => crowd.open));
  const everyHour = naive(ours.crowds, hours, true, start);
  const byAge = naive(ours.crowds, hours, false, start);
  const lags = [...ours.lags].sort((a, b) => a - b);
  const worst = Math.min(...[...ours.callsOf.values()].map(worstBucket));
  const daily = 24 / hours;
  const bill = [...billOf(ours.use)].map(([name, value]) => [name, value * daily] as const);
  const perDay = sum(bill.map(([, value]) => value));
  const naiveBill = ({ use }: typeof byAge) => dollarsOf(use) * daily;

  say(
    `${count(open)} open orders of ${count(ours.crowds.length / 4)} stores, ${hours} simulated hour(s), ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  say(`  calls a second        ${(ours.calls / hours / 3600).toFixed(2)}`);
  say(
    `    naive, every hour   ${(everyHour.calls / hours / 3600).toFixed(2)} (${(everyHour.calls / ours.calls).toFixed(0)} times ours)`,
  );
  say(
    `    naive, by age       ${(byAge.calls / hours / 3600).toFixed(2)} (${(byAge.calls / ours.calls).toFixed(0)} times ours)`,
  );
  say(
    `  an account's bucket   never below ${worst.toFixed(2)} tokens (${bucket.perSecond} a second, ${bucket.burst} at once)`,
  );
  say(
    `  lag of a sweep        p50 ${(part(lags, 0.5) / 1000).toFixed(0)} s, p99 ${(part(lags, 0.99) / 1000).toFixed(0)} s`,
  );
  say(
    `  behind their cadence  ${ours.behind.length} of ${count(ours.crowds.length)} accounts ${ours.behind.slice(0, 4).join(' ')}`,
  );
  say(
    `  table, an hour        ${count(ours.use['table reads'] / hours)} read units, ${count(ours.use['table writes'] / hours)} write units`,
  );
  say(
    `  dollars a day         ${perDay.toFixed(2)}: ${bill.map(([name, value]) => `${name} ${value.toFixed(2)}`).join(', ')}`,
  );
  say(`    naive               ${naiveBill(everyHour).toFixed(2)} every hour, ${naiveBill(byAge).toFixed(2)} by age`);
  say(`  memory                ${count(ours.peakMegabytes)} MB at its peak`);
  const expected: readonly (readonly [what: string, holds: boolean])[] = [
    // Times are kept in whole milliseconds.
    ['no account is asked faster than its bucket allows', worst > -0.01],
    // What asks nobody is cheap and never late.
    ['accounts with young orders are asked every hour', lags.length >= 0.95 * ours.young * hours && ours.calls > 0],
    ['at most 25 calls a second', ours.calls / hours / 3600 <= 25],
    ['a hundredth of the calls of the naive one', open < large || everyHour.calls >= 100 * ours.calls],
    ['at most $2.50 a day', perDay <= 2.5],
    ['99 of 100 sweeps begin within a minute', part(lags, 0.99) < 60_000],
  ];
  const missed = expected.filter(([, holds]) => !holds);
  say(`  expected              ${missed.length === 0 ? 'all met' : `NOT: ${missed.map(([what]) => what).join('; ')}`}`);
  say('');
  const perSecond = ({ calls }: { readonly calls: number }): number => calls / hours / 3600;
  return {
    open,
    calls: { ours: perSecond(ours), everyHour: perSecond(everyHour), byAge: perSecond(byAge) },
    dollars: { ours: perDay, everyHour: naiveBill(everyHour), byAge: naiveBill(byAge) },
    missed: missed.map(([what]) => what),
  };
};
