import type { PurchaseOrderRow } from './purchase-order.ts';

/** What a purchase order holds before anything has come of it: each that is made, from a claim, from the log or from a broken row, begins so. */
export const untouched = {
  call: null,
  doubtSince: null,
  absentAt: null,
  missesInARow: 0,
  notTaken: 0,
  notBefore: null,
  refusal: null,
  attention: null,
  orderNumbers: [],
  acceptedAt: null,
  trackUntil: null,
  tracking: null,
  progress: 'none',
  shipments: [],
  shipmentsChangedAt: null,
  owed: [],
  events: 0,
} satisfies Partial<PurchaseOrderRow>;
