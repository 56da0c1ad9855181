import type { Row } from '../../../shared/domain/ports/table.ts';
import { seconds } from '../../../shared/domain/time-limits.ts';
import { nameOf } from '../../../shared/ordering/poll.ts';
import { knownBy } from './known-by.ts';
import type { Remembered, World } from './state.ts';

type Due = { readonly row: Row; readonly dueAt: number; readonly name: string };

/** When a row is due, and what the poller calls it then; of a row that is due at no time there is nothing. */
export const dueOf = knownBy((row: Row): readonly Due[] => {
  const { pk, sk, dueAt } = row;
  return dueAt === undefined ? [] : [{ row, dueAt: Date.parse(dueAt), name: nameOf({ pk, sk, dueAt }) }];
});

/** The rows of a table that are due some time. */
export const dueIn = knownBy((rows: World['rows']): readonly Due[] => [...rows.values()].flatMap(dueOf));

const leaseEnd = ({ name }: Due, nudged: Remembered): number | undefined => {
  const at = nudged.get(name);
  return at === undefined ? undefined : at + seconds.lease * 1000;
};

/** When the poller, remembering this, will nudge a row at the soonest, if nobody does it before; infinity = never. */
export const nextNudge = (rows: readonly Due[], nudged: Remembered): number => {
  let first = Number.POSITIVE_INFINITY;
  for (const due of rows) {
    const at = (nudged.size === 0 ? undefined : leaseEnd(due, nudged)) ?? due.dueAt;
    if (at < first) first = at;
  }
  return first;
};

/** The rows whose nudge the poller remembers for their due time, and when its lease ends. */
export const leases = (
  rows: readonly Due[],
  nudged: Remembered,
): readonly { readonly row: Row; readonly until: number }[] =>
  nudged.size === 0
    ? []
    : rows.flatMap((due) => {
        const until = leaseEnd(due, nudged);
        return until === undefined ? [] : [{ row: due.row, until }];
      });
