import * as v from 'valibot';
import type { NewId } from '../ports/ports.ts';
import { RowParts, storedObject, type Table } from '../ports/table.ts';
import { amend, load } from '../rows/amend.ts';
import { keys } from '../rows/keys.ts';
import { day } from '../time.ts';
import { instant } from '../vocabulary.ts';

/** What is counted where the store has a limit of it: live orders that were claimed, and mails to customers. */
type Counted = 'orders' | 'mails';

/** How much a store has had of each on one day (UTC). There is none of a store without limits. */
export const DayCountRow = storedObject({ ...RowParts, storeId: v.string(), orders: v.number(), mails: v.number() });
export type DayCountRow = v.InferOutput<typeof DayCountRow>;

/** The day is over at midnight, UTC. */
export const endOfDay = (now: number): number => (Math.floor(now / day) + 1) * day;

const keyOf = (storeId: string, now: number) => keys.dayCount(storeId, instant(now).slice(0, 10));

const emptyCount = (storeId: string, now: number): Omit<DayCountRow, 'rev'> => ({
  ...keyOf(storeId, now),
  storeId,
  orders: 0,
  mails: 0,
  expiresAt: Math.floor((now + 2 * day) / 1000),
});

/** The day's row as it stands, and as it is with one more; null = there may be no more. */
export const oneMore = async (
  { table, newId }: { readonly table: Table; readonly newId: NewId },
  {
    storeId,
    what,
    limit,
    now,
  }: { readonly storeId: string; readonly what: Counted; readonly limit: number; readonly now: number },
): Promise<{ readonly put: DayCountRow; readonly was: string | null } | null> => {
  const row = await load(table, keyOf(storeId, now), DayCountRow);
  const counted = row ?? emptyCount(storeId, now);
  if (counted[what] >= limit) return null;
  return { put: { ...counted, [what]: counted[what] + 1, rev: newId() }, was: row?.rev ?? null };
};

/** Counts a mail that is about to be sent; false = the day has had as many as there may be. */
export const countMail = async (
  ports: { readonly table: Table; readonly newId: NewId },
  storeId: string,
  limit: number,
  now: number,
): Promise<boolean> => {
  const { written } = await amend(ports, keyOf(storeId, now), DayCountRow, (row) => {
    const counted = row ?? emptyCount(storeId, now);
    return counted.mails >= limit ? null : { ...counted, mails: counted.mails + 1 };
  });
  return written;
};
