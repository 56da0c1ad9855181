import { bucket } from '../../../shared/domain/account-rules.ts';
import { naive } from './naive.ts';
import { dollars } from './prices.ts';
import { simulate } from './simulate.ts';

const part = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const count = (value: number): string => Math.round(value).toLocaleString('en-US');

/** The fewest tokens that an account's bucket held: below nought, it was asked faster than allowed. */
const worstBucket = (times: readonly number[]): number => {
  let [tokens, at, worst] = [bucket.burst as number, times[0] ?? 0, bucket.burst as number];
  for (const time of times) {
    tokens = Math.min(bucket.burst, tokens + ((time - at) / 1000) * bucket.perSecond) - 1;
    [at, worst] = [time, Math.min(worst, tokens)];
  }
  return worst;
};

/** One size: ours beside the naive poller, in the same run. False when an expectation is not met. */
export const report = async (openOrders: number, hours: number, say: (line: string) => void): Promise<boolean> => {
  const start = Date.UTC(2026, 10, 23, 12);
  const begun = performance.now();
  const ours = await simulate(openOrders, hours, start);
  const open = sum(ours.crowds.map((crowd) => crowd.open));
  const everyHour = naive(ours.crowds, hours, true, start);
  const byAge = naive(ours.crowds, hours, false, start);
  const lags = [...ours.lags].sort((a, b) => a - b);
  const worst = Math.min(...[...ours.callsOf.values()].map(worstBucket));
  const daily = 24 / hours;
  const bill = dollars({ ...ours, messages: ours.invocations, seconds: ours.functionSeconds });
  const keyRequests = (ours.keyRequests * 3) / 1e6;
  const perDay = (sum(Object.values(bill)) + keyRequests) * daily;
  const naiveBill = (use: typeof byAge) => sum(Object.values(dollars(use))) * daily;

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
  say(`  table, an hour        ${count(ours.reads / hours)} read units, ${count(ours.writes / hours)} write units`);
  say(
    `  dollars a day         ${perDay.toFixed(2)}: ${Object.entries({ ...bill, 'key requests': keyRequests })
      .map(([name, value]) => `${name} ${(value * daily).toFixed(2)}`)
      .join(', ')}`,
  );
  say(`    naive               ${naiveBill(everyHour).toFixed(0)} every hour, ${naiveBill(byAge).toFixed(0)} by age`);
  say(`  memory                ${count(ours.peakMegabytes)} MB at its peak`);
  say('');
  return worst >= 0;
};
