import { parseArgs } from 'node:util';
import { report } from './tracking/report.ts';

/** `npm run bench -- tracking [--open N] [--hours N]`: what tracking costs, beside a naive poller, in simulated time. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { open: { type: 'string' }, hours: { type: 'string', default: '1' } },
});
const [what = 'tracking'] = positionals;
if (what !== 'tracking') throw new Error(`There is no benchmark ${what}: there is tracking.`);

const sizes = values.open === undefined ? [10_000, 1_000_000, 10_000_000] : [Number(values.open)];
let held = true;
for (const size of sizes) held = (await report(size, Number(values.hours), (line) => console.log(line))) && held;
if (!held) process.exitCode = 1;
