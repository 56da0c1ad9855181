import { submitOrder } from '../../../functions/submit-order.ts';
import { scenarioNamed } from '../scenarios/catalogue.ts';
import { simulatedTime } from '../world/body.ts';
import { worked } from '../world/functions.ts';
import { callThenWrite } from './call-then-write.ts';
import { count, type Tally } from './count.ts';
import { withLibrary } from './library.ts';

/** Three ways of placing one order, in the same world, with the same faults. */
const ways = [
  { name: 'call, then write', place: callThenWrite },
  { name: 'Powertools idempotency 2.35.0', place: withLibrary },
  { name: 'ours', place: submitOrder },
] as const;

type Compared = {
  readonly way: string;
  readonly faults: number;
  readonly schedules: number;
  readonly failing: number;
  readonly twoOrders: number;
};

const counted = (way: string, faults: number, { all, failing, twoOrders }: Tally): Compared => ({
  way,
  faults,
  schedules: all,
  failing,
  twoOrders,
});

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const rowOf = ({ way, faults, schedules, failing, twoOrders }: Compared): string =>
  `  ${way.padEnd(32)} ≤${faults}  ${String(schedules).padStart(9)}  ${share(failing, schedules).padStart(8)}  ${share(twoOrders, schedules).padStart(10)}`;

/** Prints which share of the schedules ends badly, for each way, with up to one and up to two faults. */
export const compare = async (asJson: boolean): Promise<void> => {
  // The library asks the system for the time: here it is told the world's.
  Date.now = simulatedTime;
  Error.stackTraceLimit = 0;
  console.warn = () => undefined;
  const compared: Compared[] = [];
  for (const faults of [1, 2]) {
    for (const { name, place } of ways) {
      worked.submitOrder = place;
      const scenario = scenarioNamed('one order at wps, until it is settled');
      compared.push(counted(name, faults, await count(scenario, faults)));
    }
  }
  const head = `  ${'one order at wps'.padEnd(32)} faults  schedules    failing  two orders`;
  process.stdout.write(
    asJson ? `${JSON.stringify(compared, null, 2)}\n` : `${[head, ...compared.map(rowOf)].join('\n')}\n`,
  );
};
