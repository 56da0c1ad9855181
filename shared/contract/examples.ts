/** Where every example goes: in the contract, in the local run and in the tests. */
export const home = {
  name: 'Ada Rider',
  company: null,
  line1: '1 Main St',
  line2: null,
  city: 'Boise',
  state: 'ID',
  postalCode: '83702',
  country: 'US',
  phone: null,
};

/** An order with one part that can be drop-shipped. */
export const anOrder = {
  status: 'New',
  placedAt: '2026-11-20T17:03:00Z',
  revision: 7,
  customer: { name: 'Ada Rider', email: 'ada@example.com' },
  shipTo: home,
  items: [
    {
      itemId: '1',
      sku: 'WPS-26-1772',
      title: 'Oil filter',
      quantity: 1,
      catalog: 'aftermarket',
      markedForDropShip: true,
      distributorParts: [{ distributor: 'wps', partNumber: '26-1772' }],
    },
  ],
};

/** A body to copy, by operation; each is taken by its own schema. */
export const examples: Readonly<Record<string, object>> = {
  putStore: {
    name: 'Moto Hut',
    serviceEmail: 'service@motohut.example',
    overrideDropShipRules: false,
    webhook: { url: 'https://motohut.example/hooks/drop-ship' },
  },
  createKey: { scopes: ['orders:read', 'orders:write'], name: 'Webstore backend' },
  createAllStoresKey: { scopes: ['orders:read', 'admin'], name: 'Platform', expiresAt: '2027-11-20T00:00:00Z' },
  putDistributor: { testMode: false, live: { apiToken: 'your-wps-token' } },
  redeliverWebhooks: { since: '2026-11-20T00:00:00Z' },
  putOrder: anOrder,
  submitDialog: { confirm: true, distributor: 'wps', shipTo: home, shippingMethod: 'ground' },
  submitMany: { confirm: true, items: [{ orderId: '1001', itemId: '1' }] },
  enterShipment: { carrier: 'ups', trackingNumber: '1Z5R89390357567127', quantity: 1 },
  stopTracking: { reason: 'Cancelled by telephone with WPS.' },
  resolvePurchaseOrder: {
    outcome: 'accepted',
    distributorOrderNumber: '4711',
    reason: 'WPS confirmed the order by telephone.',
  },
};
