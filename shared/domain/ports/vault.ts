import * as v from 'valibot';
import { day } from '../time.ts';
import { Instant, type Mode, milliseconds } from '../vocabulary.ts';
import { RowParts, storedObject } from './table.ts';

/** What a sealed text is bound to: a blob copied elsewhere does not open. */
export type SealedFor = { readonly storeId: string; readonly purpose: string; readonly mode: Mode | 'any' };

/** What a store's signing secrets are sealed for. */
export const sealedForWebhooks = (storeId: string): SealedFor => ({ storeId, purpose: 'webhook', mode: 'any' });

/** Encryption, as a port. */
export interface Vault {
  /** Returns letters, digits and `-_.`, nothing else. */
  seal(text: string, context: SealedFor): Promise<string>;
  /** Throws when it does not open under this context: `neverOpens` tells whether it may do so later. */
  open(sealed: string, context: SealedFor): Promise<string>;
  /** The same text gives the same letters and digits for ever, and they tell nothing of it: an HMAC under a key that never changes. */
  fingerprint(text: string): Promise<string>;
}

const never = 'NeverOpens';

/** The error of a sealed text that will not open however often it is tried. `message` holds nothing of the text. */
export const errorOfNever = (message: string): Error => Object.assign(new Error(message), { name: never });

/** Whether it was the sealed text that failed, and not the vault. */
export const neverOpens = (error: unknown): boolean => error instanceof Error && error.name === never;

/** A key that seals. `wrapped` is what KMS made of it (base64): only KMS can unwrap it. */
const DataKey = storedObject({ id: v.string(), wrapped: v.string(), createdAt: Instant });
export type DataKey = v.InferOutput<typeof DataKey>;

/** The data keys of a stage, the newest last. None is ever removed: what it has sealed would be lost. */
export const VaultRow = storedObject({ ...RowParts, keys: v.array(DataKey) });
export type VaultRow = v.InferOutput<typeof VaultRow>;

const year = 365 * day;

/** The key to seal with: the newest, until it is a year old; then a new one is wanted. */
export const sealingKey = (row: VaultRow | undefined, now: number): DataKey | undefined => {
  const newest = row?.keys.at(-1);
  return newest !== undefined && now - milliseconds(newest.createdAt) < year ? newest : undefined;
};
