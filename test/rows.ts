import { home } from '../shared/contract/examples.ts';
import type { AccountRow, WatchRow } from '../shared/domain/account/account.ts';
import { newAccount } from '../shared/domain/account/account-rules.ts';
import type { DistributorSettingsRow, StoreRow } from '../shared/domain/account/store.ts';
import type { OrderItem, OrderRow } from '../shared/domain/order/order.ts';
import { withDerived } from '../shared/domain/purchase-order/due.ts';
import type { PurchaseOrderRow, Shipment } from '../shared/domain/purchase-order/purchase-order.ts';
import { keys } from '../shared/domain/rows/keys.ts';
import { type Address, instant } from '../shared/domain/vocabulary.ts';

/** Monday, 23 November 2026, noon. */
export const noon = Date.parse('2026-11-23T12:00:00.000Z');
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export const address: Address = home;

export const storeRow = (more: Partial<StoreRow> = {}): StoreRow => ({
  ...keys.store('moto-hut'),
  rev: 'rev-store',
  storeId: 'moto-hut',
  name: 'Moto Hut',
  serviceEmail: 'service@motohut.example',
  overrideDropShipRules: false,
  webhook: null,
  signingSecrets: [],
  customerMail: true,
  brand: null,
  adminUrl: null,
  limits: null,
  ...more,
});

export const orderItem = (more: Partial<OrderItem> = {}): OrderItem => ({
  itemId: '1',
  sku: 'WPS-26-1772',
  title: 'Oil filter',
  quantity: 1,
  catalog: 'aftermarket',
  markedForDropShip: true,
  distributorParts: [{ distributor: 'wps', partNumber: '26-1772' }],
  removed: false,
  ...more,
});

export const orderRow = (more: Partial<OrderRow> = {}): OrderRow => ({
  ...keys.order('moto-hut', '1001'),
  rev: 'rev-order',
  storeId: 'moto-hut',
  orderId: '1001',
  displayNumber: null,
  status: 'New',
  placedAt: '2026-11-20T17:03:00Z',
  revision: 7,
  customer: { name: 'Ada Rider', email: 'ada@example.com' },
  shipTo: address,
  items: [orderItem()],
  attempts: [],
  notes: [],
  ...more,
});

export const settingsRow = (more: Partial<DistributorSettingsRow> = {}): DistributorSettingsRow => ({
  ...keys.distributor('moto-hut', 'wps'),
  rev: 'rev-settings',
  storeId: 'moto-hut',
  distributor: 'wps',
  testMode: false,
  live: { version: 'live-1', sealed: '', shown: { apiToken: '••••' } },
  test: null,
  ...more,
});

export const accountRow = (more: Partial<AccountRow> = {}): AccountRow => ({
  ...newAccount({ storeId: 'moto-hut', distributor: 'wps', mode: 'live' }, noon),
  rev: 'rev-account',
  ...more,
});

export const watchRow = (poNumber: string, acceptedAt: number, more: Partial<WatchRow> = {}): WatchRow => ({
  ...keys.watch(keys.account('moto-hut', 'wps', 'live'), instant(acceptedAt + 42 * day), poNumber),
  rev: `rev-${poNumber}`,
  poNumber,
  orderNumbers: ['7000001'],
  partNumber: '26-1772',
  quantity: 1,
  submittedAt: instant(acceptedAt),
  seen: null,
  expiresAt: Math.floor((acceptedAt + 42 * day) / 1000),
  ...more,
});

/** A purchase order claimed at noon; whatever follows from the given fields is filled in as at every write. */
export const poRow = (more: Partial<PurchaseOrderRow> = {}, now = noon): PurchaseOrderRow => ({
  ...withDerived(
    {
      ...keys.purchaseOrder('moto-hut', '1001-1'),
      storeId: 'moto-hut',
      orderId: '1001',
      itemId: '1',
      mode: 'live',
      distributor: 'wps',
      poNumber: '1001-1',
      partNumber: '26-1772',
      quantity: 1,
      shipTo: address,
      shippingMethod: 'ground',
      state: 'claimed',
      submittedAt: instant(noon),
      sends: 0,
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
      history: [],
      owed: [],
      events: 0,
      placed: `${instant(noon)}#1001-1`,
      status: 'submitting',
      ...more,
    },
    now,
  ),
  rev: 'rev-po',
});

/** The call that began at noon with this token, settled ten minutes later. */
export const callAt = (token: string, begunAt = noon) => ({
  token,
  begunAt: instant(begunAt),
  settleAt: instant(begunAt + 10 * minute),
  credentialVersion: 'live-1',
});

export const calling = (more: Partial<PurchaseOrderRow> = {}): PurchaseOrderRow =>
  poRow({ state: 'calling', sends: 1, call: callAt('t1'), ...more });

export const inDoubt = (more: Partial<PurchaseOrderRow> = {}): PurchaseOrderRow =>
  calling({ state: 'in-doubt', doubtSince: instant(noon), notBefore: instant(noon), ...more });

/** Accepted at noon as order 7000001, looked up for six weeks. */
export const accepted = (more: Partial<PurchaseOrderRow> = {}): PurchaseOrderRow =>
  calling({
    state: 'accepted',
    orderNumbers: ['7000001'],
    acceptedAt: instant(noon),
    trackUntil: instant(noon + 42 * day),
    tracking: 'open',
    ...more,
  });

export const refused = (more: Partial<PurchaseOrderRow> = {}): PurchaseOrderRow =>
  calling({
    state: 'refused',
    refusal: { code: 'unknown-part', message: 'Unknown item', at: instant(noon) },
    ...more,
  });

export const needsPerson = (more: Partial<PurchaseOrderRow> = {}): PurchaseOrderRow =>
  inDoubt({
    state: 'needs-person',
    notBefore: null,
    attention: { reason: 'cannot-be-decided', since: instant(noon), whatToDo: 'Ask the distributor.' },
    ...more,
  });

export const shipmentOf = (trackingNumber: string, more: Partial<Shipment> = {}): Shipment => ({
  trackingNumber,
  carrier: 'ups',
  trackingUrl: null,
  shippedAt: null,
  quantity: null,
  source: 'distributor',
  foundAt: instant(noon),
  goneAt: null,
  corrects: null,
  ...more,
});
