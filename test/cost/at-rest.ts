import * as v from 'valibot';
import { metrics } from '../../shared/domain/ports/metrics.ts';
import { distributorSlugs, RefusalCode } from '../../shared/domain/vocabulary.ts';
import { poll } from '../../shared/ordering/poll.ts';
import { deployedAlarms } from '../alarms/definitions.ts';
import { resources } from '../infra/deployed.ts';
import { memoryTable } from '../memory-table.ts';
import { countedTable } from './counted-table.ts';
import { assumed } from './order-life.ts';
import type { Use } from './prices.ts';

const minutesAMonth = 60 * 24 * 30;
/** Lambda's own poller of a queue asks it so often a minute, empty or not: five long polls at a time, of twenty seconds. */
const emptyReceives = 5 * 3;
const pollerMilliseconds = 120;

const valuesOf = { distributor: distributorSlugs.length, mode: 1, code: RefusalCode.options.length };

/** What a stage costs in a month in which nobody orders anything: counted from its template, and from the poller that finds nothing. */
export const atRest = async (): Promise<Use> => {
  const { table, use } = countedTable(memoryTable());
  const told: string[] = [];
  await poll(
    {
      table,
      queues: { send: async () => {} },
      clock: { now: () => 0, sleep: async () => {} },
      meter: (name) => void told.push(name),
    },
    new Map(),
    { remainingMilliseconds: () => 50_000 },
  );
  return {
    'table reads': use.reads * minutesAMonth,
    'queue requests': resources('AWS::Lambda::EventSourceMapping').length * emptyReceives * minutesAMonth,
    invocations: minutesAMonth,
    gigabyteSeconds: (minutesAMonth * pollerMilliseconds * assumed.gigabytes) / 1000,
    logBytes: told.length * assumed.metricLine * minutesAMonth,
    keys: resources('AWS::KMS::Key').length,
    metrics: told.length,
    'alarm metrics': deployedAlarms().reduce((sum, alarm) => sum + alarm.metrics.length, 0),
    dashboards: resources('AWS::CloudWatch::Dashboard').length,
  };
};

/** The metrics of a stage in which orders are placed with all distributors, beside those that it has at rest: each value of a dimension is another one. */
export const metricsAtWork = (): Use => {
  const each = Object.values(metrics).map(({ dimensions }) =>
    dimensions.reduce((product: number, dimension) => product * valuesOf[dimension], 1),
  );
  const resting = v.parse(
    v.number(),
    Object.values(metrics).filter(({ statistic, dimensions }) => statistic === 'Maximum' && dimensions.length === 0)
      .length,
  );
  return { metrics: each.reduce((sum, count) => sum + count, 0) - resting };
};
