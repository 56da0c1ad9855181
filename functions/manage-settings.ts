import { type VerifyPorts, verify } from '../shared/accounts/verify.ts';
import { orderingPorts } from '../shared/aws/ordering-ports.ts';
import { secureBytes } from '../shared/aws/system.ts';
import * as operations from '../shared/contract/operations/settings.ts';
import { invalid, noSuchStore, notFound } from '../shared/contract/problem.ts';
import { reply } from '../shared/contract/reply.ts';
import { distributorSlugs } from '../shared/domain/vocabulary.ts';
import type { ApiKeyPorts } from '../shared/http/api-key.ts';
import { listKeys, revokeKey } from '../shared/http/api-key.ts';
import { storeCursorOf, storePlaceOf } from '../shared/http/cursor.ts';
import { httpHandler } from '../shared/http/door.ts';
import { lambda } from '../shared/http/lambda.ts';
import { type DoorPorts, route } from '../shared/http/route.ts';
import { newKey, verifyProblem } from '../shared/http/settings-answers.ts';
import { type DistributorSettingsPorts, putSettings, removeSettings } from '../shared/settings/distributor-settings.ts';
import { viewDistributor } from '../shared/settings/distributor-view.ts';
import { redeliver } from '../shared/settings/redeliver.ts';
import { renewSigningSecret } from '../shared/settings/signing-secrets.ts';
import { listStores, putStore, type StorePorts, storeOf, viewStore } from '../shared/settings/stores.ts';

export type ManageSettingsPorts = DoorPorts & StorePorts & ApiKeyPorts & DistributorSettingsPorts & VerifyPorts;

/** PUT /v1/stores/{storeId}: a store comes into being, or changes. */
const putStoreRoute = route(operations.PutStore, async ({ storeId, body }, ports: ManageSettingsPorts) => {
  const put = await putStore(ports, storeId, body);
  if (put.kind === 'no-target') throw invalid([{ pointer: '/webhook/url', detail: put.detail }]);
  return put.created ? reply(201, put.store, { location: `/v1/stores/${storeId}` }) : reply(200, put.store);
});

const getStore = route(operations.GetStore, async ({ storeId }, { table }: ManageSettingsPorts) =>
  reply(200, await viewStore(table, await storeOf(table, storeId))),
);

const listStoresRoute = route(operations.ListStores, async ({ query }, ports: ManageSettingsPorts) => {
  const { stores, next } = await listStores(ports, { limit: query.limit, after: storePlaceOf(query.cursor) });
  return reply(200, { items: stores, nextCursor: storeCursorOf(next) });
});

/** POST …/keys: a key of this store; its token is in this answer and nowhere else. */
const createKeyRoute = route(operations.CreateKey, async ({ storeId, body, caller }, ports: ManageSettingsPorts) => {
  await storeOf(ports.table, storeId);
  return reply(201, await newKey(ports, storeId, body, caller));
});

const listKeysRoute = route(operations.ListKeys, async ({ storeId }, { table }: ManageSettingsPorts) => {
  await storeOf(table, storeId);
  return reply(200, await listKeys(table, storeId));
});

const revokeKeyRoute = route(operations.RevokeKey, async ({ storeId, keyId }, { table }: ManageSettingsPorts) => {
  if (await revokeKey(table, storeId, keyId)) return reply(204, undefined);
  throw notFound('This store has no such key; it may have been revoked already.');
});

const createAllStoresKey = route(operations.CreateAllStoresKey, async ({ body, caller }, ports: ManageSettingsPorts) =>
  reply(201, await newKey(ports, null, body, caller)),
);

const listAllStoresKeys = route(operations.ListAllStoresKeys, async (_, { table }: ManageSettingsPorts) =>
  reply(200, await listKeys(table, null)),
);

const revokeAllStoresKey = route(operations.RevokeAllStoresKey, async ({ keyId }, { table }: ManageSettingsPorts) => {
  if (await revokeKey(table, null, keyId)) return reply(204, undefined);
  throw notFound('There is no such key to all stores; it may have been revoked already.');
});

const listDistributors = route(operations.ListDistributors, async ({ storeId }, ports: ManageSettingsPorts) => {
  await storeOf(ports.table, storeId);
  return reply(200, await Promise.all(distributorSlugs.map((slug) => viewDistributor(ports, storeId, slug))));
});

/** PUT …/distributors/{distributor}: credentials go in here and never come out again. */
const putDistributor = route(
  operations.PutDistributor,
  async ({ storeId, distributor, body }, ports: ManageSettingsPorts) => {
    await storeOf(ports.table, storeId);
    await putSettings(ports, { storeId, distributor }, body);
    return reply(200, await viewDistributor(ports, storeId, distributor));
  },
);

const deleteDistributor = route(
  operations.DeleteDistributor,
  async ({ storeId, distributor }, ports: ManageSettingsPorts) => {
    await storeOf(ports.table, storeId);
    await removeSettings(ports, { storeId, distributor });
    return reply(204, undefined);
  },
);

/** POST …/verify: do the credentials work? A yes ends the stop that bad ones caused. */
const verifyDistributor = route(
  operations.VerifyDistributor,
  async ({ storeId, distributor }, ports: ManageSettingsPorts) => {
    await storeOf(ports.table, storeId);
    const verified = await verify(ports, { storeId, distributor });
    if (verified.kind !== 'works') throw verifyProblem(verified, ports.clock.now());
    return reply(200, { ok: true });
  },
);

const renewSecretRoute = route(operations.RenewSigningSecret, async ({ storeId }, ports: ManageSettingsPorts) => {
  const renewed = await renewSigningSecret(ports, storeId);
  if (renewed === null) throw noSuchStore();
  return reply(201, renewed);
});

const redeliverWebhooks = route(operations.RedeliverWebhooks, async ({ storeId, body }, ports: ManageSettingsPorts) =>
  reply(202, { redelivered: await redeliver(ports, storeId, body.since) }),
);

/** Stores, their API keys, their distributor accounts, their webhooks. */
export const manageSettings = httpHandler<ManageSettingsPorts>([
  putStoreRoute,
  getStore,
  listStoresRoute,
  createAllStoresKey,
  listAllStoresKeys,
  revokeAllStoresKey,
  createKeyRoute,
  listKeysRoute,
  revokeKeyRoute,
  listDistributors,
  putDistributor,
  deleteDistributor,
  verifyDistributor,
  renewSecretRoute,
  redeliverWebhooks,
]);

export const handler = lambda(manageSettings, () => ({
  ...orderingPorts('manage-settings'),
  randomBytes: secureBytes,
  // Only the local run says so: its webhook receiver listens on loopback.
  allowLocalWebhooks: process.env.WEBHOOK_LOOPBACK === 'allow',
}));
