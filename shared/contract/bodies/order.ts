import * as v from 'valibot';
import { Catalog, mostItems, OrderItem, OrderStatus } from '../../domain/order/order.ts';
import { HistoryBy, HistoryKind } from '../../domain/rows/history.ts';
import { fields } from '../fields.ts';
import { Address, AddressAnswer } from './address.ts';
import { pageFields } from './page.ts';
import { PurchaseOrderAnswer, ShipmentAnswer } from './purchase-order.ts';
import {
  At,
  Id,
  InstantText,
  OptionalEmail,
  OrderedQuantity,
  optional,
  optionalText,
  Slug,
  text,
  textOrEmpty,
} from './text.ts';

const most = { parts: 20 };

const ItemBody = fields({
  itemId: Id,
  sku: optionalText(100),
  title: textOrEmpty(300),
  quantity: OrderedQuantity,
  catalog: Catalog,
  markedForDropShip: optional(v.boolean()),
  distributorParts: v.pipe(v.array(fields({ distributor: Slug, partNumber: text(60) })), v.maxLength(most.parts)),
});

/** Each item once: the second of the same id is the one that is named. */
const ItemsBody = v.pipe(
  v.array(ItemBody),
  v.metadata({ maxItems: mostItems }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const seen = new Set<string>();
    for (const [index, item] of dataset.value.entries()) {
      if (seen.has(item.itemId))
        addIssue({
          message: 'Another item has this itemId: each may be named once.',
          path: pathTo(dataset.value, index),
        });
      seen.add(item.itemId);
    }
  }),
);

const pathTo = (items: v.InferOutput<typeof ItemBody>[], index: number): [v.ArrayPathItem, v.ObjectPathItem] => {
  const item = items[index] ?? {};
  return [
    { type: 'array', origin: 'value', input: items, key: index, value: item },
    { type: 'object', origin: 'value', input: { ...item }, key: 'itemId', value: undefined },
  ];
};

/** An order, as the webstore tells us of it. */
export const OrderBody = fields({
  displayNumber: v.pipe(
    optionalText(40),
    v.description('What people call the order, where that is not its id: shown in mails.'),
  ),
  status: OrderStatus,
  placedAt: InstantText,
  revision: optional(
    v.pipe(v.number(), v.integer(), v.minValue(Number.MIN_SAFE_INTEGER), v.maxValue(Number.MAX_SAFE_INTEGER)),
  ),
  customer: fields({ name: textOrEmpty(200), email: OptionalEmail }),
  shipTo: Address,
  items: ItemsBody,
});
export type OrderBody = v.InferOutput<typeof OrderBody>;

/** An item as it is kept, and what became of it. */
const ItemAnswer = v.object({
  ...OrderItem.entries,
  purchaseOrder: v.pipe(v.nullable(PurchaseOrderAnswer), v.description('The live one, whatever mode is set now.')),
  testPurchaseOrder: v.pipe(v.nullable(PurchaseOrderAnswer), v.description('The one that was placed in test mode.')),
  otherPurchaseOrders: v.pipe(
    v.array(PurchaseOrderAnswer),
    v.description('Refused, and taken by the distributor all the same when another was in its place.'),
  ),
  shipments: v.pipe(v.array(ShipmentAnswer), v.description('Those of the live purchase order.')),
});

export const OrderAnswer = v.object({
  storeId: v.string(),
  orderId: v.string(),
  displayNumber: v.nullable(v.string()),
  status: OrderStatus,
  placedAt: At,
  revision: v.nullable(v.number()),
  updatedAt: v.pipe(v.nullable(At), v.description('When you last told of it, or something was claimed or erased.')),
  customer: v.nullable(v.object({ name: v.string(), email: v.nullable(v.string()) })),
  shipTo: v.nullable(AddressAnswer),
  items: v.array(ItemAnswer),
  notes: v.array(
    v.object({
      at: At,
      text: v.pipe(v.nullable(v.string()), v.description('Null once it was erased with the customer’s data.')),
      itemId: v.nullable(v.string()),
      poNumber: v.nullable(v.string()),
    }),
  ),
});

/** One or several statuses, with commas between them. */
const Statuses = v.pipe(
  v.string(),
  v.maxLength(100),
  v.transform((text) => [...new Set(text.split(','))]),
  v.array(OrderStatus),
  v.metadata({ description: 'One or several, with commas between them.' }),
);

/** How the list of orders is narrowed. */
export const OrderQuery = fields({
  status: v.optional(Statuses),
  updatedSince: v.optional(InstantText),
  ...pageFields,
});

export const OrderList = v.object({ items: v.array(OrderAnswer), nextCursor: v.nullable(v.string()) });

/** What happened, step by step. */
export const TimelineAnswer = v.object({
  items: v.array(
    v.object({
      at: At,
      kind: HistoryKind,
      text: v.pipe(v.nullable(v.string()), v.description('Null once it was erased with the customer’s data.')),
      by: HistoryBy,
      itemId: v.nullable(v.string()),
      poNumber: v.nullable(v.string()),
    }),
  ),
  nextCursor: v.nullable(v.string()),
});
