import * as v from 'valibot';
import type { Draft } from '../rows/amend.ts';
import { Instant, instant, milliseconds } from '../vocabulary.ts';
import { withDerived } from './due.ts';
import { askPerson, raise } from './outcome.ts';
import { PurchaseOrderRow } from './purchase-order.ts';
import { untouched } from './untouched.ts';

type Po = Draft<PurchaseOrderRow>;

/** A row made readable, and the top-level fields that were not. */
type Salvaged = { readonly row: Po; readonly was: string; readonly wrong: readonly string[] };

/** What stands where a field cannot be read: it may have been sent, and nothing else is known. */
const unknown = (submittedAt: string, poNumber: string) => ({
  shipTo: null,
  shippingMethod: 'ground',
  state: 'needs-person',
  sends: 1,
  ...untouched,
  history: [],
  placed: `${submittedAt}#${poNumber}`,
  status: 'needs-person',
});

const Named = v.looseObject({
  rev: v.string(),
  poNumber: v.string(),
  submittedAt: v.fallback(v.nullable(Instant), null),
});
const Dated = v.object({ dueAt: Instant });

/** Where a deploy is under way, the version that can read it is at hand within this time. */
const deployed = 3_600_000;

/** Whether a row has been due in vain for so long that no deploy explains it. */
export const isOverdue = (raw: unknown, now: number): boolean => {
  const dated = v.safeParse(Dated, raw);
  return !dated.success || milliseconds(dated.output.dueAt) <= now - deployed;
};

/**
 * A purchase order that cannot be read (an older version wrote it, or a newer, or a fault of ours) must not be left alone for that: what
 * can be read of it is kept, and a person is asked. Null = it can be read, or not even be named.
 */
export const salvaged = (raw: unknown, now: number): Salvaged | null => {
  const issues = v.safeParse(PurchaseOrderRow, raw).issues ?? [];
  const named = v.safeParse(Named, raw);
  if (issues.length === 0 || !named.success) return null;
  const { rev, poNumber } = named.output;
  const submittedAt = named.output.submittedAt ?? instant(now);
  const wrong = [...new Set(issues.map((issue) => String(issue.path?.[0]?.key ?? '')))];
  const kept = Object.entries(named.output).filter(([field]) => !wrong.includes(field));
  const read = v.safeParse(PurchaseOrderRow, {
    ...unknown(submittedAt, poNumber),
    submittedAt,
    ...Object.fromEntries(kept),
  });
  if (!read.success) return null;
  const whatToDo = `The record of PO ${poNumber} could not be read whole (${wrong.join(', ')}). Ask the distributor how the order stands, then resolve it.`;
  return { row: asked(read.output, now, whatToDo), was: rev, wrong };
};

/** What is settled stays so; of anything else nobody knows. */
const asked = (po: PurchaseOrderRow, now: number, whatToDo: string): Po =>
  (po.state === 'accepted' && po.trackUntil !== null) || po.state === 'refused'
    ? raise(po, now, 'cannot-be-decided', whatToDo)
    : withDerived(askPerson(po, now, 'cannot-be-decided', whatToDo), now);
