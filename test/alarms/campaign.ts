import { optionsOf } from '../../infra/command/options.ts';
import { deployedAlarms } from './definitions.ts';
import { quietDays } from './quiet-days.ts';

/** `npm run campaign:alarms`: ten times thirty quiet days with ordinary noise (`-- --months 3 --seed 7`); fails when an alarm rings. */
const options = optionsOf({ months: { type: 'string' }, seed: { type: 'string' } });
const [months, first] = [Number(options.months ?? 10), Number(options.seed ?? 1)];
if (!Number.isInteger(months) || months < 1 || !Number.isInteger(first)) {
  console.error('--months and --seed are whole numbers.');
  process.exit(1);
}
const alarms = deployedAlarms();
for (let seed = first; seed < first + months; seed++) {
  const rang = quietDays(alarms, 30, seed);
  console.log(
    `thirty quiet days, seed ${seed}: ${rang.length === 0 ? `none of ${alarms.length} alarms rang` : rang.join(', ')}`,
  );
  if (rang.length > 0) process.exitCode = 1;
}
