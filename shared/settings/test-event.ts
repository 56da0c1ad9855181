import type { StoreRow } from '../domain/account/store.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { sealedForWebhooks, type Vault } from '../domain/ports/vault.ts';
import { instant } from '../domain/vocabulary.ts';
import type { Deliver } from '../notices/delivery.ts';
import { beginTest, endTest } from '../notices/endpoint.ts';
import { liveSecrets } from './signing-secrets.ts';

export type TestEventPorts = {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly deliver: Deliver;
};

/**
 * Sends the store's webhook a test event, now and once, and one at a time: a host that hangs is not asked by many. What it answered is
 * told, never its words.
 */
export const sendTestEvent = async (ports: TestEventPorts, { storeId, webhook, signingSecrets }: StoreRow) => {
  const { vault, clock, newId, deliver } = ports;
  if (webhook === null) return 'no-webhook';
  const endpoint = { storeId, url: webhook.url };
  // Before the turn is taken: what cannot be opened now holds no later test event up.
  const live = liveSecrets(signingSecrets, instant(clock.now())).toReversed();
  const secrets = await Promise.all(live.map(({ sealed }) => vault.open(sealed, sealedForWebhooks(storeId))));
  if (!(await beginTest(ports, endpoint))) return 'in-progress';
  const begun = clock.now();
  const at = instant(begun);
  const body = JSON.stringify({ type: 'webhook.test', timestamp: at, data: { sequence: 0, storeId } });
  const told = await deliver({ url: webhook.url, id: `test_${newId()}`, body, secrets });
  const milliseconds = clock.now() - begun;
  await endTest(ports, endpoint);
  return { delivered: told.outcome === 'delivered', status: told.status, milliseconds };
};
