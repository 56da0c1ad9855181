/** What a key may do. */
export const scopes = ['orders:read', 'orders:write', 'settings:write', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** The functions behind the API: a file in `functions/` of the same name. */
export type HttpFunction =
  | 'serve-contract'
  | 'keep-settings'
  | 'keep-orders'
  | 'drop-ship-items'
  | 'manage-purchase-orders';

/** A route: who may call it (`null` = anybody, without a key) and which function answers. */
export type Route = { readonly scope: Scope | null; readonly function: HttpFunction };

const store = '/v1/stores/{storeId}';
const distributor = `${store}/distributors/{distributor}` as const;
const order = `${store}/orders/{orderId}` as const;
const purchaseOrder = `${store}/purchase-orders/{poNumber}` as const;

/** The whole API. API Gateway, the local run, the functions and the OpenAPI document all read it here. */
export const routes = {
  [`PUT ${store}`]: { scope: 'settings:write', function: 'keep-settings' },
  [`GET ${store}`]: { scope: 'orders:read', function: 'keep-settings' },
  [`POST ${store}/keys`]: { scope: 'admin', function: 'keep-settings' },
  [`GET ${store}/keys`]: { scope: 'admin', function: 'keep-settings' },
  [`DELETE ${store}/keys/{keyId}`]: { scope: 'admin', function: 'keep-settings' },
  [`GET ${store}/distributors`]: { scope: 'orders:read', function: 'keep-settings' },
  [`PUT ${distributor}`]: { scope: 'settings:write', function: 'keep-settings' },
  [`DELETE ${distributor}`]: { scope: 'settings:write', function: 'keep-settings' },
  [`POST ${distributor}/verify`]: { scope: 'settings:write', function: 'keep-settings' },
  [`POST ${store}/webhook/secret`]: { scope: 'settings:write', function: 'keep-settings' },
  [`POST ${store}/webhooks/redeliver`]: { scope: 'settings:write', function: 'keep-settings' },
  [`PUT ${order}`]: { scope: 'orders:write', function: 'keep-orders' },
  [`GET ${order}`]: { scope: 'orders:read', function: 'keep-orders' },
  [`DELETE ${order}/customer`]: { scope: 'orders:write', function: 'keep-orders' },
  [`GET ${order}/items/{itemId}/drop-ship`]: { scope: 'orders:read', function: 'drop-ship-items' },
  [`POST ${order}/items/{itemId}/drop-ship`]: { scope: 'orders:write', function: 'drop-ship-items' },
  [`POST ${store}/drop-ships`]: { scope: 'orders:write', function: 'drop-ship-items' },
  [`GET ${store}/purchase-orders`]: { scope: 'orders:read', function: 'manage-purchase-orders' },
  'GET /v1/purchase-orders': { scope: 'admin', function: 'manage-purchase-orders' },
  [`GET ${purchaseOrder}`]: { scope: 'orders:read', function: 'manage-purchase-orders' },
  [`DELETE ${purchaseOrder}`]: { scope: 'orders:write', function: 'manage-purchase-orders' },
  [`POST ${purchaseOrder}/shipments`]: { scope: 'orders:write', function: 'manage-purchase-orders' },
  [`POST ${purchaseOrder}/stop-tracking`]: { scope: 'orders:write', function: 'manage-purchase-orders' },
  [`POST ${purchaseOrder}/resume-tracking`]: { scope: 'orders:write', function: 'manage-purchase-orders' },
  [`POST ${purchaseOrder}/resolve`]: { scope: 'orders:write', function: 'manage-purchase-orders' },
  'GET /v1/openapi.json': { scope: null, function: 'serve-contract' },
  'GET /v1/health': { scope: null, function: 'serve-contract' },
  $default: { scope: null, function: 'serve-contract' },
} as const satisfies Record<string, Route>;

export type RouteKey = keyof typeof routes;
