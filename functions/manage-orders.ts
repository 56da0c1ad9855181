import { keyLimit, wholeVariable } from '../shared/aws/environment.ts';
import { awsQueues } from '../shared/aws/late/queues.ts';
import { writingPorts } from '../shared/aws/writing-ports.ts';
import * as operations from '../shared/contract/operations/orders.ts';
import { Problem } from '../shared/contract/problem.ts';
import { reply } from '../shared/contract/reply.ts';
import { profiles } from '../shared/distributors/profiles.ts';
import { instant } from '../shared/domain/vocabulary.ts';
import { namedCursorOf, namedPlaceOf, orderCursorOf, orderPlaceOf } from '../shared/http/cursor.ts';
import { httpHandler } from '../shared/http/door.ts';
import { lambda } from '../shared/http/lambda.ts';
import { noSuchOrder, orderOf } from '../shared/http/order-of.ts';
import { type DoorPorts, route } from '../shared/http/route.ts';
import { storeOf } from '../shared/http/store-of.ts';
import { type NoticeOwing, oweMailAgain } from '../shared/notices/owe.ts';
import { type EraseCustomerPorts, eraseCustomer } from '../shared/orders/erase-customer.ts';
import { type ListOrdersPorts, listOrders } from '../shared/orders/list-orders.ts';
import { type PutOrderPorts, putOrder } from '../shared/orders/put-order.ts';
import { type TellPurchaseOrdersPorts, tellPurchaseOrders } from '../shared/orders/tell-purchase-orders.ts';
import { type TimelinePorts, timeline } from '../shared/orders/timeline.ts';
import { type ViewOrderPorts, viewOrder } from '../shared/orders/view-order.ts';

export type ManageOrdersPorts = DoorPorts &
  NoticeOwing &
  PutOrderPorts &
  TellPurchaseOrdersPorts &
  ViewOrderPorts &
  ListOrdersPorts &
  TimelinePorts &
  EraseCustomerPorts;

const tooManyItems = (limit: number) =>
  new Problem('too-many', `An order has at most ${limit} items: send the others as another order.`, {
    members: { limit },
  });

const staleRevision = (known: number) =>
  new Problem('stale-revision', `Revision ${known} of this order is known: send that one or a later one.`);

/** PUT /v1/stores/{storeId}/orders/{orderId}: the webstore tells us of an order, as often as it likes. */
const putOrderRoute = route(operations.PutOrder, async ({ storeId, orderId, body }, ports: ManageOrdersPorts) => {
  await storeOf(ports.table, storeId);
  const put = await putOrder(ports, { storeId, orderId }, body);
  if (put.kind === 'too-many') throw tooManyItems(put.limit);
  if (put.kind === 'stale') throw staleRevision(put.known);
  const { created, order } = put;
  await tellPurchaseOrders(ports, order);
  const email = order.customer?.email ?? null;
  if (!created && email !== null) await oweMailAgain(ports, { storeId, orderId }, email);
  const view = await viewOrder(ports, order);
  return created ? reply(201, view, { location: `/v1/stores/${storeId}/orders/${orderId}` }) : reply(200, view);
});

/** GET …/orders/{orderId}: the order, and what became of it. */
const getOrder = route(operations.GetOrder, async ({ storeId, orderId }, ports: ManageOrdersPorts) =>
  reply(200, await viewOrder(ports, await orderOf(ports.table, storeId, orderId))),
);

/** GET …/orders: what changed last comes first. */
const listOrdersRoute = route(operations.ListOrders, async ({ storeId, query }, ports: ManageOrdersPorts) => {
  await storeOf(ports.table, storeId);
  const { limit, cursor, status, updatedSince } = query;
  const since = updatedSince === undefined ? undefined : instant(Date.parse(updatedSince));
  const page = { limit, after: orderPlaceOf(cursor, storeId) };
  const { orders, next } = await listOrders(ports, storeId, { status, since }, page);
  return reply(200, { items: orders, nextCursor: orderCursorOf(next) });
});

/** GET …/timeline: what happened, step by step. */
const getTimeline = route(
  operations.GetTimeline,
  async ({ storeId, orderId, query: { limit, cursor } }, ports: ManageOrdersPorts) => {
    const order = await orderOf(ports.table, storeId, orderId);
    const { items, next } = await timeline(ports, order, { limit, before: namedPlaceOf('timeline', cursor) });
    return reply(200, { items, nextCursor: namedCursorOf('timeline', next) });
  },
);

/** DELETE …/customer: nobody here knows the customer any more. */
const eraseCustomerRoute = route(operations.EraseCustomer, async ({ storeId, orderId }, ports: ManageOrdersPorts) => {
  if ((await eraseCustomer(ports, storeId, orderId)) === 'not-found') throw noSuchOrder();
  return reply(204, undefined);
});

/** The webstore's orders. */
export const manageOrders = httpHandler<ManageOrdersPorts>([
  putOrderRoute,
  getOrder,
  listOrdersRoute,
  getTimeline,
  eraseCustomerRoute,
]);

export const handler = lambda(manageOrders, () => ({
  ...writingPorts('manage-orders'),
  retentionDays: wholeVariable('RETENTION_DAYS'),
  queues: awsQueues(),
  distributors: profiles,
  rateLimit: keyLimit(),
}));
