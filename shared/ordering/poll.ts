import type { Meter } from '../domain/metrics.ts';
import type { Clock } from '../domain/ports.ts';
import { type QueueName, type Queues, queueNames } from '../domain/queues.ts';
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
const together = 20;
/** Work that has been due for so long is overdue: somebody should look. */
const overdueAfter = 15 * 60;

/**
 * Finds what is due and nudges its queue. To nudge is to move the due time on by a lease, with a condition, and then to send:
 * so a backlog does not multiply, the head of the index always moves, and a lost message costs one lease. One queue's trouble
 * holds up no other; it is thrown when all have been looked at.
 */
export const poll = async (ports: PollPorts): Promise<void> => {
  const polled = await Promise.allSettled(queueNames.map((queue) => pollQueue(ports, queue)));
  ports.meter(
    'OverdueWork',
    polled.reduce((sum, queue) => sum + (queue.status === 'fulfilled' ? queue.value : 0), 0),
  );
  const trouble = polled.find((queue) => queue.status === 'rejected');
  if (trouble !== undefined) throw trouble.reason;
};

/** How many of this queue's rows are overdue. */
const pollQueue = async (ports: PollPorts, queue: QueueName): Promise<number> => {
  const now = ports.clock.now();
  const rows = await ports.table.due({ due: queue, until: instant(now), limit: mostAtOnce });
  let overdue = 0;
  for (let start = 0; start < rows.length; start += together) {
    const nudged = await Promise.allSettled(
      rows.slice(start, start + together).map((row) => nudge(ports, queue, row, now)),
    );
    for (const each of nudged) {
      if (each.status === 'rejected') throw each.reason;
      if (each.value !== null && milliseconds(each.value) < now - overdueAfter * 1000) overdue += 1;
    }
  }
  return overdue;
};

/** Since when the row has been due; null when somebody has just done it, or nudged it himself. */
const nudge = async ({ table, queues }: PollPorts, queue: QueueName, row: DueRow, now: number) => {
  const since = await table.postpone(row, row.dueAt, instant(now + seconds.lease * 1000));
  if (since !== null) await queues.send(queue, { pk: row.pk, sk: row.sk });
  return since;
};
