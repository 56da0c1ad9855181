import * as v from 'valibot';
import { RowParts } from '../domain/ports/table.ts';
import { EventType } from '../domain/purchase-order/purchase-order.ts';
import { DistributorSlug, Mode } from '../domain/vocabulary.ts';

/** An event that the store is to hear of: by webhook, or by mail where it has none. Kept 30 days so that it can be sent again. */
export const NoticeRow = v.object({
  ...RowParts,
  storeId: v.string(),
  id: v.string(),
  type: EventType,
  at: v.string(),
  orderId: v.nullable(v.string()),
  poNumber: v.nullable(v.string()),
  account: v.nullable(v.object({ distributor: DistributorSlug, mode: Mode })),
  reason: v.nullable(v.string()),
  sequence: v.number(),
  tries: v.number(),
  /** Nobody sends it before this: somebody is sending it, or the last try failed. */
  sendingUntil: v.nullable(v.string()),
  outcome: v.nullable(v.picklist(['delivered', 'gone', 'given-up', 'not-wanted'])),
});
export type NoticeRow = v.InferOutput<typeof NoticeRow>;

/** The customer's mail of one order and mode: which parcels it has told of. Owed while `dueAt` is set. */
export const MailRow = v.object({
  ...RowParts,
  storeId: v.string(),
  orderId: v.string(),
  mode: Mode,
  /** `poNumber/trackingNumber` (without blanks, upper case) of every parcel that was mailed. */
  mailed: v.array(v.string()),
  tries: v.number(),
  /** Nobody sends it before this: somebody is sending it, or the last try failed. */
  sendingUntil: v.nullable(v.string()),
  /** The last mail could not be sent, for good, and the store was told. Null after one that was sent. */
  failed: v.nullable(v.object({ at: v.string(), reason: v.string() })),
});
export type MailRow = v.InferOutput<typeof MailRow>;

/** An order's counter of events. */
export const SequenceRow = v.object({ ...RowParts, last: v.number() });
