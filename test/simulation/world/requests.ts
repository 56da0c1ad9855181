import type { OrderBody } from '../../../shared/contract/bodies/order.ts';
import { home } from '../../../shared/contract/examples.ts';
import { distributors } from '../../../shared/distributors/all.ts';
import type { DistributorSlug, Mode } from '../../../shared/domain/vocabulary.ts';
import { secretOf } from '../invariants/remembered.ts';
import type { ApiRequest } from './state.ts';

/** The requests that webstores and people make of our API in these worlds. */
const inStore = '/v1/stores/{storeId}';

export const putStore = (storeId: string, webhook: boolean): ApiRequest => ({
  who: 'the platform',
  method: 'PUT',
  route: inStore,
  path: { storeId },
  body: {
    name: 'Moto Hut',
    serviceEmail: `service@${storeId}.example`,
    webhook: webhook ? { url: `https://${storeId}.example/hook` } : null,
  },
  again: 0,
});

/** The platform sets how many orders, and mails to customers, the store may have in a day. */
export const limitStore = (storeId: string, ordersPerDay: number, customerMailsPerDay: number): ApiRequest => ({
  ...putStore(storeId, true),
  body: { limits: { ordersPerDay, customerMailsPerDay } },
});

export const newSigningSecret = (storeId: string): ApiRequest => ({
  who: 'the platform',
  method: 'POST',
  route: `${inStore}/webhook/secret`,
  path: { storeId },
  again: 0,
});

/** Who orders with the account of another store. */
type Lender = { readonly accountOf?: string };

const credentialsOf = (storeId: string, slug: DistributorSlug, mode: Mode, version: number) =>
  Object.fromEntries(
    distributors[slug].profile.credentials.map(({ name, secret }) => [
      name,
      secret ? secretOf(storeId, slug, mode, version) : `D${storeId.toUpperCase()}${version}`,
    ]),
  );

export type Settings = Lender & { readonly testMode: boolean; readonly version: number; readonly test: boolean };

/** Credentials say whose they are; `version` tells old from new ones. */
export const putSettings = (
  storeId: string,
  slug: DistributorSlug,
  { testMode, version, test, accountOf = storeId }: Settings,
): ApiRequest => ({
  who: 'an administrator',
  method: 'PUT',
  route: `${inStore}/distributors/{distributor}`,
  path: { storeId, distributor: slug },
  body: {
    testMode,
    live: credentialsOf(accountOf, slug, 'live', version),
    ...(test ? { test: credentialsOf(accountOf, slug, 'test', version) } : {}),
  },
  again: 0,
});

export const deleteSettings = (storeId: string, slug: DistributorSlug): ApiRequest => ({
  who: 'an administrator',
  method: 'DELETE',
  route: `${inStore}/distributors/{distributor}`,
  path: { storeId, distributor: slug },
  again: 0,
});

export const verifySettings = (storeId: string, slug: DistributorSlug): ApiRequest => ({
  ...deleteSettings(storeId, slug),
  method: 'POST',
  route: `${inStore}/distributors/{distributor}/verify`,
});

export type Wish = {
  readonly storeId: string;
  readonly orderId: string;
  readonly itemId?: string;
  /** Of an order of more items than one: all of them. */
  readonly itemIds?: readonly string[];
  readonly slug: DistributorSlug;
  readonly partNumber?: string;
  readonly quantity?: number;
  readonly status?: OrderBody['status'];
  readonly withoutItem?: boolean;
  readonly city?: string;
  readonly email?: string;
  readonly revision?: number;
};

/** What an item is called where a scenario does not say. */
const usualItem = 'A';

/** The host of an order's customer, whatever the order is called. */
const hostOf = (orderId: string): string => `${orderId.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.example`;

const itemOf = (wish: Wish, itemId: string) => ({
  itemId,
  sku: 'SKU-1',
  title: `Brake pads ${itemId}`,
  quantity: wish.quantity ?? 2,
  catalog: 'aftermarket',
  markedForDropShip: null,
  distributorParts: [{ distributor: wish.slug, partNumber: wish.partNumber ?? '26-1772' }],
});

