import type { StoreRow } from '../domain/account/store.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import { sealedForWebhooks, type Vault } from '../domain/ports/vault.ts';
import { instant } from '../domain/vocabulary.ts';
import type { Deliver } from '../notices/delivery.ts';
import { liveSecrets } from './signing-secrets.ts';

export type TestEventPorts = {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly deliver: Deliver;
};

/** Sends the store's webhook a test event, now and once; what it answered is told, never its words. Null where there is no webhook. */
export const sendTestEvent = async (ports: TestEventPorts, { storeId, webhook, signingSecrets }: StoreRow) => {
  const { vault, clock, newId, deliver } = ports;
  if (webhook === null) return null;
  const begun = clock.now();
  const at = instant(begun);
  const live = liveSecrets(signingSecrets, at).toReversed();
  const secrets = await Promise.all(live.map(({ sealed }) => vault.open(sealed, sealedForWebhooks(storeId))));
  const body = JSON.stringify({ type: 'webhook.test', timestamp: at, data: { sequence: 0, storeId } });
  const told = await deliver({ url: webhook.url, id: `test_${newId()}`, body, secrets });
  return { delivered: told.outcome === 'delivered', status: told.status, milliseconds: clock.now() - begun };
};
