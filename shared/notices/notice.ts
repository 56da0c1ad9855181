import * as v from 'valibot';
import { RowParts, storedObject } from '../domain/ports/table.ts';
import { EventType } from '../domain/purchase-order/purchase-order.ts';
import { DistributorSlug, Instant, Mode } from '../domain/vocabulary.ts';

const DeliveryTry = storedObject({ at: Instant, status: v.nullable(v.number()), error: v.nullable(v.string()) });

/** An event that the store is to hear of: by webhook, or by mail where it has none. Kept 30 days so that it can be sent again. */
export const NoticeRow = storedObject({
  ...RowParts,
  storeId: v.string(),
  id: v.string(),
  type: EventType,
  at: Instant,
  orderId: v.nullable(v.string()),
  poNumber: v.nullable(v.string()),
  account: v.nullable(storedObject({ distributor: DistributorSlug, mode: Mode })),
  reason: v.nullable(v.string()),
  /** The request that began what it tells of: it goes out with the webhook. */
  correlationId: v.optional(v.string()),
  sequence: v.number(),
  tries: v.number(),
  /** Nobody sends it before this: somebody is sending it, or the last try failed. */
  sendingUntil: v.nullable(Instant),
  outcome: v.nullable(v.picklist(['delivered', 'mailed', 'gone', 'given-up', 'not-wanted'])),
  /** It goes by mail: the store has no webhook, or it failed for good. */
  byMail: v.optional(v.boolean(), false),
  /** The webhook is tried until then; null before the first try. */
  giveUpAt: v.optional(v.nullable(Instant), null),
  /** The last tries of the webhook, the oldest first. */
  log: v.optional(v.array(DeliveryTry), []),
});
export type NoticeRow = v.InferOutput<typeof NoticeRow>;

/** The customer's mail of one order and mode: which parcels it has told of. Owed while `dueAt` is set. */
export const MailRow = storedObject({
  ...RowParts,
  storeId: v.string(),
  orderId: v.string(),
  mode: Mode,
  /** `poNumber/trackingNumber` (without blanks, upper case) of every parcel that was mailed. */
  mailed: v.array(v.string()),
  tries: v.number(),
  /** Nobody sends it before this: somebody is sending it, or the last try failed. */
  sendingUntil: v.nullable(Instant),
  /**
   * The last mail could not be sent, for good, or came back, and the store was told. Null after one that was sent. `addressMark`
   * tells the address that failed from another one, and nothing else of it; `forGood`: it is not mailed again.
   */
  failed: v.nullable(
    storedObject({
      at: Instant,
      reason: v.string(),
      addressMark: v.optional(v.string(), ''),
      forGood: v.optional(v.boolean(), false),
    }),
  ),
  /** When the last mails were sent, of those that still count for the day's limit. */
  sentAt: v.optional(v.array(Instant), []),
});
export type MailRow = v.InferOutput<typeof MailRow>;

/** An order's counter of events. */
export const SequenceRow = storedObject({ ...RowParts, last: v.number() });