export const putOrder = (wish: Wish): ApiRequest => ({
  who: 'the webstore',
  method: 'PUT',
  route: `${inStore}/orders/{orderId}`,
  path: { storeId: wish.storeId, orderId: wish.orderId },
  body: {
    status: wish.status ?? 'New',
    placedAt: '2026-11-20T16:00:00Z',
    ...(wish.revision === undefined ? {} : { revision: wish.revision }),
    customer: { name: 'Ada Rider', email: wish.email ?? `ada@${hostOf(wish.orderId)}` },
    shipTo: { ...home, city: wish.city ?? home.city },
    items: wish.withoutItem ? [] : (wish.itemIds ?? [wish.itemId ?? usualItem]).map((itemId) => itemOf(wish, itemId)),
  },
  again: 0,
});

type Form = {
  readonly itemId?: string;
  readonly who?: string;
  readonly wait?: number;
  readonly again?: number;
  readonly city?: string;
  readonly poNumber?: string;
};

/** The Drop Ship dialog, submitted by a person. */
export const submitDialog = (
  storeId: string,
  orderId: string,
  { itemId = usualItem, who, wait = 0, again = 0, city, poNumber }: Form = {},
): ApiRequest => ({
  who: who ?? 'a person',
  method: 'POST',
  route: `${inStore}/orders/{orderId}/items/{itemId}/drop-ship`,
  path: { storeId, orderId, itemId },
  body: {
    confirm: true,
    ...(poNumber === undefined ? {} : { poNumber }),
    ...(city === undefined ? {} : { shipTo: { ...home, city } }),
  },
  wait,
  again,
});

const onPurchaseOrder = (storeId: string, poNumber: string, what: string, body?: unknown): ApiRequest => ({
  who: 'a person',
  method: 'POST',
  route: `${inStore}/purchase-orders/{poNumber}/${what}`,
  path: { storeId, poNumber },
  ...(body === undefined ? {} : { body }),
  again: 0,
});

export const stopTracking = (storeId: string, poNumber: string): ApiRequest =>
  onPurchaseOrder(storeId, poNumber, 'stop-tracking', { reason: 'The customer has it.' });
export const resumeTracking = (storeId: string, poNumber: string): ApiRequest =>
  onPurchaseOrder(storeId, poNumber, 'resume-tracking');
export const enterShipment = (
  storeId: string,
  poNumber: string,
  trackingNumber: string,
  quantity?: number,
): ApiRequest =>
  onPurchaseOrder(storeId, poNumber, 'shipments', {
    carrier: 'UPS',
    trackingNumber,
    ...(quantity === undefined ? {} : { quantity }),
  });

/** A number that takes another's place. */
export const correctShipment = (
  storeId: string,
  poNumber: string,
  trackingNumber: string,
  corrects: string,
): ApiRequest => onPurchaseOrder(storeId, poNumber, 'shipments', { carrier: 'UPS', trackingNumber, corrects });
export const takeBackShipment = (storeId: string, poNumber: string, trackingNumber: string): ApiRequest => ({
  ...onPurchaseOrder(storeId, poNumber, 'shipments/{trackingNumber}'),
  method: 'DELETE',
  path: { storeId, poNumber, trackingNumber },
});

/** What a person found out about an order that nobody could tell of. */
export const resolve = (
  storeId: string,
  poNumber: string,
  outcome: 'accepted' | 'not-placed' | 'noted',
  distributorOrderNumber = 'TEL-1',
): ApiRequest =>
  onPurchaseOrder(storeId, poNumber, 'resolve', {
    outcome,
    reason: 'I asked by telephone.',
    ...(outcome === 'accepted' ? { distributorOrderNumber } : {}),
  });

export const eraseCustomer = (storeId: string, orderId: string): ApiRequest => ({
  who: 'the webstore',
  method: 'DELETE',
  route: `${inStore}/orders/{orderId}/customer`,
  path: { storeId, orderId },
  again: 0,
});

