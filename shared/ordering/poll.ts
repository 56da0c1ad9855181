import type { Meter } from '../domain/metrics.ts';
import type { Clock } from '../domain/ports.ts';
import { type Lane, lanes, type Queues } from '../domain/queues.ts';
import type { DueRow, Table } from '../domain/table.ts';
import { seconds } from '../domain/time-limits.ts';
import { instant, milliseconds } from '../domain/words.ts';

export type PollPorts = {
  readonly table: Table;
  readonly queues: Queues;
  readonly clock: Clock;
  readonly meter: Meter;
};

/** So many rows of one queue are nudged a minute; the rest stays due, the oldest first. */
const mostAtOnce = 500;
/** So many messages are sent at the same time. */
const atOnce = 20;
/** Work that has been due for so long is overdue: somebody should look. */
const overdueAfter = 15 * 60;

/**
 * Finds what is due and nudges its queue. To nudge is to move the due time on by a lease, with a condition, and then to send:
 * so a backlog does not multiply, the head of the index always moves, and a lost message costs one lease. One queue's trouble
 * holds up no other; it is thrown when all have been looked at.
 */
export const poll = async (ports: PollPorts): Promise<void> => {
  const polled = await Promise.allSettled(lanes.map((lane) => pollLane(ports, lane)));
  ports.meter(
    'OverdueWork',
    polled.reduce((sum, lane) => sum + (lane.status === 'fulfilled' ? lane.value : 0), 0),
  );
  const trouble = polled.find((lane) => lane.status === 'rejected');
  if (trouble !== undefined) throw trouble.reason;
};

/** How many rows of this lane are overdue. */
const pollLane = async (ports: PollPorts, lane: Lane): Promise<number> => {
  const now = ports.clock.now();
  const rows = await ports.table.due({ due: lane.due, until: instant(now), limit: mostAtOnce });
  let overdue = 0;
  for (const groups of inParts(inParts(rows, lane.together), atOnce)) {
    const nudged = await Promise.allSettled(groups.map((group) => nudge(ports, lane, group, now)));
    for (const each of nudged) {
      if (each.status === 'rejected') throw each.reason;
      overdue += each.value.filter((since) => milliseconds(since) < now - overdueAfter * 1000).length;
    }
  }
  return overdue;
};

/** Since when these rows have been due, without those that somebody has just done, or nudged himself. */
const nudge = async ({ table, queues }: PollPorts, lane: Lane, rows: readonly DueRow[], now: number) => {
  const leaseEnds = instant(now + seconds.lease * 1000);
  const moved = await Promise.all(rows.map((row) => table.postpone(row, row.dueAt, leaseEnds)));
  const left = rows.filter((_, n) => moved[n] !== null);
  if (left.length > 0)
    await queues.send(
      lane.queue,
      left.map(({ pk, sk }) => ({ pk, sk })),
    );
  return moved.filter((since) => since !== null);
};

const inParts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
