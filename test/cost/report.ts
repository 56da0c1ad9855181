import { simulate } from '../bench/tracking/simulate.ts';
import { atRest, metricsAtWork } from './at-rest.ts';
import { naiveMonth, naiveOrder } from './naive.ts';
import { orderLife } from './order-life.ts';
import { asOf, billOf, dollarsOf, type Paid, plus, prices, times, type Use } from './prices.ts';

/** What the table, the queues and the functions cost; the rest is named apart. */
export const inside: readonly Paid[] = [
  'table reads',
  'table writes',
  'table gigabytes',
  'queue requests',
  'key requests',
  'invocations',
  'gigabyteSeconds',
];

/** Orders a month, and the stores that place them. */
const sizes: readonly (readonly [orders: number, stores: number])[] = [
  [1_000, 50],
  [100_000, 1_000],
  [1_000_000, 4_000],
];
/** An order is looked up for three days on the average before its parcel is found; one in twenty for six weeks. */
const daysOpen = 0.95 * 3 + 0.05 * 42;

const money = (dollars: number): string => (dollars < 10 ? dollars.toFixed(4) : dollars.toFixed(2));

const lines = (use: Use): string =>
  [...billOf(use)]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, dollars]) => `${name} ${money(dollars)}`)
    .join(', ');

/** A month of sweeps over this many open orders. */
const tracking = async (open: number): Promise<Use> => {
  const { use } = await simulate(open, 1, Date.UTC(2026, 10, 23, 12));
  // The poller and the empty queue are counted at rest.
  return times({ ...use, 'queue requests': Math.max(0, use['queue requests'] - 900) }, 24 * 30);
};

/** Says what it costs: 1,000 orders, a month at three sizes, a stage at rest; beside the naive design. */
export const report = async (say: (line: string) => void): Promise<void> => {
  const [life, rest] = [times(await orderLife(), 1000), await atRest()];
  say(`US dollars, on demand in us-east-1 as of ${asOf}, no free tier taken off`);
  say('');
  say(`1,000 orders                ${money(dollarsOf(life))}`);
  say(`  table, queues, functions  ${money(dollarsOf(life, inside))}`);
  say(`  in parts                  ${lines(life)}`);
  say(`  naive                     ${money(dollarsOf(times(naiveOrder, 1000)))}`);
  say(`A stage at rest, a month    ${money(dollarsOf(rest))}: ${lines(rest)}`);
  for (const [orders, stores] of sizes) {
    const sweeps = await tracking(Math.round((orders / 30) * daysOpen));
    const month = [times(life, orders / 1000), sweeps, rest, metricsAtWork()].reduce(plus, {});
    const naive = plus(times(naiveOrder, orders), naiveMonth(stores));
    say('');
    say(
      `${orders.toLocaleString('en-US')} orders a month of ${stores.toLocaleString('en-US')} stores: ${money(dollarsOf(month))}`,
    );
    say(`  in parts                  ${lines(month)}`);
    say(`  naive                     ${money(dollarsOf(naive))}`);
  }
  say('');
  say('Sources:');
  for (const source of new Set(Object.values(prices).map((each) => each.source))) say(`  ${source}`);
};
