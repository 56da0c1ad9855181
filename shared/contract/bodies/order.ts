import * as v from 'valibot';
import { Catalog, mostItems, OrderItem, OrderStatus } from '../../domain/order/order.ts';
import { HistoryBy, HistoryKind } from '../../domain/rows/history.ts';
import { fields } from '../fields.ts';
import { Address, AddressAnswer, heldAddress } from './address.ts';
import { InstantInQuery, InstantText } from './instant-text.ts';
import { pageFields } from './page.ts';
import { PurchaseOrderAnswer, ShipmentAnswer } from './purchase-order.ts';
import { At, type Excess, HeldEmail, heldId, heldOptional, heldQuantity, heldText, optional, Slug } from './text.ts';

/** `shown`: of texts that are only shown to people. */
const most = { parts: 20, partNumber: 200, shown: 1000, name: 200, displayNumber: 40 };

const itemFields = (excess: Excess) =>
  fields({
    itemId: heldId(excess),
    sku: heldOptional(most.shown, excess),
    title: heldText(most.shown, excess),
    quantity: heldQuantity(excess),
    catalog: Catalog,
    markedForDropShip: optional(v.boolean()),
    distributorParts: v.pipe(
      v.array(fields({ distributor: Slug, partNumber: heldText(most.partNumber, excess) })),
      v.check((parts) => excess === 'cut' || parts.length <= most.parts, `Must be at most ${most.parts}.`),
      v.transform((parts) => parts.slice(0, most.parts)),
    ),
  });
type ItemBody = v.InferOutput<ReturnType<typeof itemFields>>;

/** Each item once: the second of the same id is the one that is named, or left out. */
const itemsFields = (excess: Excess) =>
  v.pipe(
    v.array(itemFields(excess)),
    v.description(
      `At most ${mostItems}, each itemId once: else a New order is refused. Of any other order the surplus is left out, and all of them may be: \`[]\`.`,
    ),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || excess === 'cut') return;
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
    v.transform((items) =>
      items.filter(({ itemId }, index) => items.findIndex((other) => other.itemId === itemId) === index),
    ),
  );

const pathTo = (items: ItemBody[], index: number): [v.ArrayPathItem, v.ObjectPathItem] => {
  const item = items[index] ?? {};
  return [
    { type: 'array', origin: 'value', input: items, key: index, value: item },
    { type: 'object', origin: 'value', input: { ...item }, key: 'itemId', value: undefined },
  ];
};

/** Whom the order is for, as the webstore holds it. */
const customerFields = (excess: Excess) =>
  fields({
    name: heldText(most.name, excess),
    email: v.pipe(
      v.nullish(v.string(), null),
      v.check(
        (email) => excess === 'cut' || isEmptyOrEmail(email),
        'Must be one e-mail address, such as ada@example.com, or null.',
      ),
      v.description(
        'Null or empty where there is none: the store is told instead of the customer. Of a New order it must be an e-mail address, in any script; of any other one that is none counts as left out.',
      ),
    ),
  });

const isEmptyOrEmail = (email: string | null): boolean =>
  email === null || email.trim() === '' || v.is(HeldEmail, email);

/** Only of a New order anything is sent: no other is refused for an e-mail address that the webstore has blotted out. */
const usableEmail = (email: string | null): string | null => {
  const judged = v.safeParse(HeldEmail, email);
  return judged.success ? judged.output : null;
};

const orderFields = (excess: Excess) =>
  fields({
    displayNumber: heldOptional(most.displayNumber, excess),
    status: OrderStatus,
    placedAt: InstantText,
    revision: optional(
      v.pipe(v.number(), v.integer(), v.minValue(Number.MIN_SAFE_INTEGER), v.maxValue(Number.MAX_SAFE_INTEGER)),
    ),
    customer: v.pipe(
      v.nullable(customerFields(excess)),
      v.description('Null where the webstore knows nobody any more.'),
    ),
    shipTo: v.pipe(
      v.nullable(excess === 'refused' ? heldAddress(excess) : Address),
      v.description('Null where there is no address: nothing can be sent then.'),
    ),
    items: itemsFields(excess),
  });

const NewOrder = orderFields('refused');
/** An order that is not New, and the shape in which every order is described. */
export const HeldOrder = orderFields('cut');
const isNew = (input: unknown): boolean => v.is(v.looseObject({ status: v.literal('New') }), input);

/**
 * An order, as the webstore tells us of it. It is taken in with whatever it lacks, so that one that is cancelled and emptied of its
 * customer is known to be cancelled; what drop-shipping needs is judged in the dialog and at submit. Only a New one is refused for
 * what is too long, too many or less than nothing: to refuse any other would leave an older state behind that can be ordered.
 */
export const OrderBody = v.pipe(
  v.lazy((input) => (isNew(input) ? NewOrder : HeldOrder)),
  v.transform((order) => ({
    ...order,
    customer: order.customer && { ...order.customer, email: usableEmail(order.customer.email) },
  })),
);
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
  updatedSince: v.optional(InstantInQuery),
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
