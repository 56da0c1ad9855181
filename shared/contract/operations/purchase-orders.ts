import * as v from 'valibot';
import {
  PurchaseOrderAnswer,
  PurchaseOrderList,
  PurchaseOrderQuery,
  RejectionAnswer,
  ResolveBody,
  ShipmentBody,
  StopTrackingBody,
} from '../bodies/purchase-order.ts';
import { operation, usual } from '../operation.ts';
import { inPurchaseOrder, inShipment, inStore } from '../path.ts';

export const ListPurchaseOrders = operation('GET /v1/stores/{storeId}/purchase-orders', {
  ...usual,
  id: 'listPurchaseOrders',
  summary:
    'List and search the purchase orders of a store, newest first. A page holds `limit` of them unless it is the last; one that is narrowed by more than status, number or order may be shorter after 1,000 were read.',
  path: inStore,
  query: PurchaseOrderQuery,
  answers: { 200: PurchaseOrderList },
});

export const ListAttention = operation('GET /v1/purchase-orders', {
  ...usual,
  id: 'listAttention',
  summary: 'Over all stores: the purchase orders that need a person now. Needs a key to all stores.',
  query: PurchaseOrderQuery,
  answers: { 200: PurchaseOrderList },
});

export const GetPurchaseOrder = operation('GET /v1/stores/{storeId}/purchase-orders/{poNumber}', {
  ...usual,
  id: 'getPurchaseOrder',
  summary: 'One purchase order. A number that the distributor refused answers 410.',
  path: inPurchaseOrder,
  answers: { 200: PurchaseOrderAnswer },
  problems: ['rejected-by-distributor'],
});

export const CancelPurchaseOrder = operation('DELETE /v1/stores/{storeId}/purchase-orders/{poNumber}', {
  ...usual,
  id: 'cancelPurchaseOrder',
  summary: 'Never possible here: the answer says whom to call, about which order numbers.',
  path: inPurchaseOrder,
  answers: {},
  problems: ['cancel-not-supported'],
});

export const EnterShipment = operation('POST /v1/stores/{storeId}/purchase-orders/{poNumber}/shipments', {
  ...usual,
  id: 'enterShipment',
  summary:
    'Enter a tracking number by hand, or correct one. 201: it is new; 200: it was known, and the carrier and the quantity of the entry are taken. 409 where the distributor tells of another quantity: its word counts.',
  path: inPurchaseOrder,
  body: ShipmentBody,
  answers: { 200: PurchaseOrderAnswer, 201: PurchaseOrderAnswer },
  problems: ['nothing-to-resolve', 'rejected-by-distributor', 'tracking-number-suspect', 'too-many'],
});

export const TakeBackShipment = operation(
  'DELETE /v1/stores/{storeId}/purchase-orders/{poNumber}/shipments/{trackingNumber}',
  {
    ...usual,
    id: 'takeBackShipment',
    summary: 'Take back a tracking number that was entered by hand. One that the distributor tells of stays.',
    path: inShipment,
    answers: { 200: PurchaseOrderAnswer },
    problems: ['nothing-to-resolve', 'rejected-by-distributor'],
  },
);

export const StopTracking = operation('POST /v1/stores/{storeId}/purchase-orders/{poNumber}/stop-tracking', {
  ...usual,
  id: 'stopTracking',
  summary: 'Stop looking for tracking.',
  path: inPurchaseOrder,
  body: StopTrackingBody,
  answers: { 200: PurchaseOrderAnswer },
  problems: ['nothing-to-resolve', 'rejected-by-distributor'],
});

export const ResumeTracking = operation('POST /v1/stores/{storeId}/purchase-orders/{poNumber}/resume-tracking', {
  ...usual,
  id: 'resumeTracking',
  summary: 'Look for tracking for another six weeks.',
  path: inPurchaseOrder,
  answers: { 200: PurchaseOrderAnswer },
  problems: ['nothing-to-resolve', 'rejected-by-distributor'],
});

export const ResolvePurchaseOrder = operation('POST /v1/stores/{storeId}/purchase-orders/{poNumber}/resolve', {
  ...usual,
  id: 'resolvePurchaseOrder',
  summary: 'Settle a purchase order that needs a person.',
  path: inPurchaseOrder,
  body: ResolveBody,
  answers: { 200: v.union([PurchaseOrderAnswer, RejectionAnswer]) },
  problems: ['nothing-to-resolve', 'rejected-by-distributor'],
});
