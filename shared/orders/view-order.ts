import { allAttempts, attemptsOf, type OrderRow } from '../domain/order/order.ts';
import type { Table } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { type Contacts, statusOf, viewPurchaseOrder } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import { shownText } from '../domain/rows/history.ts';
import { keys } from '../domain/rows/keys.ts';

export type ViewOrderPorts = { readonly table: Table; readonly distributors: Contacts };

type PurchaseOrders = ReadonlyMap<string, PurchaseOrderRow>;

/** An order as the API shows it: the webstore's own words, and what became of each item, live and in tests, whatever mode is set now. */
export const viewOrder = async (ports: ViewOrderPorts, order: OrderRow) => {
  const purchaseOrders = await purchaseOrdersOf(ports.table, order);
  const { storeId, orderId, displayNumber, status, placedAt, revision, updatedAt, customer, shipTo, items } = order;
  const view = (row: PurchaseOrderRow) => viewPurchaseOrder(row, ports.distributors);
  return {
    storeId,
    orderId,
    displayNumber,
    status,
    placedAt,
    revision,
    updatedAt: updatedAt ?? null,
    customer,
    shipTo,
    items: items.map((item) => {
      const live = standingAmong(purchaseOrders, attemptsOf(order, 'live', item.itemId)).map(view);
      const test = standingAmong(purchaseOrders, attemptsOf(order, 'test', item.itemId)).map(view);
      const [purchaseOrder = null, testPurchaseOrder = null] = [live.at(-1), test.at(-1)];
      const otherPurchaseOrders = [...live.slice(0, -1), ...test.slice(0, -1)];
      const shipments = purchaseOrder?.shipments ?? [];
      return { ...item, purchaseOrder, testPurchaseOrder, otherPurchaseOrders, shipments };
    }),
    notes: notesOf(order, [...purchaseOrders.values()]),
  };
};

/** Every attempt that was ever made on the order, by its PO number. */
const purchaseOrdersOf = async (table: Table, order: OrderRow): Promise<PurchaseOrders> => {
  const rows = await Promise.all(
    allAttempts(order).map((poNumber) => load(table, keys.purchaseOrder(order.storeId, poNumber), PurchaseOrderRow)),
  );
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.poNumber, row] as const])));
};

/** Of an item's attempts those that were not refused: one, unless an earlier one was taken late, when another was in its place. */
const standingAmong = (purchaseOrders: PurchaseOrders, numbers: readonly string[]): readonly PurchaseOrderRow[] =>
  numbers
    .map((poNumber) => purchaseOrders.get(poNumber))
    .filter((row) => row !== undefined)
    .filter((row) => statusOf(row) !== 'refused');

/** What happened to the order and to all its purchase orders, in the order in which it happened; what was a test says so. */
const notesOf = (order: OrderRow, purchaseOrders: readonly PurchaseOrderRow[]) =>
  [
    ...order.notes.map((note) => ({ at: note.at, text: shownText(note, false), itemId: null, poNumber: null })),
    ...purchaseOrders.flatMap(({ history, itemId, poNumber, mode }) =>
      history.map((step) => ({ at: step.at, text: shownText(step, mode === 'test'), itemId, poNumber })),
    ),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
