import { type DistributorSlug, distributorSlugs } from '../shared/domain/vocabulary.ts';
import { address } from './rows.ts';
import type { Service } from './service.ts';

const ids: Readonly<Record<DistributorSlug, (key: string) => Readonly<Record<string, string>>>> = {
  'parts-unlimited': (key) => ({ dealerNumber: 'D-100', apiKey: key }),
  wps: (key) => ({ apiToken: key }),
  'tucker-rocky': (key) => ({ customerNumber: 'C-100', apiKey: key }),
  automatic: (key) => ({ apiToken: key }),
};

export const inStore = '/v1/stores/moto-hut';
export const dialogOf = (orderId: string, itemId = '1', store = inStore): string =>
  `${store}/orders/${orderId}/items/${itemId}/drop-ship`;

/** What the store enters for a distributor. */
export const settingsOf = (slug: DistributorSlug, { testMode = false, live = 'live-key', test = 'TEST-key' } = {}) => ({
  testMode,
  live: ids[slug](live),
  ...(slug === 'wps' ? {} : { test: ids[slug](test) }),
});

export const setUp = (to: Service, slug: DistributorSlug, keys: Parameters<typeof settingsOf>[1] = {}) =>
  to.ask('PUT', `${inStore}/distributors/${slug}`, { body: settingsOf(slug, keys) });

type Item = {
  readonly itemId?: string;
  readonly slug?: DistributorSlug;
  readonly partNumber?: string;
  readonly quantity?: number;
};

export const itemBody = ({ itemId = '1', slug = 'wps', partNumber = '26-1772', quantity = 1 }: Item = {}) => ({
  itemId,
  sku: 'SKU-1',
  title: 'Oil filter',
  quantity,
  catalog: 'aftermarket',
  markedForDropShip: true,
  distributorParts: [{ distributor: slug, partNumber }],
});

export const orderBody = (items: readonly unknown[] = [itemBody()], more: object = {}) => ({
  status: 'New',
  placedAt: '2026-11-20T17:03:00Z',
  customer: { name: 'Ada Rider', email: 'ada@example.com' },
  shipTo: address,
  items,
  ...more,
});

export const putOrder = (to: Service, orderId: string, body: object = orderBody(), store = inStore) =>
  to.ask('PUT', `${store}/orders/${orderId}`, { body });

/** A store that is set up with all four, and its order 1001 of one oil filter from WPS. */
export const motoHut = async (to: Service): Promise<Service> => {
  const store = { name: 'Moto Hut', serviceEmail: 'service@motohut.example' };
  await to.ask('PUT', inStore, { body: store });
  for (const slug of distributorSlugs) await setUp(to, slug);
  await putOrder(to, '1001');
  return to;
};

/** Submits the dialog of an order's item. */
export const submit = (
  to: Service,
  orderId: string,
  { wait = 20, seconds, itemId = '1', ...form }: object & Form = {},
) =>
  to.ask('POST', dialogOf(orderId, itemId), {
    wait,
    ...(seconds === undefined ? {} : { seconds }),
    body: { confirm: true, ...form },
  });
type Form = {
  readonly wait?: number;
  readonly seconds?: number;
  readonly itemId?: string;
  readonly distributor?: DistributorSlug;
  readonly leaveOut?: readonly string[];
  readonly poNumber?: string;
  readonly partNumber?: string;
  readonly shipTo?: object;
  readonly shippingMethod?: string;
};

/** An order of one piece at this distributor, accepted; its PO number. */
export const placed = async (to: Service, orderId: string, item: Item = {}): Promise<string> => {
  await putOrder(to, orderId, orderBody([itemBody(item)]));
  const answer = await submit(to, orderId);
  if (answer.status !== 201) throw new Error(`Not placed: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.poNumber;
};
