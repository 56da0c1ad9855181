import type { NoticeQueue } from '../domain/ports/queues.ts';
import type { Row } from '../domain/ports/table.ts';
import { later } from '../domain/time.ts';
import { seconds } from '../domain/time-limits.ts';
import { type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import type { NoticePorts } from './ports.ts';

/** What can be sent: due, and taken by one sender at a time. */
export type Sendable = Row & { readonly sendingUntil: Instant | null };

/** Longer than a sender lives. */
const leaseMilliseconds = (seconds.noticeLimit + seconds.grace) * 1000;

/**
 * Takes the right to send this row, so that nobody else does at the same time. Null when nothing is owed, when it is not time
 * yet, or when another was quicker. The row stays due: should the sender die, the poller finds it when the lease is over.
 */
export const takeLease = async <R extends Sendable>(
  { table, clock, newId }: NoticePorts,
  row: R,
): Promise<R | null> => {
  const now = clock.now();
  if (row.due === undefined || isTaken(row, now)) return null;
  const until = instant(now + leaseMilliseconds);
  const leased = { ...row, rev: newId(), sendingUntil: until, dueAt: later(row.dueAt ?? until, until) };
  return (await table.write([{ put: leased, was: row.rev }])) === 'done' ? leased : null;
};

const isTaken = ({ sendingUntil }: Sendable, now: number): boolean =>
  sendingUntil !== null && milliseconds(sendingUntil) > now;

/** Whether somebody may be sending it at this moment. */
export const isBeingSent = ({ sendingUntil }: Sendable, now: number): boolean =>
  sendingUntil !== null && milliseconds(sendingUntil) > now && milliseconds(sendingUntil) <= now + leaseMilliseconds;

/** The row, owing nothing any more. */
export const settled = <R extends Sendable>({ due: _due, dueAt: _dueAt, ...row }: R) => ({
  ...row,
  sendingUntil: null,
});

/** The row, to be sent at that time and not before. */
export const waiting = <R extends Sendable>(row: R, queue: NoticeQueue, at: number) => ({
  ...row,
  due: queue,
  dueAt: instant(at),
  sendingUntil: instant(at),
});

/** A queue holds a message back for so long at the most; what waits longer is found by the poller. */
const longestDelaySeconds = 900;

/** Only makes it sooner. One second more than needed: a message that comes too early is for nothing. */
export const nudgeLater = async (
  { queues, clock }: NoticePorts,
  queue: NoticeQueue,
  { pk, sk }: Row,
  at: number,
): Promise<void> => {
  const delay = Math.ceil((at - clock.now()) / 1000);
  if (delay <= 0) await queues.send(queue, [{ pk, sk }]);
  else if (delay < longestDelaySeconds) await queues.send(queue, [{ pk, sk }], delay + 1);
};
