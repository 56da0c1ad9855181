import type { AccountRow } from '../../../shared/domain/account/account.ts';
import type { Nudge } from '../../../shared/domain/ports/queues.ts';
import { type Nudged, poll } from '../../../shared/ordering/poll.ts';
import type { AskingPorts } from '../../../shared/ordering/ports.ts';
import { sweep } from '../../../shared/tracking/sweep.ts';
import { type Crowd, crowds } from './population.ts';
import { clockAt, countedService } from './service.ts';
import { generatedTable, inTheMiddle } from './table.ts';
import type { TrackingUse } from './use.ts';
import { countedVaults, sealedBy } from './vault.ts';
import { memoryGigabytes, workers } from './workers.ts';

/** Lambda's own poller of a queue asks it so often an hour, empty or not: five long polls at a time, of twenty seconds. */
const emptyReceives = 5 * 180;
/** The lines with which an invocation begins and ends, in the log. */
const invocationBytes = 400;
/** The poller's own function runs so long, with so much memory. */
const poller = { milliseconds: 300, gigabytes: 0.5 } as const;

export type Outcome = {
  readonly crowds: readonly Crowd[];
  readonly calls: number;
  /** The times of every call of each account, by its `pk`. */
  readonly callsOf: ReadonlyMap<string, readonly number[]>;
  /** How late each sweep began, in milliseconds. */
  readonly lags: readonly number[];
  /** Accounts whose young watches were last asked for longer ago than their cadence and twenty minutes, at the end. */
  readonly behind: readonly string[];
  /** How many accounts have young watches: each is to be asked every hour. */
  readonly young: number;
  readonly use: TrackingUse;
  readonly peakMegabytes: number;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The real poller and the real sweeper over this many open orders, for this many simulated hours in which nothing ships. Before
 * these, in an hour that does not count, every account is asked for everything once, so that each is known as quick or slow.
 */
export const simulate = async (openOrders: number, hours: number, start: number): Promise<Outcome> => {
  const all = crowds(openOrders);
  const crowdOf = new Map(all.map((crowd) => [crowd.pk, crowd]));
  const time = { now: start };
  const clock = clockAt(time);
  const vaults = countedVaults(clock);
  const { table, use, schedules } = generatedTable(all, clock, start, sealedBy(vaults.cold()));
  const service = countedService({ time, clock, table, cold: vaults.cold });
  let lags: number[] = [];
  let instances: AskingPorts[] = [];
  const work = async (nudge: Nudge, instance: number, left: Parameters<typeof sweep>[2]) => {
    const before = service.counted().calls;
    service.serve(crowdOf.get(nudge.pk));
    lags.push(time.now - Date.parse(schedules.get(nudge.pk)?.dueAt ?? ''));
    instances[instance] ??= service.coldPorts();
    await sweep(instances[instance], nudge, left);
    return { calls: service.counted().calls - before };
  };
  const functions = workers<Nudge>(time, work, service.publish);

  const pollPorts = service.coldPorts();
  const nudged: Nudged = new Map();
  let peak = 0;
  const run = async (from: number, until: number): Promise<void> => {
    for (let tick = from + minute; tick <= until; tick += minute) {
      time.now = tick;
      await poll(pollPorts, nudged, { remainingMilliseconds: () => 50_000 });
      for (const message of service.received()) await functions.take(message, tick);
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  };
  await run(start, start + hour);

  let n = 0;
  for (const [pk, account] of schedules) schedules.set(pk, inTheMiddle(account, n++, start + hour));
  service.forget();
  functions.forget();
  Object.assign(use, { reads: 0, writes: 0 });
  lags = [];
  // Every function instance lives for the hours that count, and starts cold.
  instances = [];
  const keysBefore = vaults.requests();
  const end = start + (1 + hours) * hour;
  await run(start + hour, end);

  const { calls, callsOf, messages, metricBytes } = service.counted();
  const { invocations, milliseconds } = functions.used();
  const polls = hours * 60;
  return {
    crowds: all,
    calls,
    callsOf,
    lags,
    behind: behindAt(end, [...schedules.values()]),
    young: [...schedules.values()].filter((account) => isYoung(account, end)).length,
    use: {
      'table reads': use.reads,
      'table writes': use.writes,
      'queue requests': 3 * messages + emptyReceives * hours,
      'key requests': vaults.requests() - keysBefore,
      invocations: invocations + polls,
      gigabyteSeconds: (milliseconds * memoryGigabytes + polls * poller.milliseconds * poller.gigabytes) / 1000,
      logBytes: metricBytes + (invocations + polls) * invocationBytes,
    },
    peakMegabytes: peak / 1_048_576,
  };
};

const behindAt = (end: number, accounts: readonly AccountRow[]): readonly string[] =>
  accounts
    .filter((account) => isYoung(account, end) && Date.parse(account.askedAt[0] ?? '') < end - hour - 20 * minute)
    .map(({ pk }) => pk);

const isYoung = ({ youngestWatch }: AccountRow, end: number): boolean =>
  youngestWatch !== null && Date.parse(youngestWatch) > end - 3 * day;
