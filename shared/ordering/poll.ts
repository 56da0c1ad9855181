import * as v from 'valibot';
import type { Meter } from '../domain/ports/metrics.ts';
import type { Clock } from '../domain/ports/ports.ts';
import { type Lane, lanes, type Queues } from '../domain/ports/queues.ts';
import type { DueRow, ListPosition, Table } from '../domain/ports/table.ts';
import { minute } from '../domain/time.ts';
import { seconds } from '../domain/time-limits.ts';
import { instant, milliseconds } from '../domain/vocabulary.ts';
import type { TimeLeft } from './ports.ts';

export type PollPorts = {
  readonly table: Table;
  readonly queues: Queues;
  readonly clock: Clock;
  readonly meter: Meter;
};

/** The poller's memory: which rows it has nudged for which due time, by `nameOf`, and when. */
export type Nudged = Map<string, number>;
export const nameOf = ({ dueAt, pk, sk }: DueRow): string => [dueAt, pk, sk].join(' ');

/** How many rows of the index are read at once. */
const pageSize = 500;
/** How many messages are sent at the same time. */
const atOnce = 20;
/** With less time left no other page is begun: to be killed is to forget. */
const pageNeeds = 10_000;
/** Work that has been due for so long is overdue: somebody should look. */
const overdueAfter = 15 * minute;

/**
 * Finds all that is due and nudges its queue, and again whenever a lease has gone by: so a backlog does not multiply, and a lost
 * message costs one lease. It writes nothing: rows stay due, where they are, until somebody has done them. To forget is to
 * nudge once more, which harms nobody. One queue's trouble holds up no other; it is thrown when all have been looked at.
 */
export const poll = async (ports: PollPorts, nudged: Nudged, time: TimeLeft): Promise<void> => {
  const now = ports.clock.now();
  forget(nudged, now);
  let overdue = 0;
  let oldestSweep = now;
  const look = async (lane: Lane): Promise<void> => {
    for await (const rows of dueIn(ports, lane, now, time)) {
      if (lane.queue === 'sweep') oldestSweep = Math.min(oldestSweep, ...rows.map(({ dueAt }) => milliseconds(dueAt)));
      overdue += rows.filter(({ dueAt }) => milliseconds(dueAt) < now - overdueAfter).length;
      await nudgeAll(ports, nudged, lane, rows, now);
    }
  };
  const [attention, ...looked] = await Promise.allSettled([countAttention(ports), ...lanes.map(look)]);
  // That nothing is late is told only where all was looked at.
  const isWhole = looked.every(({ status }) => status === 'fulfilled');
  if (isWhole || overdue > 0) ports.meter('OverdueWork', overdue);
  if (isWhole || oldestSweep < now) ports.meter('OldestSweepDue', (now - oldestSweep) / 1000);
  throwFirst([...looked, attention]);
};

/** More than this many are as bad as this many. */
const mostCounted = 100;
const mostRequests = 5;

/** Counts the purchase orders that need a person now. It asks whether they are there, not whether they have just become so. */
const countAttention = async ({ table, meter }: PollPorts): Promise<void> => {
  let count = 0;
  let after: ListPosition | null = null;
  for (let request = 0; request < mostRequests; request++) {
    const limit = mostCounted - count;
    const page: Awaited<ReturnType<Table['list']>> = await table.list({ ...attention, limit, after });
    count += page.rows.filter((row) => v.is(Live, row)).length;
    after = page.next;
    if (after === null || count >= mostCounted) break;
  }
  meter('NeedPerson', count);
};

const attention = { index: 'byAttention', key: 'open' } as const;
const Live = v.object({ mode: v.literal('live') });

/** What was nudged a lease ago may be nudged again, if it is still due then. */
const forget = (nudged: Nudged, now: number): void => {
  for (const [name, at] of nudged) if (at <= now - seconds.lease * 1000) nudged.delete(name);
};

/** All that is due in this lane, the oldest first, page by page, as long as there is time. */
async function* dueIn({ table }: PollPorts, { due }: Lane, now: number, time: TimeLeft) {
  let after: DueRow | null = null;
  do {
    const page: Awaited<ReturnType<Table['due']>> = await table.due({
      due,
      until: instant(now),
      limit: pageSize,
      after,
    });
    yield page.rows;
    after = page.next;
  } while (after !== null && time.remainingMilliseconds() > pageNeeds);
}

/** Nudges those of these rows that it does not remember, and remembers them when their message was sent. */
const nudgeAll = async (
  { queues }: PollPorts,
  nudged: Nudged,
  { queue, together }: Lane,
  due: readonly DueRow[],
  now: number,
): Promise<void> => {
  const nudge = async (rows: readonly DueRow[]): Promise<void> => {
    await queues.send(
      queue,
      rows.map(({ pk, sk }) => ({ pk, sk })),
    );
    for (const row of rows) nudged.set(nameOf(row), now);
  };
  const waiting = due.filter((row) => !nudged.has(nameOf(row)));
  for (const messages of inParts(inParts(waiting, together), atOnce)) {
    throwFirst(await Promise.allSettled(messages.map(nudge)));
  }
};

const inParts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

const throwFirst = (settled: readonly PromiseSettledResult<void>[]): void => {
  const trouble = settled.find((each) => each.status === 'rejected');
  if (trouble !== undefined) throw trouble.reason;
};