/** The items of these orders, submitted at once. */
export const submitMany = (storeId: string, orderIds: readonly string[]): ApiRequest => ({
  who: 'a person',
  method: 'POST',
  route: `${inStore}/drop-ships`,
  path: { storeId },
  body: { confirm: true, items: orderIds.map((orderId) => ({ orderId, itemId: usualItem })) },
  again: 0,
});

export const redeliver = (storeId: string): ApiRequest => ({
  who: 'the webstore',
  method: 'POST',
  route: `${inStore}/webhooks/redeliver`,
  path: { storeId },
  body: { since: '2026-11-20T00:00:00Z' },
  again: 0,
});

export const newKey = (storeId: string): ApiRequest => ({
  who: 'the platform',
  method: 'POST',
  route: `${inStore}/keys`,
  path: { storeId },
  body: { name: 'The shop', scopes: ['orders:read'] },
  again: 0,
});

const ofPlatform = (
  method: ApiRequest['method'],
  route: string,
  path: ApiRequest['path'],
  body?: unknown,
): ApiRequest => ({
  who: 'the platform',
  method,
  route,
  path,
  ...(body === undefined ? {} : { body }),
  again: 0,
});
export const revokeKey = (storeId: string, keyId: string): ApiRequest =>
  ofPlatform('DELETE', `${inStore}/keys/{keyId}`, { storeId, keyId });
export const newAllStoresKey: ApiRequest = ofPlatform(
  'POST',
  '/v1/keys',
  {},
  { name: 'The platform', scopes: ['orders:read'] },
);
export const revokeAllStoresKey = (keyId: string): ApiRequest => ofPlatform('DELETE', '/v1/keys/{keyId}', { keyId });
export const sendTestEvent = (storeId: string): ApiRequest =>
  ofPlatform('POST', `${inStore}/webhooks/test`, { storeId });
/** Which nobody can: it is answered whom to call. */
export const cancelPurchaseOrder = (storeId: string, poNumber: string): ApiRequest =>
  ofPlatform('DELETE', `${inStore}/purchase-orders/{poNumber}`, { storeId, poNumber });

const reading = (route: string, path: ApiRequest['path']): ApiRequest => ({
  who: 'a reader',
  method: 'GET',
  route,
  path,
  again: 0,
});

export const viewStore = (storeId: string): ApiRequest => reading(inStore, { storeId });
export const listKeys = (storeId: string): ApiRequest => reading(`${inStore}/keys`, { storeId });
export const listDistributors = (storeId: string): ApiRequest => reading(`${inStore}/distributors`, { storeId });
export const listDeliveries = (storeId: string): ApiRequest => reading(`${inStore}/webhooks/deliveries`, { storeId });
export const viewOrder = (storeId: string, orderId: string): ApiRequest =>
  reading(`${inStore}/orders/{orderId}`, { storeId, orderId });
export const viewDialog = (storeId: string, orderId: string): ApiRequest =>
  reading(`${inStore}/orders/{orderId}/items/{itemId}/drop-ship`, { storeId, orderId, itemId: usualItem });
export const viewPurchaseOrder = (storeId: string, poNumber: string): ApiRequest =>
  reading(`${inStore}/purchase-orders/{poNumber}`, { storeId, poNumber });
export const listPurchaseOrders = (storeId: string): ApiRequest => reading(`${inStore}/purchase-orders`, { storeId });
export const listAttention: ApiRequest = reading('/v1/purchase-orders', {});
export const listStores: ApiRequest = reading('/v1/stores', {});
export const listAllStoresKeys: ApiRequest = reading('/v1/keys', {});
export const listOrders = (storeId: string): ApiRequest => reading(`${inStore}/orders`, { storeId });
export const viewTimeline = (storeId: string, orderId: string): ApiRequest =>
  reading(`${inStore}/orders/{orderId}/timeline`, { storeId, orderId });
export const fetchOffer = (storeId: string, orderId: string): ApiRequest =>
  reading(`${inStore}/orders/{orderId}/items/{itemId}/drop-ship/offer`, { storeId, orderId, itemId: usualItem });
