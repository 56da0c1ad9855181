import { allAttempts, OrderRow } from '../domain/order/order.ts';
import { erasableAt } from '../domain/order/retention.ts';
import type { Key } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { instant } from '../domain/vocabulary.ts';
import { type EraseCustomerPorts, eraseCustomer } from './erase-customer.ts';

/** Erases the customer's data of an order when its time has come, or finds out when that will be. Doing it again changes nothing. */
export const eraseDue = async (ports: EraseCustomerPorts, key: Key): Promise<void> => {
  const order = await load(ports.table, key, OrderRow);
  const now = ports.clock.now();
  if (order?.due !== 'erase' || order.dueAt === undefined || order.dueAt > instant(now)) return;
  const { storeId, orderId } = order;
  if (order.erasedAt) {
    await eraseCustomer(ports, storeId, orderId, 'service');
    return;
  }
  const rows = await Promise.all(
    allAttempts(order).map((poNumber) => load(ports.table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow)),
  );
  const purchaseOrders = rows.filter((row) => row !== undefined);
  const dueAt = erasableAt(order, purchaseOrders, now, ports.retentionDays);
  if (dueAt <= instant(now)) {
    await eraseCustomer(ports, storeId, orderId, 'service');
    return;
  }
  // Somebody who claimed or told of it meanwhile is found at the next look.
  await amend(ports, key, OrderRow, (current) => (current?.rev === order.rev ? { ...current, dueAt } : null), order);
};
