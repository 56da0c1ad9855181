import * as v from 'valibot';
import type { EventType } from '../../domain/purchase-order/purchase-order.ts';
import { RefusedBy } from '../../domain/rows/history.ts';
import { DistributorSlug, Mode, RefusalCode } from '../../domain/vocabulary.ts';
import { ContactAnswer } from './distributor.ts';
import { PurchaseOrderAnswer } from './purchase-order.ts';
import { At } from './text.ts';

const Contact = v.pipe(ContactAnswer, v.description('Whom to ask.'));

const Purchase = v.pipe(PurchaseOrderAnswer, v.description('The whole purchase order as it is now.'));

const Reason = v.pipe(v.string(), v.description('Why, in a sentence.'));

const Sequence = v.pipe(
  v.number(),
  v.description('Grows with every event of an order: a lower one is older. 0 = the event is no order’s.'),
);

/** Why the distributor refused, and what. There is no purchase order. */
const EventRejection = v.object({
  storeId: v.string(),
  orderId: v.string(),
  itemId: v.string(),
  poNumber: v.string(),
  mode: Mode,
  distributor: DistributorSlug,
  code: RefusalCode,
  distributorMessage: v.string(),
  by: RefusedBy,
  at: At,
});

/** The body of one type of event. `data` of one type always has the same members. */
const event = <const Type extends EventType | 'webhook.test', const Data extends v.ObjectEntries>(
  type: Type,
  data: Data,
) => v.object({ type: v.literal(type), timestamp: At, data: v.object({ sequence: Sequence, ...data }) });

const ofPurchase = { purchaseOrder: Purchase };
const forPerson = { purchaseOrder: Purchase, reason: Reason, contact: Contact };

/** Every event that a webhook is sent. */
export const events = {
  'purchase_order.accepted': event('purchase_order.accepted', ofPurchase),
  'purchase_order.rejected': event('purchase_order.rejected', { rejection: EventRejection }),
  'purchase_order.needs_person': event('purchase_order.needs_person', forPerson),
  'purchase_order.shipped': event('purchase_order.shipped', ofPurchase),
  'purchase_order.partly_shipped': event('purchase_order.partly_shipped', ofPurchase),
  'purchase_order.tracking_stopped': event('purchase_order.tracking_stopped', forPerson),
  'account.stopped': event('account.stopped', {
    storeId: v.string(),
    distributor: DistributorSlug,
    mode: Mode,
    message: v.pipe(v.string(), v.description('What the distributor said.')),
    contact: Contact,
  }),
  'customer_mail.failed': event('customer_mail.failed', {
    storeId: v.string(),
    orderId: v.string(),
    mode: Mode,
    reason: Reason,
  }),
  'webhook.test': event('webhook.test', { storeId: v.string() }),
} satisfies Readonly<Record<EventType | 'webhook.test', v.GenericSchema>>;
