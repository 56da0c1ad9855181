import * as v from 'valibot';
import type { Caller } from '../../../infra/local/demo/caller.ts';
import { anOrder } from '../../../shared/contract/examples.ts';
import { type DistributorSlug, distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { settingsOf } from '../../moto-hut.ts';
import type { Sent } from './load.ts';

type Headers = Readonly<Record<string, string>>;

/** A store that is set up with all four, and its own key; its orders are sent with several, for one would come to its limit. */
export type Store = { readonly storeId: string; readonly headers: Headers; readonly sending: readonly Headers[] };

/** A store has ten at the most. */
const keysToSend = 8;

const Key = v.object({ token: v.string() });

export const makeStore = async ({ call }: Caller, storeId: string): Promise<Store> => {
  const path = `/v1/stores/${storeId}`;
  await call('PUT', path, { name: storeId, serviceEmail: 'service@demo.example' });
  for (const slug of distributorSlugs) {
    await call('PUT', `${path}/distributors/${slug}`, settingsOf(slug, { live: `key-of-${storeId}` }));
  }
  const newKey = async (): Promise<Headers> => {
    const { body } = await call('POST', `${path}/keys`, { scopes: ['orders:read', 'orders:write'], name: 'load' });
    const { token } = v.parse(Key, body);
    return { authorization: `Bearer ${token}`, 'content-type': 'application/json', prefer: 'wait=0' };
  };
  const sending: Headers[] = [];
  while (sending.length < keysToSend) sending.push(await newKey());
  return { storeId, headers: await newKey(), sending };
};

const bodyOf = (slug: DistributorSlug): string =>
  JSON.stringify({
    ...anOrder,
    items: anOrder.items.map((item) => ({ ...item, distributorParts: [{ distributor: slug, partNumber: '26-1772' }] })),
  });
const bodies = distributorSlugs.map(bodyOf);
const confirmed = JSON.stringify({ confirm: true });

const pathOf = ({ storeId }: Store, name: string): string => `/v1/stores/${storeId}/orders/${name}`;

/** The n-th order, which goes to one of the four in turn. */
export const put = (store: Store, name: string, n: number): Sent => ({
  method: 'PUT',
  path: pathOf(store, name),
  headers: store.sending[n % store.sending.length] ?? store.headers,
  body: bodies[n % bodies.length] ?? '',
});

export const submit = (store: Store, name: string): Sent => ({
  method: 'POST',
  path: `${pathOf(store, name)}/items/1/drop-ship`,
  headers: store.headers,
  body: confirmed,
});
