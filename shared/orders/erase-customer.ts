import { allAttempts, changedOrder, OrderRow, withOrderNote } from '../domain/order/order.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { noSuchOrder } from './order-of.ts';

export type EraseCustomerPorts = { readonly table: Table; readonly clock: Clock; readonly newId: NewId };

/**
 * Erases name, e-mail and addresses from the order and from every purchase order of it; 404 without the order. The order
 * comes first: whoever claims an item afterwards finds no address to copy. Erasing again finishes what was cut short.
 */
export const eraseCustomer = async (ports: EraseCustomerPorts, storeId: string, orderId: string): Promise<void> => {
  const { row } = await amend(ports, keys.order(storeId, orderId), OrderRow, (order) => {
    if (order === undefined) throw noSuchOrder();
    if (order.customer === null && order.shipTo === null) return null;
    const now = ports.clock.now();
    const erased = changedOrder({ ...order, customer: null, shipTo: null }, now);
    return withOrderNote(erased, now, "The customer's personal data was erased.", { kind: 'erased', by: 'store' });
  });
  const numbers = row === undefined ? [] : allAttempts(row);
  await Promise.all(numbers.map((poNumber) => eraseAddress(ports, storeId, poNumber)));
};

const eraseAddress = (ports: EraseCustomerPorts, storeId: string, poNumber: string) =>
  amend(ports, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow, (purchaseOrder) =>
    purchaseOrder === undefined || purchaseOrder.shipTo === null ? null : { ...purchaseOrder, shipTo: null },
  );
