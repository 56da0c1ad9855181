import type { LogFields } from '../ports/ports.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';

/** What every log line about a purchase order carries: its number, and the name of the request that submitted it. */
export const purchaseOrderTags = ({
  storeId,
  orderId,
  poNumber,
  distributor,
  mode,
  correlationId,
}: PurchaseOrderRow): LogFields => ({ storeId, orderId, poNumber, distributor, mode, correlationId });

/**
 * What the lines `purchase-order-claimed` and `purchase-order-called` carry beside: the log outlives the table, and from them a restored table
 * learns what it has forgotten (`restored.ts`).
 */
export const attemptTags = (po: PurchaseOrderRow): LogFields => ({
  ...purchaseOrderTags(po),
  itemId: po.itemId,
  partNumber: po.partNumber,
  quantity: po.quantity,
});
