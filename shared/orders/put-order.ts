import type { OrderBody } from '../contract/bodies/order.ts';
import {
  changedOrder,
  everAttempted,
  mostItems,
  mostRemovedBytes,
  type OrderItem,
  OrderRow,
  withOrderNote,
} from '../domain/order/order.ts';
import { keptFor } from '../domain/order/retention.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { amend, type Draft } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { instant } from '../domain/vocabulary.ts';

export type PutOrderPorts = {
  readonly table: Table;
  readonly newId: NewId;
  readonly clock: Clock;
  readonly retentionDays: number;
};
type Place = { readonly storeId: string; readonly orderId: string };

/** `too-many` = more items than a New order may have; `stale` = a later revision of the order is known. Neither changes anything. */
type Put =
  | { readonly kind: 'put'; readonly created: boolean; readonly order: OrderRow }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'stale'; readonly known: number };

/**
 * Takes over what the webstore tells of its order: all that it owns is replaced, nothing that is ours is touched. A body without a
 * revision is taken as it comes, and leaves the known one standing. Of an order that is not New no more items are kept than it may
 * have, those that were tried before all others: it is never refused for them, since they could be ordered as they were.
 */
export const putOrder = async (ports: PutOrderPorts, place: Place, body: OrderBody): Promise<Put> => {
  if (body.status === 'New' && body.items.length > mostItems) return { kind: 'too-many', limit: mostItems };
  let created = false;
  let newer: number | null = null;
  const { row } = await amend(ports, keys.order(place.storeId, place.orderId), OrderRow, (current) => {
    created = current === undefined;
    newer = laterRevision(current, body);
    return newer === null ? takenOver(ports, place, current, body) : null;
  });
  if (newer !== null) return { kind: 'stale', known: newer };
  if (row === undefined) throw new Error('An order was written and is not there');
  return { kind: 'put', created, order: row };
};

const takenOver = (
  { clock, retentionDays }: PutOrderPorts,
  place: Place,
  current: OrderRow | undefined,
  body: OrderBody,
): Draft<OrderRow> => {
  const now = clock.now();
  const kept = (order: Draft<OrderRow>) => keptFor(changedOrder(order, now), now, retentionDays);
  if (current === undefined) return kept({ ...newOrder(place), ...owned(body), items: named(body, undefined) });
  const revision = body.revision ?? current.revision;
  const items = [...named(body, current), ...leftOut(current, body)];
  const changed = kept({ ...current, ...owned(body), items, revision, ...ofErased(current, body, now) });
  if (current.status === body.status) return changed;
  const text = `The webstore set the order from ${current.status} to ${body.status}.`;
  return withOrderNote(changed, now, text, { kind: 'order-changed', by: 'webstore' });
};

const newOrder = (place: Place) => ({
  ...keys.order(place.storeId, place.orderId),
  ...place,
  attempts: [],
  notes: [],
});

/** What the webstore owns. */
const owned = ({ displayNumber, status, placedAt, revision, customer, shipTo }: OrderBody) => ({
  displayNumber,
  status,
  placedAt,
  revision,
  customer,
  shipTo,
});

/** Its items, as many as an order may have. */
const named = ({ items }: OrderBody, current: OrderRow | undefined): OrderItem[] =>
  (items.length > mostItems ? triedFirst(items, current).slice(0, mostItems) : items).map((item) => ({
    ...item,
    removed: false,
  }));

const triedFirst = (items: OrderBody['items'], current: OrderRow | undefined): OrderBody['items'] => {
  const isTried = (itemId: string): boolean => current !== undefined && everAttempted(current, itemId) > 0;
  const { tried = [], others = [] } = Object.groupBy(items, ({ itemId }) => (isTried(itemId) ? 'tried' : 'others'));
  return [...tried, ...others];
};

/** Once erased, the customer's data comes back by a later revision only: of any other PUT it is not taken. */
const ofErased = ({ erasedAt = null, erasedRevision = null }: OrderRow, { revision }: OrderBody, now: number) => {
  if (erasedAt === null) return {};
  const isLater = revision !== null && (erasedRevision === null || revision > erasedRevision);
  return isLater ? { erasedAt: null, broughtBackAt: instant(now) } : { customer: null, shipTo: null };
};

/** The revision that is known, where the body's is an earlier one. */
const laterRevision = (known: OrderRow | undefined, { revision }: OrderBody): number | null => {
  const standing = known?.revision ?? null;
  return standing !== null && revision !== null && revision < standing ? standing : null;
};

/**
 * Items that were once tried stay for their history, also when the webstore no longer names them: as many as the row can hold, the
 * latest first. Of one that does not stay the attempts do, and with them its lock.
 */
const leftOut = (current: OrderRow, body: OrderBody): readonly OrderItem[] => {
  const named = new Set(body.items.map(({ itemId }) => itemId));
  const removed = current.items
    .filter(({ itemId }) => !named.has(itemId) && everAttempted(current, itemId) > 0)
    .map((item) => ({ ...item, removed: true }));
  let bytes = 0;
  const tooMany = removed.findIndex((item, index) => {
    bytes += Buffer.byteLength(JSON.stringify(item));
    return index >= mostItems || bytes > mostRemovedBytes;
  });
  return tooMany === -1 ? removed : removed.slice(0, tooMany);
};
