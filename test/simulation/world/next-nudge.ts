import type { Row } from '../../../shared/domain/ports/table.ts';
import { seconds } from '../../../shared/domain/time-limits.ts';
import { nameOf } from '../../../shared/ordering/poll.ts';
import type { Remembered, World } from './state.ts';

type Due = { readonly row: Row; readonly dueAt: number; readonly name: string };

/** When a row is due, and what the poller calls it then; rows and tables are replaced, never changed. */
const dues = new WeakMap<Row, Due>();
const dueOf = (row: Row, written: NonNullable<Row['dueAt']>): Due => {
  const known = dues.get(row);
  if (known !== undefined) return known;
  const { pk, sk } = row;
  const due = { row, dueAt: Date.parse(written), name: nameOf({ pk, sk, dueAt: written }) };
  dues.set(row, due);
  return due;
};

/** The rows of a table that are due some time. */
const tables = new WeakMap<World['rows'], readonly Due[]>();
const dueIn = (rows: World['rows']): readonly Due[] => {
  const known = tables.get(rows);
  if (known !== undefined) return known;
  const found: Due[] = [];
  for (const row of rows.values()) if (row.dueAt !== undefined) found.push(dueOf(row, row.dueAt));
  tables.set(rows, found);
  return found;
};

const leaseEnd = ({ name }: Due, nudged: Remembered): number | undefined => {
  const at = nudged.get(name);
  return at === undefined ? undefined : at + seconds.lease * 1000;
};

/** When the poller, remembering this, will nudge a row at the soonest, if nobody does it before; infinity = never. */
export const nextNudge = (rows: World['rows'], nudged: Remembered): number => {
  let first = Number.POSITIVE_INFINITY;
  for (const due of dueIn(rows)) {
    const at = (nudged.size === 0 ? undefined : leaseEnd(due, nudged)) ?? due.dueAt;
    if (at < first) first = at;
  }
  return first;
};

/** The rows whose nudge the poller remembers for their due time, and when its lease ends. */
export const leases = (
  rows: World['rows'],
  nudged: Remembered,
): readonly { readonly row: Row; readonly until: number }[] =>
  nudged.size === 0
    ? []
    : dueIn(rows).flatMap((due) => {
        const until = leaseEnd(due, nudged);
        return until === undefined ? [] : [{ row: due.row, until }];
      });
