import { OrderAnswer, OrderBody, OrderList, OrderQuery, TimelineAnswer } from '../bodies/order.ts';
import { PageQuery } from '../bodies/store.ts';
import { operation, usual } from '../operation.ts';
import { inOrder, inStore } from '../path.ts';

export const PutOrder = operation('PUT /v1/stores/{storeId}/orders/{orderId}', {
  ...usual,
  id: 'putOrder',
  summary: 'The webstore tells of an order, or of a change to it. It replaces what the webstore owns.',
  path: inOrder,
  body: OrderBody,
  answers: { 200: OrderAnswer, 201: OrderAnswer },
  problems: ['stale-revision', 'too-many'],
});

export const GetOrder = operation('GET /v1/stores/{storeId}/orders/{orderId}', {
  ...usual,
  id: 'getOrder',
  summary: 'The order with its items, their purchase orders, shipments and notes.',
  path: inOrder,
  answers: { 200: OrderAnswer },
});

export const ListOrders = operation('GET /v1/stores/{storeId}/orders', {
  ...usual,
  id: 'listOrders',
  summary:
    'The orders of a store, the last changed first. A page holds `limit` of them unless it is the last, or 3 MB. One that changes while you walk comes to the front: to miss none, ask next with `updatedSince` = the time at which this walk began.',
  path: inStore,
  query: OrderQuery,
  answers: { 200: OrderList },
});

export const GetTimeline = operation('GET /v1/stores/{storeId}/orders/{orderId}/timeline', {
  ...usual,
  id: 'getTimeline',
  summary: 'Every step of the order and of all its purchase orders, the newest first.',
  path: inOrder,
  query: PageQuery,
  answers: { 200: TimelineAnswer },
});

export const EraseCustomer = operation('DELETE /v1/stores/{storeId}/orders/{orderId}/customer', {
  ...usual,
  id: 'eraseCustomer',
  summary: 'Erase the customer’s personal data now: name, e-mail and addresses, on the order and its purchase orders.',
  path: inOrder,
  answers: { 204: null },
});
