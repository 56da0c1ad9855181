import * as v from 'valibot';
import { AttentionReason } from '../../domain/purchase-order/purchase-order.ts';
import { RefusedBy } from '../../domain/rows/history.ts';
import { DistributorSlug, Mode, RefusalCode, ShippingMethod } from '../../domain/vocabulary.ts';
import { fields } from '../fields.ts';
import { AddressAnswer } from './address.ts';
import { ContactAnswer } from './distributor.ts';
import { InstantInQuery } from './instant-text.ts';
import { pageFields } from './page.ts';
import { At, Id, optional, PoNumber, Quantity, text } from './text.ts';

/** A purchase order's status, as it is shown. */
const ShownStatus = v.picklist([
  'submitting',
  'in-doubt',
  'needs-person',
  'accepted',
  'partly-shipped',
  'shipped',
  'tracking-stopped',
]);

export const ShipmentAnswer = v.object({
  carrier: v.pipe(
    v.nullable(v.string()),
    v.description(
      'A code (ups, usps, fedex, dhl, ontrac, amazon, …), or the name that was told; null when nobody knows.',
    ),
  ),
  trackingNumber: v.string(),
  trackingUrl: v.pipe(
    v.nullable(v.string()),
    v.description('The carrier’s own page; null where the number has none of the carrier’s shapes.'),
  ),
  shippedAt: v.nullable(At),
  quantity: v.nullable(v.number()),
  source: v.picklist(['distributor', 'person']),
});

export const PurchaseOrderAnswer = v.object({
  poNumber: v.string(),
  storeId: v.string(),
  orderId: v.string(),
  itemId: v.string(),
  mode: Mode,
  distributor: DistributorSlug,
  partNumber: v.string(),
  quantity: v.number(),
  status: ShownStatus,
  attention: v.pipe(
    v.nullable(
      v.object({
        reason: AttentionReason,
        since: At,
        whatToDo: v.pipe(v.string(), v.description('A sentence for a person.')),
        contact: v.pipe(ContactAnswer, v.description('Whom to ask.')),
      }),
    ),
    v.description('Set while a person is needed.'),
  ),
  shipTo: v.pipe(v.nullable(AddressAnswer), v.description('Null once the customer’s personal data was erased.')),
  leftOut: v.pipe(
    v.array(v.string()),
    v.description('What of the address was entered and not sent, since this distributor has no place for it.'),
  ),
  shippingMethod: ShippingMethod,
  distributorOrderNumbers: v.array(v.string()),
  submittedAt: At,
  acceptedAt: v.nullable(At),
  updatedAt: v.pipe(At, v.description('When it last changed in a way that anybody is told of.')),
  nextLookAt: v.pipe(
    v.nullable(At),
    v.description('While its outcome is open: when somebody next looks at what became of it.'),
  ),
  tracking: v.pipe(
    v.nullable(v.picklist(['open', 'stopped', 'complete'])),
    v.description('open = parcels are looked for; complete = all have been found; null before it is accepted.'),
  ),
  trackUntil: v.nullable(At),
  shipments: v.array(ShipmentAnswer),
});

/** What is left of an attempt that came to nothing. */
export const RejectionAnswer = v.object({
  code: RefusalCode,
  distributorMessage: v.nullable(v.string()),
  by: RefusedBy,
  poNumber: v.string(),
  orderId: v.string(),
  itemId: v.string(),
});

/** One or several statuses, with commas between them. */
const Statuses = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((text) => [...new Set(text.split(','))]),
  v.array(ShownStatus),
  v.metadata({ description: 'One or several, with commas between them.' }),
);

/** How the list is narrowed. */
export const PurchaseOrderQuery = fields({
  poNumber: v.optional(PoNumber),
  orderId: v.optional(Id),
  distributor: v.optional(DistributorSlug),
  status: v.optional(Statuses),
  updatedSince: v.optional(InstantInQuery),
  mode: v.optional(Mode),
  ...pageFields,
});

export const PurchaseOrderList = v.object({
  items: v.array(PurchaseOrderAnswer),
  nextCursor: v.nullable(v.string()),
});

/** A tracking number entered by hand. */
export const ShipmentBody = fields({
  carrier: optional(text(60)),
  trackingNumber: v.pipe(
    text(60),
    v.check(
      (input) => /[\p{L}\p{N}]/u.test(input) || !/[\p{P}\p{S}]/u.test(input),
      'Must be the number of a parcel, and not dots, dashes and the like alone.',
    ),
  ),
  quantity: optional(Quantity),
  /** The number that this one takes the place of; the customer’s mail says so. */
  corrects: optional(text(60)),
  /** Take a number that cannot be one of the carrier named all the same. */
  confirm: optional(v.boolean()),
});

export const StopTrackingBody = fields({ reason: text(500) });

/** How a person settled it. */
export const ResolveBody = v.variant('outcome', [
  fields({ outcome: v.literal('accepted'), distributorOrderNumber: text(60), reason: text(500) }),
  fields({ outcome: v.literal('not-placed'), reason: text(500) }),
  // The worry about a purchase order that stands is over.
  fields({ outcome: v.literal('noted'), reason: text(500) }),
]);
