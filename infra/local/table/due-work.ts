import { setImmediate as turn } from 'node:timers/promises';
import { lanes } from '../../../shared/domain/ports/queues.ts';
import { minute } from '../../../shared/domain/time.ts';
import { nameOf } from '../../../shared/ordering/poll.ts';
import type { OnLog } from '../functions/function-instance.ts';
import type { FunctionPool } from '../functions/function-pool.ts';
import type { LocalClock } from '../time/clock.ts';
import type { Timetable } from '../time/schedule.ts';
import type { DueKeys, LocalTable } from './local-table.ts';

export type DueWork = {
  /** Resolves when no function runs and no message is on its way to one. */
  quiet(): Promise<void>;
  /** Runs what is scheduled once; a failure is in the log, as it would be in the cloud. */
  tick(timetable: Timetable): Promise<void>;
  /** Runs what has become due until nothing is that anybody could do now. Throws when there is no end to it. */
  runDue(): Promise<void>;
  /** Waits until no function runs, then lets so much time pass: what becomes due on the way runs at its own time, one after another. */
  advance(seconds: number): Promise<void>;
};

export type DueWorkParts = {
  readonly clock: LocalClock;
  readonly pool: FunctionPool;
  readonly table: LocalTable;
  readonly schedules: readonly Timetable[];
  readonly onLog: OnLog;
  readonly quiet: () => Promise<void>;
};

/** How many rounds of the poller are patience; more are a row that becomes due again and again. */
const mostRounds = 1000;

export function dueWork({ clock, pool, table, schedules, onLog, quiet }: DueWorkParts): DueWork {
  const tick = async ({ id, functionName, event }: Timetable): Promise<void> => {
    await pool.invoke(functionName, event, id).catch((error: unknown) => {
      onLog(functionName, JSON.stringify({ level: 'ERROR', message: String(error) }));
    });
  };
  /** What the poller asks for, the earliest first. */
  const asked = async (): Promise<readonly DueKeys[]> => {
    const all = (await table.due()).filter(({ due }) => lanes.some((lane) => lane.due === due));
    return all.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  };
  const due = async (): Promise<readonly DueKeys[]> => {
    const until = new Date(clock.now()).toISOString();
    return (await asked()).filter(({ dueAt }) => dueAt <= until);
  };
  const runDue = async (): Promise<void> => {
    let before = 'nothing yet';
    for (let round = 0; round < mostRounds; round += 1) {
      await quiet();
      await table.expire(clock.now());
      const left = await due();
      // What stays as it was although it was nudged waits for its lease.
      if (left.length === 0 || JSON.stringify(left) === before) return;
      before = JSON.stringify(left);
      for (const timetable of schedules) await tick(timetable);
    }
    const left = (await due()).map(({ pk, sk }) => `${pk} ${sk}`);
    throw new Error(`Still due after ${mostRounds} rounds of the poller: ${left.join(', ')}`);
  };
  /** The minute in which the next becomes due, for then the poller looks; `until` where nothing does before. */
  const nextDue = async (now: number, until: number): Promise<number> => {
    const later = (await asked()).map(({ dueAt }) => Date.parse(dueAt)).filter((at) => at >= now);
    return Math.min(until, Math.ceil(Math.min(until, ...later) / minute) * minute);
  };
  return {
    quiet,
    tick,
    runDue,
    async advance(seconds) {
      await quiet();
      const until = clock.now() + seconds * 1000;
      for (;;) {
        const now = clock.now();
        const next = await nextDue(now, until);
        clock.advance(Math.max(0, next - now));
        // Whoever sleeps by this clock (a late distributor, say) takes effect first.
        await turn();
        await runDue();
        if (next >= until) return;
      }
    },
  };
}
