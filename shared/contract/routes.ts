/** What a key may do. */
export const scopes = ['orders:read', 'orders:write', 'settings:write', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** The functions behind the API: a file in `functions/` of the same name. */
export type HttpFunction =
  | 'serve-contract'
  | 'manage-settings'
  | 'manage-orders'
  | 'drop-ship-items'
  | 'fetch-offer'
  | 'manage-purchase-orders';

/** A route: who may call it (`null` = anybody, without a key) and which function answers. */
export type RouteRule = { readonly scope: Scope | null; readonly function: HttpFunction };

/** The whole API. API Gateway, the local run, the functions and the OpenAPI document all read it here. */
export const routes = {
  'PUT /v1/stores/{storeId}': { scope: 'settings:write', function: 'manage-settings' },
  'GET /v1/stores/{storeId}': { scope: 'orders:read', function: 'manage-settings' },
  'GET /v1/stores': { scope: 'admin', function: 'manage-settings' },
  'POST /v1/keys': { scope: 'admin', function: 'manage-settings' },
  'GET /v1/keys': { scope: 'admin', function: 'manage-settings' },
  'DELETE /v1/keys/{keyId}': { scope: 'admin', function: 'manage-settings' },
  'POST /v1/stores/{storeId}/keys': { scope: 'admin', function: 'manage-settings' },
  'GET /v1/stores/{storeId}/keys': { scope: 'admin', function: 'manage-settings' },
  'DELETE /v1/stores/{storeId}/keys/{keyId}': { scope: 'admin', function: 'manage-settings' },
  'GET /v1/stores/{storeId}/distributors': { scope: 'orders:read', function: 'manage-settings' },
  'PUT /v1/stores/{storeId}/distributors/{distributor}': { scope: 'settings:write', function: 'manage-settings' },
  'DELETE /v1/stores/{storeId}/distributors/{distributor}': { scope: 'settings:write', function: 'manage-settings' },
  'POST /v1/stores/{storeId}/distributors/{distributor}/verify': {
    scope: 'settings:write',
    function: 'manage-settings',
  },
  'POST /v1/stores/{storeId}/webhook/secret': { scope: 'settings:write', function: 'manage-settings' },
  'POST /v1/stores/{storeId}/webhooks/test': { scope: 'settings:write', function: 'manage-settings' },
  'GET /v1/stores/{storeId}/webhooks/deliveries': { scope: 'settings:write', function: 'manage-settings' },
  'POST /v1/stores/{storeId}/webhooks/redeliver': { scope: 'settings:write', function: 'manage-settings' },
  'PUT /v1/stores/{storeId}/orders/{orderId}': { scope: 'orders:write', function: 'manage-orders' },
  'GET /v1/stores/{storeId}/orders': { scope: 'orders:read', function: 'manage-orders' },
  'GET /v1/stores/{storeId}/orders/{orderId}': { scope: 'orders:read', function: 'manage-orders' },
  'GET /v1/stores/{storeId}/orders/{orderId}/timeline': { scope: 'orders:read', function: 'manage-orders' },
  'DELETE /v1/stores/{storeId}/orders/{orderId}/customer': { scope: 'orders:write', function: 'manage-orders' },
  'GET /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship': {
    scope: 'orders:read',
    function: 'drop-ship-items',
  },
  'POST /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship': {
    scope: 'orders:write',
    function: 'drop-ship-items',
  },
  'GET /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship/offer': {
    scope: 'orders:read',
    function: 'fetch-offer',
  },
  'POST /v1/stores/{storeId}/drop-ships': { scope: 'orders:write', function: 'drop-ship-items' },
  'GET /v1/stores/{storeId}/purchase-orders': { scope: 'orders:read', function: 'manage-purchase-orders' },
  'GET /v1/purchase-orders': { scope: 'admin', function: 'manage-purchase-orders' },
  'GET /v1/stores/{storeId}/purchase-orders/{poNumber}': { scope: 'orders:read', function: 'manage-purchase-orders' },
  'DELETE /v1/stores/{storeId}/purchase-orders/{poNumber}': {
    scope: 'orders:write',
    function: 'manage-purchase-orders',
  },
  'POST /v1/stores/{storeId}/purchase-orders/{poNumber}/shipments': {
    scope: 'orders:write',
    function: 'manage-purchase-orders',
  },
  'DELETE /v1/stores/{storeId}/purchase-orders/{poNumber}/shipments/{trackingNumber}': {
    scope: 'orders:write',
    function: 'manage-purchase-orders',
  },
  'POST /v1/stores/{storeId}/purchase-orders/{poNumber}/stop-tracking': {
    scope: 'orders:write',
    function: 'manage-purchase-orders',
  },
  'POST /v1/stores/{storeId}/purchase-orders/{poNumber}/resume-tracking': {
    scope: 'orders:write',
    function: 'manage-purchase-orders',
  },
  'POST /v1/stores/{storeId}/purchase-orders/{poNumber}/resolve': {
    scope: 'orders:write',
    function: 'manage-purchase-orders',
  },
  'GET /v1/openapi.json': { scope: null, function: 'serve-contract' },
  'GET /v1/drop-ship-dialog.js': { scope: null, function: 'serve-contract' },
  'GET /v1/health': { scope: null, function: 'serve-contract' },
  $default: { scope: null, function: 'serve-contract' },
} as const satisfies Record<string, RouteRule>;

export type RouteKey = keyof typeof routes;
