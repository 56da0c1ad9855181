import type { OrderBody } from '../contract/bodies/order.ts';
import { Problem } from '../contract/problem.ts';
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

/**
 * Takes over what the webstore tells of its order: all that it owns is replaced, nothing that is ours is touched. 409 when a
 * later revision is known. A body without a revision is taken as it comes, and leaves the known one standing.
 */
export const putOrder = async (
  ports: PutOrderPorts,
  place: Place,
  body: OrderBody,
): Promise<{ readonly created: boolean; readonly order: OrderRow }> => {
  refuseTooMany(body);
  let created = false;
  const { row } = await amend(ports, keys.order(place.storeId, place.orderId), OrderRow, (current) => {
    created = current === undefined;
    const now = ports.clock.now();
    const kept = (order: Draft<OrderRow>) => keptFor(changedOrder(order, now), now, ports.retentionDays);
    if (current === undefined) return kept({ ...newOrder(place), ...owned(body) });
    refuseStale(current, body);
    const revision = body.revision ?? current.revision;
    const items = [...owned(body).items, ...leftOut(current, body)];
    const changed = kept({ ...current, ...owned(body), items, revision, ...ofErased(current, body, now) });
    if (current.status === body.status) return changed;
    const text = `The webstore set the order from ${current.status} to ${body.status}.`;
    return withOrderNote(changed, now, text, { kind: 'order-changed', by: 'webstore' });
  });
  if (row === undefined) throw new Error('An order was written and is not there');
  return { created, order: row };
};

const newOrder = (place: Place) => ({
  ...keys.order(place.storeId, place.orderId),
  ...place,
  attempts: [],
  notes: [],
});

/** What the webstore owns. */
const owned = ({ displayNumber, status, placedAt, revision, customer, shipTo, items }: OrderBody) => ({
  displayNumber,
  status,
  placedAt,
  revision,
  customer,
  shipTo,
  items: items.map((item): OrderItem => ({ ...item, removed: false })),
});

/** Once erased, the customer's data comes back by a later revision only: of any other PUT it is not taken. */
const ofErased = ({ erasedAt = null, erasedRevision = null }: OrderRow, { revision }: OrderBody, now: number) => {
  if (erasedAt === null) return {};
  const isLater = revision !== null && (erasedRevision === null || revision > erasedRevision);
  return isLater ? { erasedAt: null, broughtBackAt: instant(now) } : { customer: null, shipTo: null };
};

/** 422 for more items than an order may have. */
const refuseTooMany = ({ items }: OrderBody): void => {
  if (items.length <= mostItems) return;
  throw new Problem('too-many', `An order has at most ${mostItems} items: send the others as another order.`, {
    members: { limit: mostItems },
  });
};

const refuseStale = ({ revision }: OrderRow, body: OrderBody): void => {
  if (revision === null || body.revision === null || body.revision >= revision) return;
  throw new Problem('stale-revision', `Revision ${revision} of this order is known: send that one or a later one.`);
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
