import type { RefusalCode } from '../vocabulary.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';

/**
 * Whether a refusal is most likely of this request itself, since it says the same whatever an earlier one did: believed of what was
 * sent before and proven absent since; and of a first one where a look at the number shows nothing, although that proves nothing.
 */
export const isOfThisRequest: Readonly<Record<RefusalCode, boolean>> = {
  'unknown-part': true,
  'bad-address': true,
  'not-allowed': true,
  // These can be the echo of our own earlier order: its stock taken, its payment booked, its number used up.
  'out-of-stock': false,
  payment: false,
  'duplicate-po': false,
  // Says nothing about what an earlier request did.
  'bad-credentials': false,
  other: false,
};

/** Whether it was refused in such a way: that needs no proof. */
export const isBelieved = ({ refusal }: Pick<PurchaseOrderRow, 'refusal'>): boolean =>
  refusal !== null && isOfThisRequest[refusal.code];
