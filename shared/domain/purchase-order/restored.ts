import * as v from 'valibot';
import type { Draft } from '../rows/amend.ts';
import { historyEntry } from '../rows/history.ts';
import { keys } from '../rows/keys.ts';
import { type Address, DistributorSlug, type Instant, InstantOfOthers, instant, Mode } from '../vocabulary.ts';
import { withDerived } from './due.ts';
import { askPerson, withNote } from './outcome.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';
import { untouched } from './untouched.ts';

/**
 * Purchase orders after the table was restored to an earlier time: those that it has forgotten, and those of which it believes that they
 * were not sent yet. Either may be placed.
 */
type Po = Draft<PurchaseOrderRow>;

/** What the log tells of a claim: enough to lock its item and to look for its order, nothing of the customer. */
export const LoggedClaim = v.object({
  timestamp: InstantOfOthers,
  storeId: v.string(),
  orderId: v.string(),
  itemId: v.string(),
  poNumber: v.string(),
  distributor: DistributorSlug,
  mode: Mode,
  partNumber: v.string(),
  quantity: v.number(),
  correlationId: v.optional(v.string()),
});
export type LoggedClaim = v.InferOutput<typeof LoggedClaim>;

/** Who calls for it now: nobody knows who did, only that it is over. */
type Call = { readonly token: string; readonly credentialVersion: string };

const over = ({ token, credentialVersion }: Call, begunAt: Instant, now: number) => ({
  token,
  credentialVersion,
  begunAt,
  settleAt: instant(now),
});

const inDoubt = (po: Po, now: number, call: Call): Po =>
  withDerived(
    withNote(
      {
        ...po,
        state: 'in-doubt',
        sends: Math.max(po.sends, 1),
        call: over(call, po.submittedAt, now),
        doubtSince: instant(now),
        absentAt: null,
        notBefore: instant(now),
      },
      now,
      'The table was restored to an earlier time: the order may have been placed since. It is looked up.',
      { kind: 'in-doubt' },
    ),
    now,
  );

/** A purchase order that the restored table does not know, made again of the log. */
export const rebuilt = (claim: LoggedClaim, now: number, call: Call, shipTo: Address | null): Po => {
  const {
    timestamp: at,
    storeId,
    orderId,
    itemId,
    poNumber,
    distributor,
    mode,
    partNumber,
    quantity,
    correlationId,
  } = claim;
  const known: Po = {
    ...keys.purchaseOrder(storeId, poNumber),
    storeId,
    orderId,
    itemId,
    mode,
    distributor,
    poNumber,
    partNumber,
    quantity,
    shipTo,
    shippingMethod: 'ground',
    ...(correlationId === undefined ? {} : { correlationId }),
    state: 'claimed',
    submittedAt: at,
    sends: 1,
    ...untouched,
    history: [historyEntry(at, `Submitted as PO ${poNumber}; known from the log only.`, 'submitted', 'store')],
    placed: `${at}#${poNumber}`,
    status: 'submitting',
  };
  return inDoubt(known, now, call);
};

/** Whether it would be sent without a proof that it was not before: nobody called for it, or in vain. */
export const isUnsent = ({ state, call }: PurchaseOrderRow): boolean =>
  state === 'claimed' || (state === 'in-doubt' && call?.rateLimited === true);

/** What was not sent when the table was saved may have been since. */
export const doubtUnsent = (po: PurchaseOrderRow, now: number, call: Call): Po | null =>
  isUnsent(po) ? inDoubt(po, now, call) : null;

/** It was not found, or nobody could ask: whoever sends it again may order it twice. */
export const askAfterRestore = (po: PurchaseOrderRow, now: number): Po | null =>
  po.state === 'in-doubt'
    ? withDerived(
        askPerson(
          po,
          now,
          'cannot-be-decided',
          `The table was restored, and the distributor was not seen to hold PO ${po.poNumber}. Ask whether it does, then resolve it.`,
        ),
        now,
      )
    : null;
