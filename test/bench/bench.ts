import { namedOf } from '../../infra/command/options.ts';
import { reportGrowth } from './growth/report.ts';
import { reportHttp } from './http/report.ts';
import { io } from './io.ts';
import { memory } from './memory.ts';
import { reportStartUp } from './start-up/report.ts';
import { reportThroughput } from './throughput/report.ts';
import { report } from './tracking/report.ts';
import { warm } from './warm/warm.ts';

/**
 * `npm run bench -- start-up [--rounds N] [--json]`: how each function starts, beside functions as commonly written.
 * `npm run bench -- warm [--json]`: processor time of a warm request of each HTTP function, beside one as commonly written.
 * `npm run bench -- tracking [--open N] [--hours N]`: what tracking costs, beside a naive poller, in simulated time.
 * `npm run bench -- io [--json]`: what each step of an order's life asks of the table.
 * `npm run bench -- http [--rounds N]`: how long each route takes, and how often it asks the table.
 * `npm run bench -- throughput [--orders N | --campaign]`: what the local run takes, and what one store that submits N orders at once (500; in
 * a campaign 10,000) does to another.
 * `npm run bench -- growth`: what is read for a store with a thousand, a hundred thousand and a million orders.
 * `npm run bench -- memory`: how much memory the local run takes.
 * Without a name: all of them.
 */
const { names, ...values } = namedOf({
  open: { type: 'string' },
  hours: { type: 'string', default: '1' },
  rounds: { type: 'string', default: '25' },
  orders: { type: 'string' },
  campaign: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
});
const say = (line: string) => console.log(line);

/** Each says whether what it measured is within its limits. */
const benchmarks = new Map<string, () => Promise<boolean>>([
  ['start-up', () => reportStartUp(Number(values.rounds), values.json, say)],
  ['warm', () => warm(Math.min(Number(values.rounds), 5), values.json, say)],
  ['tracking', tracking],
  ['http', () => reportHttp(Number(values.rounds), say)],
  ['throughput', () => reportThroughput(Number(values.orders ?? (values.campaign ? 10_000 : 500)), say)],
  ['growth', () => reportGrowth(say)],
  ['memory', () => memory(say)],
  ['io', () => io(values.json, say)],
]);

async function tracking(): Promise<boolean> {
  const sizes = values.open === undefined ? [10_000, 1_000_000, 10_000_000] : [Number(values.open)];
  let held = true;
  for (const size of sizes) held = (await report(size, Number(values.hours), say)) && held;
  return held;
}

for (const name of names.length > 0 ? names : benchmarks.keys()) {
  const run = benchmarks.get(name);
  if (run === undefined) {
    console.error(`There is no benchmark "${name}": there are ${[...benchmarks.keys()].join(', ')}.`);
    process.exit(1);
  }
  if (!(await run())) process.exitCode = 1;
}
