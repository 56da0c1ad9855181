import * as v from 'valibot';
import { once } from '../../../shared/domain/once.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import type { WebhookReceiver } from '../gateway/webhook-receiver.ts';
import type { LocalCloud } from '../local-cloud.ts';
import type { Kept } from '../process/kept.ts';

/** The store whose orders the console plays; the demo store stays as it is. */
export const showroomId = 'showroom';

/** Where the showroom's webhooks go. */
export const showroomReceiver = '/_local/webhooks/showroom';

type Sets = { readonly live: Readonly<Record<string, string>>; readonly test?: Readonly<Record<string, string>> };

/** Accounts of its own: what the demo store orders is never among what the console shows. WPS has no test host. */
const credentials: Readonly<Record<DistributorSlug, Sets>> = {
  'parts-unlimited': {
    live: { dealerNumber: 'SHOW01', apiKey: 'showroom-parts-unlimited-key-01' },
    test: { dealerNumber: 'SHOW01', apiKey: 'TEST-showroom-parts-unlimited-key-01' },
  },
  wps: { live: { apiToken: 'showroom-wps-token-000000000-02' } },
  'tucker-rocky': {
    live: { customerNumber: 'SHOW03', apiKey: 'showroom-tucker-rocky-key-00003' },
    test: { customerNumber: 'SHOW03', apiKey: 'TEST-showroom-tucker-rocky-key-00003' },
  },
  automatic: {
    live: { apiToken: 'showroom-automatic-token-0000004' },
    test: { apiToken: 'TEST-showroom-automatic-token-0000004' },
  },
};

const profile = {
  name: 'Moto Showroom',
  serviceEmail: 'service@motoshowroom.example',
  brand: { color: '#0f766e', website: 'https://motoshowroom.example/' },
  adminUrl: 'https://motoshowroom.example/admin/orders/{orderId}',
};

const Secret = v.object({ secret: v.string() });
const keptSecret = 'showroom-webhook-secret';

export type ShowroomParts = {
  readonly cloud: LocalCloud;
  readonly kept: Kept;
  readonly receiver: WebhookReceiver;
  readonly url: string;
  /** An all-stores key. */
  readonly token: string;
};

/**
 * Makes the showroom through the service's own API when it is first asked for: who never opens the console has one store. One
 * that an earlier run has kept stays as it was left; only its webhook follows the receiver to another port.
 */
export function showroom({ cloud, kept, receiver, url, token }: ShowroomParts): () => Promise<void> {
  const store = `/v1/stores/${showroomId}`;
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const request = new Request(`${url}${path}`, { method, headers, body: JSON.stringify(body) ?? null });
    const answer = await cloud.fetch(request);
    if (answer.ok) return await answer.json();
    throw new Error(`The showroom cannot be made: ${method} ${path} answered ${answer.status} ${await answer.text()}`);
  };
  return once(async () => {
    await call('PUT', store, { ...profile, webhook: { url: `${url}${showroomReceiver}` } });
    const before = kept.read(keptSecret);
    if (before !== undefined) return receiver.expect(before);
    for (const [distributor, sets] of Object.entries(credentials)) {
      await call('PUT', `${store}/distributors/${distributor}`, { testMode: false, ...sets });
    }
    // Written last: where it is kept, the store is whole.
    const { secret } = v.parse(Secret, await call('POST', `${store}/webhook/secret`));
    receiver.expect(kept.write(keptSecret, secret));
  });
}
