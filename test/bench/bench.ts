import { namedOf } from '../../infra/command/options.ts';
import { reportGrowth } from './growth/report.ts';
import { reportHttp } from './http/report.ts';
import { io } from './io.ts';
import { memory } from './memory.ts';
import { page, type Result } from './page.ts';
import { reportStartUp } from './start-up/report.ts';
import { reportThroughput } from './throughput/report.ts';
import { reportTracking } from './tracking/report.ts';
import { warm } from './warm/warm.ts';

/**
 * `npm run bench [-- NAME] [--json] [--rounds N]`: ours beside another way of doing the same, in one run; without a name, all of them. At the
 * end a page of ratios, or all figures as one JSON object. Ends with 1 where a limit is passed.
 *
 * `start-up`: how each function starts, beside functions as commonly written.
 * `warm`: processor time of a warm request of each HTTP function, beside one as commonly written.
 * `tracking [--open N] [--hours N]`: what tracking costs, beside a naive poller, in simulated time.
 * `http`: how long each route takes, and how often it asks the table.
 * `throughput [--orders N]`: what the local run takes, and what one store that submits N orders at once (500) does to another.
 * `growth`: what is read for a store with a thousand, a hundred thousand and a million orders.
 * `memory`: how much memory the local run takes.
 * `io`: what each step of an order's life asks of the table.
 * `--campaign` = what takes long as well: one and ten million open orders, and 10,000 orders of one store.
 */
const { names, ...values } = namedOf({
  open: { type: 'string' },
  hours: { type: 'string', default: '1' },
  rounds: { type: 'string', default: '25' },
  orders: { type: 'string' },
  campaign: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
});
const say = (line: string): void => {
  if (!values.json) console.log(line);
};

const rounds = Number(values.rounds);
const openOrders =
  values.open === undefined
    ? [10_000, 100_000, ...(values.campaign ? [1_000_000, 10_000_000] : [])]
    : [Number(values.open)];
const ordersAtOnce = Number(values.orders ?? (values.campaign ? 10_000 : 500));

const benchmarks = new Map<string, () => Promise<Result>>([
  ['start-up', () => reportStartUp(rounds, say)],
  ['warm', () => warm(rounds, say)],
  ['tracking', () => reportTracking(openOrders, Number(values.hours), say)],
  ['http', () => reportHttp(rounds, say)],
  ['throughput', () => reportThroughput(ordersAtOnce, say)],
  ['growth', () => reportGrowth(rounds, say)],
  ['memory', () => memory(say)],
  ['io', () => io(say)],
]);

const results = new Map<string, Result>();
for (const name of names.length > 0 ? names : benchmarks.keys()) {
  const run = benchmarks.get(name);
  if (run === undefined) {
    console.error(`There is no benchmark "${name}": there are ${[...benchmarks.keys()].join(', ')}.`);
    process.exit(1);
  }
  results.set(name, await run());
}
if (values.json) console.log(JSON.stringify(Object.fromEntries(results), null, 2));
else for (const line of ['', ...page(results)]) console.log(line);
if (![...results.values()].every(({ held }) => held)) process.exitCode = 1;
