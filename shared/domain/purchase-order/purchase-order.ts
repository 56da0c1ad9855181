import * as v from 'valibot';
import { AddressParts } from '../order/order.ts';
import { RowParts, storedObject } from '../ports/table.ts';
import { HistoryEntry, RefusedBy } from '../rows/history.ts';
import { DistributorSlug, Instant, Mode, RefusalCode, ShippingMethod } from '../vocabulary.ts';

/** A shipment: one tracking number, compared without blanks and case. */
export const Shipment = storedObject({
  trackingNumber: v.string(),
  carrier: v.nullable(v.string()),
  trackingUrl: v.nullable(v.string()),
  shippedAt: v.nullable(Instant),
  quantity: v.nullable(v.number()),
  source: v.picklist(['distributor', 'person']),
  /** When we first heard of it. */
  foundAt: Instant,
  /** The distributor no longer speaks of it. Never shown again as a shipment; kept so that it is not mailed twice. */
  goneAt: v.nullable(Instant),
  /** The tracking number that this one took the place of. */
  corrects: v.nullable(v.string()),
  /** Who counted the pieces. Without it: whose the shipment is. */
  countedBy: v.optional(v.picklist(['distributor', 'person'])),
  /** A person's, which the distributor tells of as well. */
  confirmed: v.optional(v.boolean()),
  /** A person put another number in its place: it stays away, whatever the distributor tells. */
  replaced: v.optional(v.boolean()),
  /** How often it went and came back. */
  returns: v.optional(v.number()),
  /** How often it is told to the customer anew, because it took another's place or was entered once more. */
  retold: v.optional(v.number()),
  /** Since when the distributor tells otherwise than what is shown. */
  doubtedSince: v.optional(v.nullable(Instant)),
});
export type Shipment = v.InferOutput<typeof Shipment>;

/** What the webstore is told by webhook. */
export const EventType = v.picklist([
  'purchase_order.accepted',
  'purchase_order.rejected',
  'purchase_order.needs_person',
  'purchase_order.shipped',
  'purchase_order.partly_shipped',
  'purchase_order.tracking_stopped',
  'account.stopped',
  'customer_mail.failed',
]);
export type EventType = v.InferOutput<typeof EventType>;

/** What a purchase order's last change still owes; each is done at least once, and doing it again changes nothing. */
export const Owed = v.variant('kind', [
  v.object({ kind: v.literal('watch') }),
  // The watch that ends then is closed, unless tracking is open until that very time again.
  v.object({ kind: v.literal('unwatch'), trackUntil: v.nullable(Instant) }),
  v.object({ kind: v.literal('mail') }),
  v.object({ kind: v.literal('event'), id: v.string(), type: EventType, reason: v.nullable(v.string()) }),
]);
export type Owed = v.InferOutput<typeof Owed>;

/** Where the attempt stands. `refused` is final; so is `accepted`, whatever happens to the parcels afterwards. */
const AttemptState = v.picklist(['claimed', 'calling', 'in-doubt', 'needs-person', 'accepted', 'refused']);

export const AttentionReason = v.picklist([
  'cannot-be-decided',
  'differs',
  'someone-elses',
  'already-there',
  'refused-on-resend',
  'no-usable-credentials',
  'duplicate-suspected',
  'tracking-unreadable',
  'order-cancelled',
]);
export type AttentionReason = v.InferOutput<typeof AttentionReason>;

const Attention = storedObject({ reason: AttentionReason, since: Instant, whatToDo: v.string() });

