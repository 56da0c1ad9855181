import type * as v from 'valibot';
import type { StoreBody } from '../contract/bodies/store.ts';
import { StoreRow } from '../domain/account/store.ts';
import type { Log } from '../domain/ports/ports.ts';
import type { ListPosition, Table } from '../domain/ports/table.ts';
import { amend, type Draft } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { readable } from '../domain/rows/readable.ts';
import { type Instant, instant } from '../domain/vocabulary.ts';
import { type EndpointRow, endpointOf, reviveEndpoint, viewEndpoint } from '../notices/endpoint.ts';
import { whyNoTarget } from '../webhooks/address-guard.ts';
import { liveSecrets, newSigningSecret, type SigningSecretPorts } from './signing-secrets.ts';

export type StorePorts = SigningSecretPorts & {
  /** The local run only: its webhook receiver listens on loopback. */
  readonly allowLocalWebhooks: boolean;
};

type Body = v.InferOutput<typeof StoreBody>;

/** A store that was created or changed; or what is wrong: its webhook can be no target, a new store has no name. */
type Put =
  | { readonly kind: 'put'; readonly created: boolean; readonly store: StoreView }
  | { readonly kind: 'no-target'; readonly detail: string }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] };

/**
 * Creates or changes a store: what is left out is kept, null removes it. The first webhook gets its signing secret here, which is
 * in this answer and nowhere else. An endpoint that was disabled is asked again.
 */
export const putStore = async (ports: StorePorts, storeId: string, body: Body): Promise<Put> => {
  const detail = body.webhook ? whyNoTarget(body.webhook.url, { loopback: ports.allowLocalWebhooks }) : null;
  if (detail !== null) return { kind: 'no-target', detail };
  const made = body.webhook ? await newSigningSecret(ports, storeId) : null;
  const at = instant(ports.clock.now());
  let created = false;
  let isFirst = false;
  const missing = required.filter((field) => body[field] === undefined);
  const { row } = await amend(ports, keys.store(storeId), StoreRow, (current) => {
    created = current === undefined;
    if (created && missing.length > 0) return null;
    const merged = { ...(current ?? newStore(storeId, at)), ...listed(storeId, current, at), ...given(body, current) };
    isFirst = made !== null && liveSecrets(merged.signingSecrets, at).length === 0;
    if (!isFirst || made === null) return merged;
    return { ...merged, signingSecrets: [{ sealed: made.sealed, createdAt: at, retiresAt: null }] };
  });
  if (row === undefined) return { kind: 'incomplete', missing };
  if (row.webhook !== null) await reviveEndpoint(ports, storeId);
  const store = await viewStore(ports.table, row);
  return { kind: 'put', created, store: withSecret(store, isFirst && made !== null ? made.secret : null) };
};

/** What a store cannot be without. */
const required = ['name', 'serviceEmail'] as const;

const withSecret = (store: StoreView, secret: string | null): StoreView =>
  store.webhook === null || secret === null ? store : { ...store, webhook: { ...store.webhook, secret } };

const newStore = (storeId: string, at: Instant): Draft<StoreRow> => ({
  ...keys.store(storeId),
  ...listed(storeId, undefined, at),
  storeId,
  name: '',
  serviceEmail: '',
  overrideDropShipRules: false,
  webhook: null,
  signingSecrets: [],
  customerMail: true,
  brand: null,
  adminUrl: null,
  limits: null,
});

/** No store is called so: stores are listed apart from the purchase orders of any. */
const allStores = '#stores';

/** Where it is in the list of stores. */
const listed = (storeId: string, current: StoreRow | undefined, at: Instant) => ({
  storeKey: allStores,
  placed: current?.placed ?? `${at}#${storeId}`,
});

/** The body over what stands: left out = kept, null = removed, which is what the field is without having been said. */
const given = (body: Body, current: StoreRow | undefined) => ({
  name: kept(body.name, current?.name, ''),
  serviceEmail: kept(body.serviceEmail, current?.serviceEmail, ''),
  overrideDropShipRules: kept(body.overrideDropShipRules, current?.overrideDropShipRules, false),
  webhook: kept(body.webhook, current?.webhook, null),
  customerMail: kept(body.customerMail, current?.customerMail, true),
  brand: kept(body.brand && brandOf(body.brand, current?.brand), current?.brand, null),
  adminUrl: kept(body.adminUrl, current?.adminUrl, null),
  limits: kept(body.limits && limitsOf(body.limits, current?.limits), current?.limits, null),
});

const brandOf = ({ color, website }: NonNullable<Body['brand']>, current: StoreRow['brand'] | undefined) => ({
  ...current,
  color: kept(color, current?.color, null),
  website: kept(website, current?.website, null),
});

const limitsOf = (given: NonNullable<Body['limits']>, current: StoreRow['limits'] | undefined) => ({
  ...current,
  ordersPerDay: kept(given.ordersPerDay, current?.ordersPerDay, null),
  customerMailsPerDay: kept(given.customerMailsPerDay, current?.customerMailsPerDay, null),
});

const kept = <T>(said: T | null | undefined, stands: T | undefined, otherwise: T): T =>
  said === undefined ? (stands ?? otherwise) : (said ?? otherwise);

/** A store as the API shows it, and how its webhook does. */
export const viewStore = async (table: Table, store: StoreRow): Promise<StoreView> => {
  const { storeId, webhook } = store;
  const endpoint = webhook === null ? undefined : await endpointOf(table, { storeId, url: webhook.url });
  return viewWith(store, endpoint);
};

const viewWith = (store: StoreRow, endpoint: EndpointRow | undefined): StoreView => ({
  storeId: store.storeId,
  name: store.name,
  serviceEmail: store.serviceEmail,
  overrideDropShipRules: store.overrideDropShipRules,
  webhook: store.webhook === null ? null : { url: store.webhook.url, ...viewEndpoint(endpoint) },
  customerMail: store.customerMail,
  brand: store.brand,
  adminUrl: store.adminUrl,
  limits: store.limits ?? { ordersPerDay: null, customerMailsPerDay: null },
});

type Shown = 'storeId' | 'name' | 'serviceEmail' | 'overrideDropShipRules' | 'customerMail' | 'brand' | 'adminUrl';
type StoreView = Pick<StoreRow, Shown> & {
  readonly limits: NonNullable<StoreRow['limits']>;
  readonly webhook: ({ readonly url: string; readonly secret?: string } & ReturnType<typeof viewEndpoint>) | null;
};

/** A page of all stores, the newest first. Those that were not PUT since there is this list are not in it. */
export const listStores = async (
  { table, log }: { readonly table: Table; readonly log: Log },
  { limit, after }: { readonly limit: number; readonly after: ListPosition | null },
): Promise<{ readonly stores: readonly StoreView[]; readonly next: ListPosition | null }> => {
  const { rows, next } = await table.list({ index: 'byStore', key: allStores, limit, after });
  const stores = readable(rows, StoreRow, log);
  return { stores: await Promise.all(stores.map((store) => viewStore(table, store))), next };
};
