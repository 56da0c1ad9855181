import { noSuchStore } from '../contract/problem.ts';
import { StoreRow } from '../domain/account/store.ts';
import type { Clock, NewId, RandomBytes } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { sealedForWebhooks, type Vault } from '../domain/ports/vault.ts';
import { amend } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { day } from '../domain/time.ts';
import { instant } from '../domain/vocabulary.ts';

export type SigningSecretPorts = {
  readonly table: Table;
  readonly newId: NewId;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
};

/** A new signing secret (Standard Webhooks). The one that signed until now signs beside it for a day; 404 without the store. */
export const renewSigningSecret = async (
  { table, newId, vault, clock, randomBytes }: SigningSecretPorts,
  storeId: string,
) => {
  const secret = `whsec_${Buffer.from(randomBytes(32)).toString('base64')}`;
  const sealed = await vault.seal(secret, sealedForWebhooks(storeId));
  const now = clock.now();
  const createdAt = instant(now);
  const retiresAt = instant(now + day);
  let previousRetiresAt: string | null = null;
  await amend({ table, newId }, keys.store(storeId), StoreRow, (store) => {
    if (store === undefined) throw noSuchStore();
    const live = store.signingSecrets.filter((old) => old.retiresAt === null || old.retiresAt > createdAt);
    const retiring = live.map((old) => ({ ...old, retiresAt: old.retiresAt ?? retiresAt }));
    previousRetiresAt = retiring.length > 0 ? retiresAt : null;
    return { ...store, signingSecrets: [...retiring, { sealed, createdAt, retiresAt: null }] };
  });
  return { secret, createdAt, previousRetiresAt };
};
