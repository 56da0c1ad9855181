import type { AccountRow } from '../../../shared/domain/account/account.ts';
import type { Key, Row } from '../../../shared/domain/ports/table.ts';
import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { milestonesOf } from './milestones.ts';

/** What this thread has seen, of `milestones`, and which of the API's doors were gone through. Of a search nothing follows from it. */
export const sightings = { milestones: new Set<string>(), doors: new Set<string>() };

/** What a row was before, of those that were looked at; rows are replaced, never changed. */
let looked = new WeakMap<Row, WeakSet<Row>>();

export const forgetSightings = (): void => {
  for (const seen of Object.values(sightings)) seen.clear();
  looked = new WeakMap();
};

/** Whether this change is looked at for the first time. */
const isNew = (was: Row, is: Row): boolean => {
  const before = looked.get(is) ?? new WeakSet();
  if (before.has(was)) return false;
  looked.set(is, before.add(was));
  return true;
};

type Rows = ReadonlyMap<string, Row>;

/** Looks at what a write has made of these rows. */
export const lookAtWrite = (before: Rows, after: Rows, keys: readonly Key[]): void => {
  for (const { pk, sk } of keys) {
    const place = `${pk}\u0000${sk}`;
    const [was, is] = [before.get(place), after.get(place)];
    if (was === undefined || is === undefined || was === is || !isNew(was, is)) continue;
    if (sk === 'PO') lookFor(milestonesOf.po, { before: was as PurchaseOrderRow, after: is as PurchaseOrderRow });
    if (sk === 'SCHEDULE') lookFor(milestonesOf.account, { before: was as AccountRow, after: is as AccountRow });
  }
};

const lookFor = <Change>(of: readonly (readonly [string, (change: Change) => boolean])[], change: Change): void => {
  for (const [name, isSeen] of of) {
    if (!sightings.milestones.has(name) && isSeen(change)) sightings.milestones.add(name);
  }
};
