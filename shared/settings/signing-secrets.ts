import { StoreRow } from '../domain/account/store.ts';
import type { Clock, NewId, RandomBytes } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { sealedForWebhooks, type Vault } from '../domain/ports/vault.ts';
import { amend } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { day } from '../domain/time.ts';
import { type Instant, instant } from '../domain/vocabulary.ts';

export type SigningSecretPorts = {
  readonly table: Table;
  readonly newId: NewId;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
};

type Secrets = StoreRow['signingSecrets'];

/** A new signing secret (Standard Webhooks), in the clear and sealed for its store. */
export const newSigningSecret = async (
  { vault, randomBytes }: Pick<SigningSecretPorts, 'vault' | 'randomBytes'>,
  storeId: string,
): Promise<{ readonly secret: string; readonly sealed: string }> => {
  const secret = `whsec_${Buffer.from(randomBytes(32)).toString('base64')}`;
  return { secret, sealed: await vault.seal(secret, sealedForWebhooks(storeId)) };
};

/** The secrets that sign now, the newest last. */
export const liveSecrets = (secrets: Secrets, now: Instant): Secrets =>
  secrets.filter(({ retiresAt }) => retiresAt === null || retiresAt > now);

/**
 * A new signing secret. The newest of those that signed until now signs beside it for a day and the others no longer: never more than
 * two are live, because all of their signatures stand in one header. `null` without the store.
 */
export const renewSigningSecret = async (ports: SigningSecretPorts, storeId: string) => {
  const { secret, sealed } = await newSigningSecret(ports, storeId);
  const now = ports.clock.now();
  const createdAt = instant(now);
  const retiresAt = instant(now + day);
  let previousRetiresAt: string | null = null;
  const { row } = await amend(ports, keys.store(storeId), StoreRow, (store) => {
    if (store === undefined) return null;
    const retiring = liveSecrets(store.signingSecrets, createdAt)
      .slice(-1)
      .map((old) => ({ ...old, retiresAt: old.retiresAt ?? retiresAt }));
    previousRetiresAt = retiring.length > 0 ? retiresAt : null;
    return { ...store, signingSecrets: [...retiring, { sealed, createdAt, retiresAt: null }] };
  });
  return row === undefined ? null : { secret, createdAt, previousRetiresAt };
};
