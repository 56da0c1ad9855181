import type { Mode } from './words.ts';

/** What a sealed text is bound to: a blob copied elsewhere does not open. */
export type SealedFor = { readonly storeId: string; readonly purpose: string; readonly mode: Mode | 'any' };

/** What a store's signing secrets are sealed for. */
export const sealedForWebhooks = (storeId: string): SealedFor => ({ storeId, purpose: 'webhook', mode: 'any' });

/** Encryption, as a port. */
export interface Vault {
  /** Returns base64. */
  seal(text: string, context: SealedFor): Promise<string>;
  /** Throws when it does not open under this context. */
  open(sealed: string, context: SealedFor): Promise<string>;
}
