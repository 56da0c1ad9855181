import { randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { dynamoTable } from '../../../shared/aws/table.ts';
import { scopes } from '../../../shared/contract/routes.ts';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { createKey } from '../../../shared/http/api-key.ts';
import { localAws } from '../local-aws.ts';
import type { LocalCloud } from '../local-cloud.ts';
import type { Kept } from '../process/kept.ts';

export const demoStoreId = 'demo';

/** Any key is taken by the simulated distributors that begins neither with `BAD-` nor with `TEST-`. */
const credentials: Readonly<Record<DistributorSlug, Readonly<Record<string, string>>>> = {
  'parts-unlimited': { dealerNumber: 'DEMO01', apiKey: 'demo-parts-unlimited-key-0001' },
  wps: { apiToken: 'demo-wps-token-00000000-0002' },
  'tucker-rocky': { customerNumber: 'DEMO03', apiKey: 'demo-tucker-rocky-key-000003' },
  automatic: { apiToken: 'demo-automatic-token-00000004' },
};

/** Where the demo store asks for a new signing secret, and how the answer tells it. */
export const secretPath = `/v1/stores/${demoStoreId}/webhook/secret`;
const Secret = v.object({ secret: v.string() });
export const secretIn = async (answer: Response): Promise<string> => v.parse(Secret, await answer.json()).secret;

/** What a store says of itself, as far as it can be sent back. */
const AsItIs = v.object({
  name: v.string(),
  serviceEmail: v.string(),
  overrideDropShipRules: v.boolean(),
  webhook: v.nullable(v.object({ url: v.string() })),
});

export type DemoStore = { readonly token: string; readonly webhookSecret: string };

const receiverPath = '/_local/webhooks';

/**
 * An all-stores key, and with it, through the service's own API, the demo store with all four distributors. One that an
 * earlier run has kept stays as it was left; only its webhook follows the receiver to another port.
 */
export async function makeDemoStore(cloud: LocalCloud, clock: Clock, kept: Kept, url: string): Promise<DemoStore> {
  const token = kept.read('token') ?? kept.write('token', await allStoresKey(cloud, clock));
  const store = `/v1/stores/${demoStoreId}`;
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await cloud.fetch(
      new Request(`${url}${path}`, { method, headers, body: JSON.stringify(body) ?? null }),
    );
    if (answer.ok) return await answer.json();
    throw new Error(
      `The demo store cannot be made: ${method} ${path} answered ${answer.status} ${await answer.text()}`,
    );
  };
  const webhook = { url: `${url}${receiverPath}` };
  const webhookSecret = kept.read('webhook-secret');
  if (webhookSecret !== undefined) {
    const left = v.parse(AsItIs, await call('GET', store));
    if (left.webhook?.url.endsWith(receiverPath)) await call('PUT', store, { ...left, webhook });
    return { token, webhookSecret };
  }
  await call('PUT', store, { name: 'Moto Hut', serviceEmail: 'service@motohut.example', webhook });
  for (const [distributor, live] of Object.entries(credentials)) {
    await call('PUT', `${store}/distributors/${distributor}`, { testMode: false, live });
  }
  // Written last: where it is kept, the store is whole.
  const { secret } = v.parse(Secret, await call('POST', secretPath));
  return { token, webhookSecret: kept.write('webhook-secret', secret) };
}

/** The first key of all: nobody could ask the API for it. */
async function allStoresKey(cloud: LocalCloud, clock: Clock): Promise<string> {
  const client = new DynamoDBClient({ ...localAws, endpoint: cloud.endpoint });
  const table = dynamoTable(client, cloud.table.name);
  const ports = { table, clock, newId: () => randomUUID(), randomBytes };
  const { token } = await createKey(ports, { storeId: null, scopes });
  client.destroy();
  return token;
}
