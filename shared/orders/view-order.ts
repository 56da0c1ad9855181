import { allAttempts, attemptsOf, type OrderRow } from '../domain/order/order.ts';
import type { Table } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { statusOf, viewPurchaseOrder } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';

export type ViewOrderPorts = { readonly table: Table };

type PurchaseOrders = ReadonlyMap<string, PurchaseOrderRow>;

/** An order as the API shows it: the webstore's own words, and what became of each item, live and in tests, whatever mode is set now. */
export const viewOrder = async (ports: ViewOrderPorts, order: OrderRow) => {
  const purchaseOrders = await purchaseOrdersOf(ports.table, order);
  const { storeId, orderId, status, placedAt, revision, customer, shipTo, items } = order;
  return {
    storeId,
    orderId,
    status,
    placedAt,
    revision,
    customer,
    shipTo,
    items: items.map((item) => {
      const purchaseOrder = viewLast(purchaseOrders, attemptsOf(order, 'live', item.itemId));
      const testPurchaseOrder = viewLast(purchaseOrders, attemptsOf(order, 'test', item.itemId));
      return { ...item, purchaseOrder, testPurchaseOrder, shipments: purchaseOrder?.shipments ?? [] };
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

/** Of an item's attempts only the last one can be a purchase order: it is, unless it was refused. */
const viewLast = (purchaseOrders: PurchaseOrders, numbers: readonly string[]) => {
  const last = purchaseOrders.get(numbers.at(-1) ?? '');
  if (last === undefined || statusOf(last) === 'refused') return null;
  return viewPurchaseOrder(last);
};

/** What happened to the order and to all its purchase orders, in the order in which it happened; what was a test says so. */
const notesOf = (order: OrderRow, purchaseOrders: readonly PurchaseOrderRow[]) =>
  [
    ...order.notes.map(({ at, text }) => ({ at, text, itemId: null, poNumber: null })),
    ...purchaseOrders.flatMap(({ history, itemId, poNumber, mode }) =>
      history.map(({ at, text }) => ({ at, text: mode === 'test' ? `[TEST] ${text}` : text, itemId, poNumber })),
    ),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
