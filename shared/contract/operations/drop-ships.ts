import { BulkAnswer, BulkBody, DialogAnswer, DialogQuery, SubmitBody } from '../bodies/drop-ship.ts';
import { OfferAnswer } from '../bodies/offer.ts';
import { PurchaseOrderAnswer } from '../bodies/purchase-order.ts';
import { bulkLimit, operation, usual } from '../operation.ts';
import { inItem, inStore } from '../path.ts';

export const GetDialog = operation('GET /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship', {
  ...usual,
  id: 'getDialog',
  summary: 'Everything that the Drop Ship dialog shows.',
  path: inItem,
  query: DialogQuery,
  answers: { 200: DialogAnswer },
});

export const SubmitDialog = operation('POST /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship', {
  ...usual,
  id: 'submitDialog',
  summary: 'Submit the dialog: place the order, and wait for the distributor’s answer as long as preferred.',
  path: inItem,
  body: SubmitBody,
  prefer: true,
  answers: { 201: PurchaseOrderAnswer, 202: PurchaseOrderAnswer },
  problems: [
    'rejected-by-distributor',
    'not-eligible',
    'does-not-fit',
    'purchase-order-exists',
    'po-number-taken',
    'too-many',
    'daily-limit',
  ],
});

export const GetOffer = operation('GET /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship/offer', {
  ...usual,
  id: 'getOffer',
  summary:
    'Stock and cost at the distributor, now. It orders nothing and waits five seconds at most; where the distributor could not be asked, `message` says why.',
  path: inItem,
  query: DialogQuery,
  answers: { 200: OfferAnswer },
});

export const SubmitMany = operation('POST /v1/stores/{storeId}/drop-ships', {
  ...usual,
  id: 'submitMany',
  summary:
    'Submit the dialog for up to 100 items. It does not wait for the distributors: one verdict an item, in the order asked.',
  path: inStore,
  body: BulkBody,
  limit: bulkLimit,
  answers: { 200: BulkAnswer },
});
