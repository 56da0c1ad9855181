import type { PurchaseOrderRow } from '../purchase-order/purchase-order.ts';
import { statusOf, updatedAtOf } from '../purchase-order/view.ts';
import type { Draft } from '../rows/amend.ts';
import { day, later } from '../time.ts';
import { type Instant, instant, milliseconds } from '../vocabulary.ts';
import type { OrderRow } from './order.ts';

/** How long the customer's data is kept, in days after the last purchase order ended, or after the last PUT where there was none. */
type Order = Draft<OrderRow>;

const daysAfter = (at: number, days: number): Instant => instant(at + days * day);

/**
 * The order as the webstore tells of it now: when somebody is to look whether its customer's data is still needed. Of one with
 * attempts that time stands, since a PUT does not make it longer; the look finds out when the last of them ended.
 */
export const keptFor = (order: Order, now: number, days: number): Order => {
  if (order.erasedAt) return order;
  const stands = order.attempts.length > 0 && order.due === 'erase' ? order.dueAt : undefined;
  return { ...order, due: 'erase', dueAt: stands ?? daysAfter(now, days) };
};

const isOpen = (po: PurchaseOrderRow): boolean =>
  po.tracking === 'open' || ['submitting', 'in-doubt', 'needs-person'].includes(statusOf(po));

/** When the data may be erased; while a purchase order is open, the first time at which that could be. */
export const erasableAt = (
  order: OrderRow,
  purchaseOrders: readonly PurchaseOrderRow[],
  now: number,
  days: number,
): Instant => {
  if (purchaseOrders.some(isOpen)) return daysAfter(now, days);
  const last = purchaseOrders.map(updatedAtOf).reduce<Instant | null>(later, order.broughtBackAt ?? null);
  return last === null ? (order.dueAt ?? instant(now)) : daysAfter(milliseconds(last), days);
};
