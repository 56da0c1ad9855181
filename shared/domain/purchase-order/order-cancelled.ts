import type { Draft } from '../rows/amend.ts';
import { instant } from '../vocabulary.ts';
import { withDerived } from './due.ts';
import { askAboutCancelled, withNote } from './outcome.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';
import { statusOf } from './view.ts';

type Po = Draft<PurchaseOrderRow>;

/**
 * The webstore has cancelled the order: what the distributor holds of it asks a person; what is not decided yet remembers it, and asks
 * if it is accepted. Null = there is no purchase order, or it knows already.
 */
export const orderCancelled = (po: PurchaseOrderRow, now: number): Po | null => {
  if ((po.orderCancelledAt ?? null) !== null || statusOf(po) === 'refused') return null;
  const told: Po = { ...po, orderCancelledAt: instant(now) };
  return withDerived(
    po.state === 'accepted'
      ? askAboutCancelled(told, now)
      : withNote(told, now, 'The webstore has cancelled the order.', { kind: 'order-changed', by: 'webstore' }),
    now,
  );
};

/** The order is not cancelled any more: the next time it is, a person is asked again. What was asked stands until somebody settles it. */
export const orderRestored = (po: PurchaseOrderRow, now: number): Po | null =>
  (po.orderCancelledAt ?? null) === null
    ? null
    : withDerived(
        withNote({ ...po, orderCancelledAt: null }, now, 'The webstore no longer says that the order is cancelled.', {
          kind: 'order-changed',
          by: 'webstore',
        }),
        now,
      );
