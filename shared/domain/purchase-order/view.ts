import type { Instant } from '../vocabulary.ts';
import type { PurchaseOrderRow, Shipment } from './purchase-order.ts';

type Fields = Pick<PurchaseOrderRow, 'state' | 'doubtSince' | 'tracking' | 'progress' | 'attention'>;

/** What the outside is told of where a purchase order stands. `refused` is never shown as one: there is no purchase order. */
export type ShownStatus =
  | 'submitting'
  | 'in-doubt'
  | 'needs-person'
  | 'accepted'
  | 'partly-shipped'
  | 'shipped'
  | 'tracking-stopped'
  | 'refused';

/**
 * The status to show. Sent once and not known, it stays in doubt, also while it is being sent again. A refused attempt is shown
 * only while a person has to look into it.
 */
export const statusOf = ({ state, doubtSince, tracking, progress, attention }: Fields): ShownStatus => {
  if (state === 'claimed' || state === 'calling') return doubtSince === null ? 'submitting' : 'in-doubt';
  if (state === 'refused') return attention === null ? 'refused' : 'needs-person';
  if (state !== 'accepted') return state;
  if (progress === 'shipped') return 'shipped';
  if (tracking === 'stopped') return 'tracking-stopped';
  return progress === 'partly' ? 'partly-shipped' : 'accepted';
};

const viewShipment = ({ carrier, trackingNumber, trackingUrl, shippedAt, quantity, source }: Shipment) => ({
  carrier,
  trackingNumber,
  trackingUrl,
  shippedAt,
  quantity,
  source,
});

/** When it last changed in a way that anybody is told of. */
export const updatedAtOf = (row: PurchaseOrderRow): Instant =>
  [row.acceptedAt, row.shipmentsChangedAt, row.attention?.since, row.history.at(-1)?.at].reduce<Instant>(
    (latest, at) => (at && at > latest ? at : latest),
    row.submittedAt,
  );

/** The parcels that are on their way, as far as anybody knows. */
const currentShipments = (row: PurchaseOrderRow) =>
  row.shipments.filter(({ goneAt }) => goneAt === null).map(viewShipment);

/** One attempt, refused or not, as a webhook tells of it. */
export const viewAttempt = (row: PurchaseOrderRow) => ({
  poNumber: row.poNumber,
  storeId: row.storeId,
  orderId: row.orderId,
  itemId: row.itemId,
  mode: row.mode,
  distributor: row.distributor,
  partNumber: row.partNumber,
  quantity: row.quantity,
  status: statusOf(row),
  attention: row.attention,
  shipTo: row.shipTo,
  shippingMethod: row.shippingMethod,
  distributorOrderNumbers: row.orderNumbers,
  submittedAt: row.submittedAt,
  acceptedAt: row.acceptedAt,
  trackUntil: row.trackUntil,
  shipments: currentShipments(row),
});

/** A purchase order as the API shows it. Of a refused attempt there is none: to ask for it is a mistake in the program. */
export const viewPurchaseOrder = (row: PurchaseOrderRow) => {
  const { status, ...attempt } = viewAttempt(row);
  if (status === 'refused') throw new Error('Of a refused attempt there is no purchase order to show.');
  return { ...attempt, status };
};
