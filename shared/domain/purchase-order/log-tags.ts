import type { LogFields } from '../ports/ports.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';

type Tagged = Pick<PurchaseOrderRow, 'storeId' | 'orderId' | 'poNumber' | 'distributor' | 'mode' | 'correlationId'>;

/** What every log line about a purchase order carries: its number, and the name of the request that submitted it. */
export const purchaseOrderTags = ({
  storeId,
  orderId,
  poNumber,
  distributor,
  mode,
  correlationId,
}: Tagged): LogFields => ({ storeId, orderId, poNumber, distributor, mode, correlationId });
