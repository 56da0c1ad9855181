import type { Row } from '../../../shared/domain/ports/table.ts';
import { seconds } from '../../../shared/domain/time-limits.ts';
import { nameOf } from '../../../shared/ordering/poll.ts';
import type { Remembered } from './state.ts';

/** When the poller, remembering this, will nudge a row at the soonest, if nobody does it before; infinity = never. */
export const nextNudge = (rows: Iterable<Row>, nudged: Remembered): number => {
  let first: string | null = null;
  let again = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const leaseEnds = row.dueAt === undefined ? undefined : nudgedUntil(row, nudged);
    if (leaseEnds !== undefined) again = Math.min(again, leaseEnds);
    else if (row.dueAt !== undefined && (first === null || row.dueAt < first)) first = row.dueAt;
  }
  return Math.min(again, first === null ? Number.POSITIVE_INFINITY : Date.parse(first));
};

/** When the lease of this row's nudge ends; undefined where the poller remembers none for its due time. */
export const nudgedUntil = ({ pk, sk, dueAt }: Row, nudged: Remembered): number | undefined => {
  if (nudged.size === 0 || dueAt === undefined) return undefined;
  const at = nudged.get(nameOf({ pk, sk, dueAt }));
  return at === undefined ? undefined : at + seconds.lease * 1000;
};
