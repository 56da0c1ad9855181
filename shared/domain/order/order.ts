import * as v from 'valibot';
import { RowParts, storedObject } from '../ports/table.ts';
import type { Draft } from '../rows/amend.ts';
import { type HistoryBy, HistoryEntry, type HistoryKind, historyEntry, relieved } from '../rows/history.ts';
import { Instant, instant, Mode } from '../vocabulary.ts';

export const AddressParts = v.object({
  name: v.string(),
  company: v.nullable(v.string()),
  line1: v.string(),
  line2: v.nullable(v.string()),
  city: v.string(),
  state: v.string(),
  postalCode: v.string(),
  country: v.string(),
  phone: v.nullable(v.string()),
});

export const OrderStatus = v.picklist(['New', 'Processed', 'Shipped', 'Cancelled']);
export const Catalog = v.picklist(['aftermarket', 'oem', 'private-label']);

/** An item, as the webstore told us of it. */
export const OrderItem = v.object({
  itemId: v.string(),
  sku: v.nullable(v.string()),
  title: v.string(),
  quantity: v.number(),
  catalog: Catalog,
  /** Null = the webstore does not say. */
  markedForDropShip: v.nullable(v.boolean()),
  /** In order of preference; any slug. */
  distributorParts: v.array(storedObject({ distributor: v.string(), partNumber: v.string() })),
  /** The webstore left it out after an attempt had been made: kept for its history, and not eligible. */
  removed: v.boolean(),
});
export type OrderItem = v.InferOutput<typeof OrderItem>;

/** One attempt to order an item. A list, not a record by item: an item's name is the webstore's, and never the key of an object. */
const Attempt = storedObject({ itemId: v.string(), mode: Mode, poNumber: v.string() });

/**
 * An order. The webstore owns all but `attempts`, which is ours: every attempt, oldest first. The last one of an item in a mode is
 * the item's lock: while it is not refused, nobody submits. A claim replaces this row and adds the
 * purchase order in one transaction.
 */
export const OrderRow = storedObject({
  ...RowParts,
  storeId: v.string(),
  orderId: v.string(),
  /** What people call it; null: its id. */
  displayNumber: v.optional(v.nullable(v.string()), null),
  status: OrderStatus,
  placedAt: v.string(),
  revision: v.nullable(v.number()),
  /** Null once the customer's personal data was erased. */
  customer: v.nullable(storedObject({ name: v.string(), email: v.nullable(v.string()) })),
  shipTo: v.nullable(storedObject(AddressParts.entries)),
  items: v.array(storedObject(OrderItem.entries)),
  attempts: v.array(Attempt),
  /** What happened to the order itself (an erasure, say); what happened to a purchase order is in its own history. */
  notes: v.array(HistoryEntry),
  /** How many of them lie beside this row. */
  notesMoved: v.optional(v.number()),
  /** When the customer's data was erased, and the revision that was known then. Null or left out: it was not, or came back. */
  erasedAt: v.optional(v.nullable(Instant)),
  erasedRevision: v.optional(v.nullable(v.number())),
  /** When a later revision brought it back. */
  broughtBackAt: v.optional(Instant),
  /** When the webstore last told of it, or something was claimed or erased. */
  updatedAt: v.optional(Instant),
  // The indexes `byStore` and `byStatus`, the last changed first.
  storeKey: v.optional(v.string()),
  statusKey: v.optional(v.string()),
  placed: v.optional(v.string()),
});
export type OrderRow = v.InferOutput<typeof OrderRow>;

/** The partition of `byStore` that holds a store's orders, and of `byStatus` that holds those of one status. */
export const orderListKey = (storeId: string, status: OrderRow['status'] | null): string =>
  status === null ? `${storeId}#ORDERS` : `${storeId}#ORDERS#${status}`;

/** How many items an order has, and how many more it keeps that the webstore left out after an attempt. */
export const mostItems = 200;

/** How many bytes of items that the webstore left out are kept: a row of the table holds 400 kB, a body 64 kB. */
export const mostRemovedBytes = 100_000;

/** How many attempts an order has, of all its items. */
export const mostAttempts = 1_000;

/** The order as it changed now: when, and where it stands in the lists. */
export const changedOrder = <Order extends Omit<OrderRow, 'rev'>>(order: Order, now: number): Order => ({
  ...order,
  updatedAt: instant(now),
  storeKey: orderListKey(order.storeId, null),
  statusKey: orderListKey(order.storeId, order.status),
  placed: `${instant(now)}#${order.orderId}`,
});

/** The order with one more step noted. */
export const withOrderNote = (
  order: Draft<OrderRow>,
  now: number,
  text: string,
  { kind, by = 'service' }: { readonly kind: HistoryKind; readonly by?: HistoryBy },
): Draft<OrderRow> => {
  const notes = [...order.notes, historyEntry(instant(now), text, kind, by)];
  const { entries, moved, beside } = relieved(order, { entries: notes, moved: order.notesMoved ?? 0 });
  return {
    ...order,
    notes: [...entries],
    notesMoved: moved,
    beside: [...(order.beside ?? []), ...beside],
  };
};

/** The PO numbers of an item's attempts in this mode, oldest first. */
export const attemptsOf = (order: OrderRow, mode: Mode, itemId: string): readonly string[] =>
  order.attempts
    .filter((attempt) => attempt.mode === mode && attempt.itemId === itemId)
    .map(({ poNumber }) => poNumber);

/** The PO numbers of every attempt, of all items and both modes. */
export const allAttempts = ({ attempts }: OrderRow): readonly string[] => attempts.map(({ poNumber }) => poNumber);

/** How many attempts the item ever had, in either mode. */
export const everAttempted = (order: OrderRow, itemId: string): number =>
  attemptsOf(order, 'live', itemId).length + attemptsOf(order, 'test', itemId).length;

/** Whether the webstore still wants this item of it. */
export const isWanted = (order: OrderRow, itemId: string): boolean =>
  order.status === 'New' && itemOf(order, itemId)?.removed === false;

/** The item, unless the webstore has left it out. */
export const itemOf = (order: OrderRow, itemId: string): OrderItem | undefined =>
  order.items.find((item) => item.itemId === itemId);