/** One attempt to place one order item, and the purchase order that came of it. Never deleted. */
export const PurchaseOrderRow = storedObject({
  ...RowParts,
  storeId: v.string(),
  orderId: v.string(),
  itemId: v.string(),
  mode: Mode,
  distributor: DistributorSlug,
  poNumber: v.string(),

  // What is sent, frozen at the claim. `shipTo` becomes null when the customer's data is erased.
  partNumber: v.string(),
  quantity: v.number(),
  shipTo: v.nullable(storedObject(AddressParts.entries)),
  /** A keyed hash of the postal code that was sent: what tells of another one is still recognised when the address was erased. */
  postalCodeHash: v.optional(v.nullable(v.string())),
  shippingMethod: ShippingMethod,
  /** The request that submitted it: its name is in every log line about it, and goes out with its webhooks. */
  correlationId: v.optional(v.string()),
  /** What of the address was entered and not sent. */
  leftOut: v.optional(v.array(v.string())),

  // The attempt protocol.
  state: AttemptState,
  submittedAt: Instant,
  /** Requests that may have reached the distributor under this number. */
  sends: v.number(),
  /** The last one that began: who makes it, with which credentials, until when it may still take effect. */
  call: v.nullable(
    storedObject({
      token: v.string(),
      begunAt: Instant,
      settleAt: Instant,
      credentialVersion: v.string(),
      /** It was answered that too much is asked: most likely it was not taken, and one look says so. */
      rateLimited: v.optional(v.boolean()),
    }),
  ),
  /** When the first call settled without an answer; a person is asked a day after it. */
  doubtSince: v.nullable(Instant),
  /** When the first of two proofs of absence was recorded; kept while it is sent again, until that is in doubt in its turn. */
  absentAt: v.nullable(Instant),
  /** Look-ups without an answer, or tries without a turn at the account, in a row: each waits longer than the last. */
  missesInARow: v.number(),
  /** Requests that were not taken, in a row: each waits longer than the last. */
  notTaken: v.number(),
  /** Nothing is done before this. */
  notBefore: v.nullable(Instant),
  refusal: v.nullable(
    storedObject({
      code: RefusalCode,
      message: v.string(),
      at: Instant,
      /** Optional: rows of an earlier version do not say, nor whose words the message then is. */
      by: v.optional(RefusedBy),
    }),
  ),
  /** When the number that was refused is looked up, since the refusal may have answered a copy of our request. */
  recheckAt: v.optional(v.nullable(Instant)),
  /** Refused numbers of the same item, which are looked up before this one is sent. */
  lookFirst: v.optional(v.array(v.string())),
  attention: v.nullable(Attention),
  /** When the webstore cancelled the order, of which this purchase order was told. */
  orderCancelledAt: v.optional(v.nullable(Instant)),

  // The purchase order.
  orderNumbers: v.array(v.string()),
  acceptedAt: v.nullable(Instant),
  /** Six weeks after acceptance, or after `resume-tracking`. Null = nothing is looked up any more. */
  trackUntil: v.nullable(Instant),
  tracking: v.nullable(v.picklist(['open', 'stopped', 'complete'])),
  progress: v.picklist(['none', 'partly', 'shipped']),
  shipments: v.array(Shipment),
  /** How many tracking numbers people entered, those that they took back among them. */
  handEntries: v.optional(v.number()),
  /** What the distributor wrote where tracking numbers stand and is none, and since when; each is noted once. */
  remarks: v.optional(v.array(storedObject({ text: v.string(), at: Instant }))),
  /** Since when the distributor's answer about it cannot be read, or not whole. */
  unreadableSince: v.optional(v.nullable(Instant)),
  /** A person was asked about what cannot be read. */
  askedOfUnread: v.optional(v.boolean()),
  /** When a shipment last changed: without quantities, 14 quiet days after it mean that all has shipped. */
  shipmentsChangedAt: v.nullable(Instant),
  /** The latest steps; those before them lie beside this row. */
  history: v.array(HistoryEntry),
  /** How many lie beside it. */
  historyMoved: v.optional(v.number()),
  owed: v.array(Owed),
  /** The customer's data is to be erased, once it is settled; nothing is sent any more. */
  eraseAsked: v.optional(v.boolean()),
  /** When it was. */
  erasedAt: v.optional(Instant),
  /** How many events this purchase order has had: the next one's id is made of it. */
  events: v.number(),

  // The indexes `byStore` and `byStatus` (without the refused: there is no purchase order) and `byAttention`.
  storeKey: v.optional(v.string()),
  statusKey: v.optional(v.string()),
  placed: v.string(),
  attentionKey: v.optional(v.string()),
  attentionSince: v.optional(Instant),
  /** `status` as it is shown, so that a list can be narrowed to it. */
  status: v.string(),
});
export type PurchaseOrderRow = v.InferOutput<typeof PurchaseOrderRow>;
