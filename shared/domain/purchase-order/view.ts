import type { Profile } from '../profile.ts';
import type { RefusedBy } from '../rows/history.ts';
import type { DistributorSlug, Instant } from '../vocabulary.ts';
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
  if (state === 'claimed' || state === 'calling' || state === 'in-doubt')
    return doubtSince === null ? 'submitting' : 'in-doubt';
  if (state === 'refused') return attention === null ? 'refused' : 'needs-person';
  if (state !== 'accepted') return state;
  if (progress === 'shipped') return 'shipped';
  if (tracking === 'stopped') return 'tracking-stopped';
  return progress === 'partly' ? 'partly-shipped' : 'accepted';
};

/** Whose no a refusal was; one that does not say is the distributor's. */
export const refusedBy = (refusal: PurchaseOrderRow['refusal']): RefusedBy => refusal?.by ?? 'distributor';

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

/** When somebody next looks at what became of an attempt whose outcome is open; null once it is known, or a person's to find out. */
export const nextLookAt = ({ state, notBefore, dueAt }: PurchaseOrderRow): Instant | null =>
  state === 'claimed' || state === 'calling' || state === 'in-doubt' ? (notBefore ?? dueAt ?? null) : null;

/** The parcels that are on their way, as far as anybody knows. */
const currentShipments = (row: PurchaseOrderRow) =>
  row.shipments.filter(({ goneAt }) => goneAt === null).map(viewShipment);

/** Whom to ask at each distributor. */
export type Contacts = Readonly<Record<DistributorSlug, { readonly profile: Pick<Profile, 'contact'> }>>;

/** What a person has to do about it, and whom to ask. */
const viewAttention = ({ attention, distributor }: PurchaseOrderRow, contacts: Contacts) => {
  if (attention === null) return null;
  const { reason, since, whatToDo } = attention;
  return { reason, since, whatToDo, contact: contacts[distributor].profile.contact };
};

/** A purchase order as it is shown. Of a refused attempt there is none: to ask for it is a mistake in the program. */
export const viewPurchaseOrder = (row: PurchaseOrderRow, contacts: Contacts) => {
  const status = statusOf(row);
  if (status === 'refused') throw new Error('Of a refused attempt there is no purchase order to show.');
  return { ...viewAttempt(row), status, attention: viewAttention(row, contacts) };
};

const viewAttempt = (row: PurchaseOrderRow) => ({
  poNumber: row.poNumber,
  storeId: row.storeId,
  orderId: row.orderId,
  itemId: row.itemId,
  mode: row.mode,
  distributor: row.distributor,
  partNumber: row.partNumber,
  quantity: row.quantity,
  shipTo: row.shipTo,
  leftOut: row.leftOut ?? [],
  shippingMethod: row.shippingMethod,
  distributorOrderNumbers: row.orderNumbers,
  submittedAt: row.submittedAt,
  acceptedAt: row.acceptedAt,
  updatedAt: updatedAtOf(row),
  nextLookAt: nextLookAt(row),
  tracking: row.tracking,
  trackUntil: row.trackUntil,
  shipments: currentShipments(row),
});
