import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { seconds } from '../../../shared/domain/time-limits.ts';
import type { TimeLeft } from '../../../shared/ordering/ports.ts';
import { resources } from '../../infra/deployed.ts';

const Sweeps = v.object({ MemorySize: v.number(), ReservedConcurrentExecutions: v.number() });
const sweeps = resources('AWS::Lambda::Function').find(([, { Properties }]) =>
  String(Properties.FunctionName).endsWith('-sweep-tracking'),
);
/** How many invocations run at once, and with how much memory: as the template says. */
const { MemorySize, ReservedConcurrentExecutions: concurrency } = v.parse(Sweeps, sweeps?.[1].Properties);
export const memoryGigabytes = MemorySize / 1024;
/** An invocation has a whole processor from 1,769 MB on, and its share of one below. */
const processorShare = (memoryGigabytes * 1024) / 1769;
/** What a sweep waits for the table, beside the distributor; nobody has measured the real one. */
const tableMilliseconds = 60;

/** What an invocation does for one row: `instance` = the function instance that it runs on, warm from before. */
export type Work<Row> = (row: Row, instance: number, time: TimeLeft) => Promise<{ readonly calls: number }>;

/** A new connection for each call is some milliseconds of a whole processor; a usual figure, not measured. */
const handshakeMilliseconds = 3;

/**
 * Function instances that take messages as they become free. The rows of a message are worked on at the same time: it takes as
 * long as the row that waits longest, and what the processor needs for all of them (as measured here, at the share of one that
 * the memory buys). `done` is called when a message is.
 */
export const workers = <Row>(time: { now: number }, work: Work<Row>, done: () => void) => {
  const freeAt = Array.from({ length: concurrency }, () => 0);
  let used = { invocations: 0, milliseconds: 0 };

  const one = async (row: Row, instance: number, begun: number) => {
    time.now = begun;
    const before = process.cpuUsage();
    const { calls } = await work(row, instance, {
      remainingMilliseconds: () => seconds.sweepLimit * 1000 - (time.now - begun),
    });
    const { user, system } = process.cpuUsage(before);
    const computed = (user + system) / 1000;
    // What a sweep has let go is freed only when the event loop turns, as it does between two invocations.
    await setImmediate();
    return { waited: time.now - begun, busy: computed + calls * handshakeMilliseconds };
  };

  /** Works off one message, which can be taken from `from` on. */
  const take = async (rows: readonly Row[], from: number): Promise<void> => {
    const soonest = Math.min(...freeAt);
    const instance = freeAt.indexOf(soonest);
    const begun = Math.max(from, soonest);
    let [waited, busy] = [0, 0];
    for (const row of rows) {
      const took = await one(row, instance, begun);
      waited = Math.max(waited, took.waited);
      busy += took.busy;
    }
    const milliseconds = waited + tableMilliseconds + busy / processorShare;
    freeAt[instance] = begun + milliseconds;
    used = { invocations: used.invocations + 1, milliseconds: used.milliseconds + milliseconds };
    done();
  };
  const forget = (): void => {
    used = { invocations: 0, milliseconds: 0 };
  };
  return { take, forget, used: () => used };
};
