import { parseArgs } from 'node:util';
import { memory } from './memory.ts';
import { report } from './tracking/report.ts';

/**
 * `npm run bench -- tracking [--open N] [--hours N]`: what tracking costs, beside a naive poller, in simulated time.
 * `npm run bench -- memory`: how much memory the local run takes.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { open: { type: 'string' }, hours: { type: 'string', default: '1' } },
});
const say = (line: string) => console.log(line);
const [what = 'tracking'] = positionals;
if (what !== 'tracking' && what !== 'memory') {
  console.error(`There is no benchmark "${what}": there are tracking and memory.`);
  process.exit(1);
}

if (what === 'memory') {
  if (!(await memory(say))) process.exitCode = 1;
} else {
  const sizes = values.open === undefined ? [10_000, 1_000_000, 10_000_000] : [Number(values.open)];
  for (const size of sizes) if (!(await report(size, Number(values.hours), say))) process.exitCode = 1;
}
