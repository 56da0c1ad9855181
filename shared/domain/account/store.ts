import * as v from 'valibot';
import { RowParts, storedObject } from '../ports/table.ts';
import { DistributorSlug, Instant } from '../vocabulary.ts';

/** A secret that signs webhooks. While `retiresAt` lies ahead, a newer one signs beside it. */
const SigningSecret = storedObject({ sealed: v.string(), createdAt: Instant, retiresAt: v.nullable(Instant) });

const StoreLimits = storedObject({
  ordersPerDay: v.nullable(v.number()),
  customerMailsPerDay: v.nullable(v.number()),
});

/** A store, as its webstore keeps it. */
export const StoreRow = storedObject({
  ...RowParts,
  storeId: v.string(),
  name: v.string(),
  serviceEmail: v.string(),
  overrideDropShipRules: v.boolean(),
  webhook: v.nullable(storedObject({ url: v.string() })),
  signingSecrets: v.array(SigningSecret),
  /** False: the platform mails its customers itself. */
  customerMail: v.optional(v.boolean(), true),
  brand: v.optional(v.nullable(storedObject({ color: v.nullable(v.string()), website: v.nullable(v.string()) })), null),
  /** Where the store's people see an order: a URL with `{orderId}` in it. */
  adminUrl: v.optional(v.nullable(v.string()), null),
  /** What the platform allows it in a day; null = as much as it likes. */
  limits: v.optional(v.nullable(StoreLimits), null),
  /** The list of all stores. */
  storeKey: v.optional(v.string()),
  placed: v.optional(v.string()),
});
export type StoreRow = v.InferOutput<typeof StoreRow>;

/** One credential set, sealed. `version` is new whenever a value changes, so that a stop names what it stopped. */
const CredentialSet = storedObject({
  version: v.string(),
  /** The sealed JSON object of every field that is not empty; sealed for `{ storeId, purpose: distributor, mode }`. */
  sealed: v.string(),
  /** The keyed fingerprint of all its values: the same for every store that enters the same ones. */
  fingerprint: v.optional(v.string()),
  /** What may be shown of each field that is not empty: `••••1234` or `••••`. */
  shown: v.record(v.string(), v.string()),
});
export type CredentialSet = v.InferOutput<typeof CredentialSet>;

/** A store's settings for one distributor. */
export const DistributorSettingsRow = storedObject({
  ...RowParts,
  storeId: v.string(),
  distributor: DistributorSlug,
  testMode: v.boolean(),
  live: v.nullable(CredentialSet),
  test: v.nullable(CredentialSet),
});
export type DistributorSettingsRow = v.InferOutput<typeof DistributorSettingsRow>;

/** A key to the API. The secret is not here: only its hash. */
export const ApiKeyRow = storedObject({
  ...RowParts,
  keyId: v.string(),
  /** Null = all stores. */
  storeId: v.nullable(v.string()),
  scopes: v.array(v.string()),
  /** SHA-256 of the secret, hex. The secret is 32 random bytes, so a slow hash adds nothing. */
  secretHash: v.string(),
  createdAt: Instant,
  /** What people call it. */
  name: v.optional(v.nullable(v.string()), null),
  /** From then on it is refused; null = never. */
  endsAt: v.optional(v.nullable(Instant), null),
});
export type ApiKeyRow = v.InferOutput<typeof ApiKeyRow>;
