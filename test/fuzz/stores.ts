import type { Canary } from './judge.ts';
import { ids } from './values.ts';

/** Of another store: nobody but its own keys may see any of it. */
export const others = {
  name: 'Canary-Other-Rider',
  email: 'canary-other@example.com',
  sku: 'CANARY-OTHER-SKU',
  key: 'CANARY-OTHER-LIVE-KEY',
};
/** Of this store's customers and distributors: never in a log line; a credential in no answer either. */
export const own = { person: 'Canary Person', email: 'person@canary.example', key: 'CANARY-OWN-LIVE-KEY' };

export const orderOf = (customer: { name: string; email: string }, sku: string, slug = 'wps') => ({
  status: 'New',
  placedAt: '2026-11-20T17:03:00Z',
  customer,
  shipTo: { name: customer.name, line1: '1 Main St', city: 'Boise', state: 'ID', postalCode: '83702', country: 'US' },
  items: ids.slice(0, 6).map((itemId) => ({
    itemId,
    sku,
    title: 'Filter',
    quantity: 1,
    catalog: 'aftermarket',
    distributorParts: [{ distributor: slug, partNumber: '26-1772' }],
  })),
});

/** What no answer may show: credentials, and the secrets of these keys; and of the other store, to whoever may not see it. */
export const hidden = (tokens: readonly string[], seesOthers: boolean): readonly Canary[] => [
  { text: own.key, whose: 'a credential' },
  { text: others.key, whose: 'a credential' },
  ...tokens.map((token) => ({ text: token.split('_').slice(2).join('_'), whose: 'a key’s secret' })),
  ...(seesOthers
    ? []
    : [others.name, others.email, others.sku].map((text) => ({ text, whose: 'another store’s data' }))),
];

/** What no log line may hold: all of that, and a customer. */
export const hiddenInLogs = (tokens: readonly string[]): readonly Canary[] => [
  ...hidden(tokens, false),
  { text: own.person, whose: 'a customer' },
  { text: own.email, whose: 'a customer' },
];
