import { allAttempts, isWanted, OrderRow } from '../domain/order/order.ts';
import { failure } from '../domain/ports/log.ts';
import type { Clock, Log, NewId } from '../domain/ports/ports.ts';
import { type Queues, submissions } from '../domain/ports/queues.ts';
import type { Table } from '../domain/ports/table.ts';
import { orderCancelled, orderRestored } from '../domain/purchase-order/order-cancelled.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';

export type TellPurchaseOrdersPorts = {
  readonly table: Table;
  readonly queues: Queues;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
};

/** So often the order is read again where somebody else changes it meanwhile. */
const mostRounds = 5;

/**
 * Lets an order's purchase orders know whether it is cancelled: one that lives then asks a person. One whose item is no longer wanted,
 * and that nobody has called for, is written anew: whoever is about to call for it sees that, and looks again. A PUT that was cut short
 * is made whole by the next one. What it owes is due in the table; the nudge only makes it sooner.
 */
export const tellPurchaseOrders = async (ports: TellPurchaseOrdersPorts, order: OrderRow): Promise<void> => {
  let current: OrderRow | undefined = order;
  for (let round = 0; round < mostRounds && current !== undefined; round++) {
    const known: OrderRow = current;
    const isCancelled = known.status === 'Cancelled';
    await Promise.all(allAttempts(known).map((poNumber) => tell(ports, known, poNumber)));
    if (allAttempts(current).length === 0) return;
    current = await load(ports.table, keys.order(order.storeId, order.orderId), OrderRow);
    if ((current?.status === 'Cancelled') === isCancelled) return;
  }
};

const seenAnew = (po: PurchaseOrderRow, order: OrderRow): PurchaseOrderRow | null =>
  po.state === 'claimed' && !isWanted(order, po.itemId) ? po : null;

const tell = async (ports: TellPurchaseOrdersPorts, order: OrderRow, poNumber: string): Promise<void> => {
  const change = order.status === 'Cancelled' ? orderCancelled : orderRestored;
  const { written, row } = await amend(ports, keys.purchaseOrder(order.storeId, poNumber), PurchaseOrderRow, (po) =>
    po === undefined ? null : (change(po, ports.clock.now()) ?? seenAnew(po, order)),
  );
  if (!written || row === undefined || row.owed.length === 0) return;
  const { pk, sk, distributor } = row;
  await ports.queues
    .send(submissions(distributor), [{ pk, sk }])
    .catch((error: unknown) => ports.log.warn('nudge-not-sent', failure(error)));
};
