import type { Key } from '../ports/table.ts';
import type { DistributorSlug, Instant, Mode } from '../vocabulary.ts';

/** When a watch ends, to the millisecond; its TTL knows whole seconds only. */
export const endOfWatch = ({ sk }: Key): number => Date.parse(sk.split('#')[1] ?? '');

/** Every key of the table, in one place. Identifiers never contain `#`. */
export const keys = {
  /** The data keys of the stage, one row for all. */
  vault: (): Key => ({ pk: 'VAULT', sk: 'KEYS' }),
  store: (storeId: string): Key => ({ pk: `STORE#${storeId}`, sk: 'STORE' }),
  /** How the store's webhook answered of late. */
  endpoint: (storeId: string): Key => ({ pk: `STORE#${storeId}`, sk: 'WEBHOOK' }),
  /** What the store has had on one day, `YYYY-MM-DD`; apart from the store, because it changes with every order. */
  dayCount: (storeId: string, date: string): Key => ({ pk: `DAY#${storeId}#${date}`, sk: 'DAY' }),
  /** Its notices that are to be sent again. */
  redelivery: (storeId: string): Key => ({ pk: `STORE#${storeId}`, sk: 'REDELIVERY' }),
  distributor: (storeId: string, distributor: DistributorSlug): Key => ({
    pk: `STORE#${storeId}`,
    sk: `DISTRIBUTOR#${distributor}`,
  }),
  /** All of a store's settings for distributors: where they lie together. */
  distributors: (storeId: string): { readonly pk: string; readonly prefix: string } => ({
    pk: `STORE#${storeId}`,
    prefix: 'DISTRIBUTOR#',
  }),
  /** What the authorizer reads: found by the key's id alone. */
  apiKey: (keyId: string): Key => ({ pk: `KEY#${keyId}`, sk: 'KEY' }),
  /** What a store's list of keys reads. */
  storeApiKey: (storeId: string, keyId: string): Key => ({ pk: `STORE#${storeId}`, sk: `KEY#${keyId}` }),
  /** What the list of keys to all stores reads. */
  allStoresApiKey: (keyId: string): Key => ({ pk: 'KEYS', sk: `KEY#${keyId}` }),
  order: (storeId: string, orderId: string): Key => ({ pk: `ORDER#${storeId}#${orderId}`, sk: 'ORDER' }),
  /** The customer's mail, owed by the order. */
  mail: (storeId: string, orderId: string, mode: Mode): Key => ({
    pk: `ORDER#${storeId}#${orderId}`,
    sk: `MAIL#${mode}`,
  }),
  /** An entry of the history of an order or purchase order that lies beside it, sorted by time and count. */
  history: ({ pk }: Key, at: Instant, seq: number): Key => ({
    pk,
    sk: `HISTORY#${at}#${String(seq).padStart(7, '0')}`,
  }),
  /** The order's counter of webhook notices. */
  sequence: (storeId: string, orderId: string): Key => ({ pk: `ORDER#${storeId}#${orderId}`, sk: 'SEQUENCE' }),
  /** A number belongs to one purchase order of its store for ever: the row is the reservation. */
  purchaseOrder: (storeId: string, poNumber: string): Key => ({ pk: `PO#${storeId}#${poNumber}`, sk: 'PO' }),
  /** A number that was used with the credentials of this fingerprint, by whichever store. */
  accountNumber: (fingerprint: string, poNumber: string): Key => ({
    pk: `NUMBER#${fingerprint}#${poNumber}`,
    sk: 'NUMBER',
  }),
  /** Whether several stores order with the credentials of this fingerprint. */
  sharing: (fingerprint: string): Key => ({ pk: `SHARING#${fingerprint}`, sk: 'SHARING' }),
  /** An account's schedule: due time, pause, stop, bucket. Apart from its credentials, and never deleted with them. */
  account: (storeId: string, distributor: DistributorSlug, mode: Mode): Key => ({
    pk: `ACCOUNT#${storeId}#${distributor}#${mode}`,
    sk: 'SCHEDULE',
  }),
  /** Sorted by its end, so that those of an age lie together. */
  watch: (account: Key, trackUntil: Instant, poNumber: string): Key => ({
    pk: account.pk,
    sk: `WATCH#${trackUntil}#${poNumber}`,
  }),
  /** A request that carried an `Idempotency-Key` with this hash; null = to no store's route. */
  request: (storeId: string | null, hash: string): Key => ({ pk: `REQUEST#${storeId ?? '*'}#${hash}`, sk: 'REQUEST' }),
  /** What one item of a bulk request has claimed; `id` names this use of its key. */
  requestItem: ({ pk }: Key, id: string, index: number | ''): Key => ({ pk, sk: `ITEM#${id}#${index}` }),
  /** A notice to the store (webhook, or mail where it has none): `id` begins with its time, so that they sort. */
  notice: (storeId: string, id: string): Key => ({ pk: `NOTICES#${storeId}`, sk: `NOTICE#${id}` }),
} as const;
