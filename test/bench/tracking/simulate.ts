import { setImmediate } from 'node:timers/promises';
import { distributors } from '../../../shared/distributors/all.ts';
import { hostsWith } from '../../../shared/distributors/hosts.ts';
import type { Meter } from '../../../shared/domain/metrics.ts';
import type { Clock, Log } from '../../../shared/domain/ports.ts';
import type { Nudge } from '../../../shared/domain/queues.ts';
import { seconds } from '../../../shared/domain/time-limits.ts';
import { type Nudged, poll } from '../../../shared/ordering/poll.ts';
import type { OrderingPorts } from '../../../shared/ordering/ports.ts';
import { sweep } from '../../../shared/tracking/sweep.ts';
import { type Crowd, crowds } from './population.ts';
import { answerMilliseconds, quietAnswer } from './quiet-distributors.ts';
import { generatedTable } from './table.ts';

/** How many sweeps run at once; as in the template. */
const concurrency = 20;
/** What an invocation takes beside waiting for the distributor: reading, deciding, writing. */
const overheadMilliseconds = 60;

export type Outcome = {
  readonly crowds: readonly Crowd[];
  readonly calls: number;
  /** The times of every call of each account, by its `pk`. */
  readonly callsOf: ReadonlyMap<string, readonly number[]>;
  /** How late each sweep began, in milliseconds. */
  readonly lags: readonly number[];
  /** Accounts whose young watches were not asked for within twice their cadence at the end. */
  readonly behind: readonly string[];
  readonly reads: number;
  readonly writes: number;
  readonly keyRequests: number;
  readonly invocations: number;
  readonly functionSeconds: number;
  readonly peakMegabytes: number;
};

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const unmetered: Meter = () => undefined;

/** Time passes where something waits; a time limit (a sleep that can be called off) passes never. */
const clockAt = (time: { now: number }): Clock => ({
  now: () => time.now,
  sleep: (milliseconds, signal) => {
    if (signal !== undefined)
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    time.now += milliseconds;
    return Promise.resolve();
  },
});

/** The real poller and the real sweeper over so many open orders, for so many simulated hours in which nothing ships. */
export const simulate = async (openOrders: number, hours: number, start: number): Promise<Outcome> => {
  const all = crowds(openOrders);
  const crowdOf = new Map(all.map((crowd) => [crowd.pk, crowd]));
  const time = { now: start };
  const clock = clockAt(time);
  const { table, use, schedules } = generatedTable(all, clock, start);
  const callsOf = new Map<string, number[]>();
  const lags: number[] = [];
  const waiting: { readonly nudge: Nudge; readonly dueAt: number }[] = [];
  const due = new Map<string, number>();
  const nudged: Nudged = new Map();
  let [calls, keyRequests, invocations, functionMilliseconds, peak, ids] = [0, 0, 0, 0, 0, 0];
  let current: Crowd | undefined;

  const ports: OrderingPorts = {
    table: {
      ...table,
      due: async (query) => {
        const page = await table.due(query);
        for (const { pk, dueAt } of page.rows) due.set(pk, Date.parse(dueAt));
        return page;
      },
    },
    queues: {
      send: async (_, nudges) => {
        waiting.push(...nudges.map((nudge) => ({ nudge, dueAt: due.get(nudge.pk) ?? time.now })));
      },
    },
    vault: {
      seal: async (text) => text,
      open: async () => {
        keyRequests += 1;
        return JSON.stringify({
          apiToken: 'token-of-sixteen-or-more',
          apiKey: 'key-of-sixteen-or-more',
          dealerNumber: 'D00001',
          customerNumber: 'C00001',
        });
      },
    },
    clock,
    newId: () => `r${++ids}`,
    distributors,
    hosts: hostsWith({ automatic: { live: 'https://automatic.example' } }),
    fetch: async (input) => {
      calls += 1;
      callsOf.get(current?.pk ?? '')?.push(time.now) ?? callsOf.set(current?.pk ?? '', [time.now]);
      time.now += answerMilliseconds;
      return quietAnswer(input instanceof Request ? input.url : String(input), current?.open ?? 0, time.now);
    },
    random: () => 0.5,
    log: quiet,
    meter: unmetered,
  };

  const freeAt = Array.from({ length: concurrency }, () => start);
  const work = async (tick: number): Promise<void> => {
    for (const { nudge, dueAt } of waiting.splice(0)) {
      const worker = freeAt.indexOf(Math.min(...freeAt));
      const begun = Math.max(tick, freeAt[worker] ?? tick);
      time.now = begun;
      current = crowdOf.get(nudge.pk);
      lags.push(begun - dueAt);
      await sweep(ports, nudge, { remainingMilliseconds: () => seconds.sweepLimit * 1000 - (time.now - begun) });
      freeAt[worker] = time.now + overheadMilliseconds;
      invocations += 1;
      functionMilliseconds += time.now + overheadMilliseconds - begun;
      // What a sweep has let go is freed only when the event loop turns, as it does between two invocations.
      await setImmediate();
    }
  };

  for (let minute = 1; minute <= hours * 60; minute++) {
    time.now = start + minute * 60_000;
    await poll(ports, nudged, { remainingMilliseconds: () => 50_000 });
    await work(start + minute * 60_000);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const end = start + hours * 3_600_000;
  const behind = [...schedules.values()]
    .filter(
      ({ askedAt, youngestWatch }) =>
        youngestWatch !== null &&
        Date.parse(youngestWatch) > end - 3 * 86_400_000 &&
        Date.parse(askedAt[0] ?? '') < end - 2 * 3_600_000,
    )
    .map(({ pk }) => pk);
  return {
    crowds: all,
    calls,
    callsOf,
    lags,
    behind,
    reads: use.reads,
    writes: use.writes,
    keyRequests,
    invocations,
    functionSeconds: functionMilliseconds / 1000,
    peakMegabytes: peak / 1_048_576,
  };
};
