import * as v from 'valibot';
import { type VerifyPorts, verify } from '../shared/accounts/verify.ts';
import { keyLimit } from '../shared/aws/environment.ts';
import { verifyingDistributors } from '../shared/aws/late/distributors/verifying.ts';
import { awsQueues } from '../shared/aws/late/queues.ts';
import { webhooks } from '../shared/aws/late/webhooks.ts';
import { askingPorts } from '../shared/aws/ordering-ports.ts';
import { secureBytes } from '../shared/aws/system.ts';
import { type RedeliverBody, WebhookTestAnswer } from '../shared/contract/bodies/store.ts';
import { nothing } from '../shared/contract/fields.ts';
import * as operations from '../shared/contract/operations/settings.ts';
import { invalid, missingField, noSuchStore, notFound, Problem } from '../shared/contract/problem.ts';
import { reply } from '../shared/contract/reply.ts';
import { distributorSlugs, instant } from '../shared/domain/vocabulary.ts';
import type { ApiKeyPorts } from '../shared/http/api-key.ts';
import { listKeys, revokeKey } from '../shared/http/api-key.ts';
import { namedCursorOf, namedPlaceOf, storeCursorOf, storePlaceOf } from '../shared/http/cursor.ts';
import { httpHandler } from '../shared/http/door.ts';
import { postRoute } from '../shared/http/idempotency/post-route.ts';
import { lambda } from '../shared/http/lambda.ts';
import { type DoorPorts, route } from '../shared/http/route.ts';
import { keptKey, keyAgain, newKey, verifyProblem } from '../shared/http/settings-answers.ts';
import { storeOf } from '../shared/http/store-of.ts';
import type { NoticeOwing } from '../shared/notices/owe.ts';
import { oweRedelivery } from '../shared/notices/redelivery.ts';
import { listDeliveries } from '../shared/settings/deliveries.ts';
import {
  type DistributorSettingsPorts,
  putSettings,
  removeSettings,
  type SettingsRefused,
} from '../shared/settings/distributor-settings.ts';
import { viewDistributor } from '../shared/settings/distributor-view.ts';
import { renewSigningSecret } from '../shared/settings/signing-secrets.ts';
import { listStores, putStore, type StorePorts, viewStore } from '../shared/settings/stores.ts';
import { sendTestEvent, type TestEventPorts } from '../shared/settings/test-event.ts';

export type ManageSettingsPorts = DoorPorts &
  StorePorts &
  ApiKeyPorts &
  DistributorSettingsPorts &
  VerifyPorts &
  NoticeOwing &
  TestEventPorts;

/** PUT /v1/stores/{storeId}: a store comes into being, or changes. */
const putStoreRoute = route(operations.PutStore, async ({ storeId, body, caller }, ports: ManageSettingsPorts) => {
  if (body.limits !== undefined && caller?.storeId !== null)
    throw new Problem('forbidden', 'Only a key to all stores may set limits: leave them out, or ask the platform.');
  const put = await putStore(ports, storeId, body);
  if (put.kind === 'no-target') throw invalid([{ pointer: '/webhook/url', detail: put.detail }]);
  if (put.kind === 'incomplete') throw invalid(put.missing.map(missingField));
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
const createKeyRoute = postRoute(
  operations.CreateKey,
  async ({ storeId, body, caller }, ports: ManageSettingsPorts) => {
    await storeOf(ports.table, storeId);
    return reply(201, await newKey(ports, storeId, body, caller));
  },
  {
    ...keptKey,
    again: async (kept, { storeId }, ports) => reply(201, await keyAgain(ports, storeId, kept)),
  },
);

const listKeysRoute = route(operations.ListKeys, async ({ storeId }, ports: ManageSettingsPorts) => {
  await storeOf(ports.table, storeId);
  return reply(200, await listKeys(ports, storeId));
});

const revokeKeyRoute = route(operations.RevokeKey, async ({ storeId, keyId }, { table }: ManageSettingsPorts) => {
  if (await revokeKey(table, storeId, keyId)) return reply(204, undefined);
  throw notFound('This store has no such key; it may have been revoked already.');
});

const createAllStoresKey = postRoute(
  operations.CreateAllStoresKey,
  async ({ body, caller }, ports: ManageSettingsPorts) => reply(201, await newKey(ports, null, body, caller)),
  { ...keptKey, again: async (kept, _, ports) => reply(201, await keyAgain(ports, null, kept)) },
);

const listAllStoresKeys = route(operations.ListAllStoresKeys, async (_, ports: ManageSettingsPorts) =>
  reply(200, await listKeys(ports, null)),
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
    const put = await putSettings(ports, { storeId, distributor }, body);
    if (put !== 'done') throw settingsProblem(put);
    return reply(200, await viewDistributor(ports, storeId, distributor));
  },
);

const settingsProblem = (refused: SettingsRefused): Problem => {
  if (refused.kind === 'wrong-fields') return invalid(refused.errors);
  if (refused.kind === 'incomplete') return invalid(refused.missing.map(missingField));
  return new Problem('test-mode-not-offered', `${refused.name} has no test mode: send "testMode": false.`);
};

const deleteDistributor = route(
  operations.DeleteDistributor,
  async ({ storeId, distributor }, ports: ManageSettingsPorts) => {
    await storeOf(ports.table, storeId);
    await removeSettings(ports, { storeId, distributor });
    return reply(204, undefined);
  },
);

/** POST …/verify: do the credentials work? A yes ends the stop that bad ones caused. */
const verifyDistributor = postRoute(
  operations.VerifyDistributor,
  async ({ storeId, distributor }, ports: ManageSettingsPorts) => {
    await storeOf(ports.table, storeId);
    const verified = await verify(ports, { storeId, distributor });
    if (verified.kind !== 'works') throw verifyProblem(verified, ports.clock.now());
    return reply(200, { ok: true });
  },
  { kept: nothing, keep: () => ({}), again: async () => reply(200, { ok: true }) },
);

const renewSecretRoute = postRoute(
  operations.RenewSigningSecret,
  async ({ storeId }, ports: ManageSettingsPorts) => {
    const renewed = await renewSigningSecret(ports, storeId);
    if (renewed === null) throw noSuchStore();
    return reply(201, renewed);
  },
  {
    kept: v.object({ createdAt: v.string(), previousRetiresAt: v.nullable(v.string()) }),
    keep: ({ body: { createdAt, previousRetiresAt } }) => ({ createdAt, previousRetiresAt }),
    again: async (kept) => reply(201, { ...kept, secret: null }),
  },
);

const testWebhook = postRoute(
  operations.TestWebhook,
  async ({ storeId }, ports: ManageSettingsPorts) => {
    const tested = await sendTestEvent(ports, await storeOf(ports.table, storeId));
    if (tested === 'no-webhook') throw notFound('The store has no webhook: PUT the store with one first.');
    if (tested === 'in-progress')
      throw new Problem('in-progress', 'Another test event of this store is being sent: wait for its answer.', {
        headers: { 'retry-after': '10' },
      });
    return reply(200, tested);
  },
  { kept: WebhookTestAnswer, keep: ({ body }) => body, again: async (kept) => reply(200, kept) },
);

const listDeliveriesRoute = route(operations.ListDeliveries, async ({ storeId, query }, ports: ManageSettingsPorts) => {
  await storeOf(ports.table, storeId);
  const page = { limit: query.limit, after: namedPlaceOf('deliveries', query.cursor), now: ports.clock.now() };
  const { deliveries, next } = await listDeliveries(ports, storeId, page);
  return reply(200, { items: deliveries, nextCursor: namedCursorOf('deliveries', next) });
});

/** POST …/webhooks/redeliver: owed from now on, and done by a worker. */
const redeliverWebhooks = postRoute(
  operations.RedeliverWebhooks,
  async ({ storeId, body }, ports: ManageSettingsPorts) => {
    await storeOf(ports.table, storeId);
    const wanted = wantedBy(body);
    if (wanted.since > instant(ports.clock.now()))
      throw invalid([{ pointer: '/since', detail: 'Must not be in the future.' }]);
    if ((await oweRedelivery(ports, storeId, wanted)) === 'owed') return reply(202, wanted);
    throw new Problem('in-progress', 'Webhooks of this store are being sent again already: wait until that is done.', {
      headers: { 'retry-after': '60' },
    });
  },
  { kept: nothing, keep: () => ({}), again: async (_, { body }) => reply(202, wantedBy(body)) },
);

const wantedBy = ({ since, until, type, id }: v.InferOutput<typeof RedeliverBody>) => ({
  since: instantOf(since),
  until: until === null ? null : instantOf(until),
  type,
  id,
});

const instantOf = (text: string) => instant(Date.parse(text));

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
  testWebhook,
  listDeliveriesRoute,
  redeliverWebhooks,
]);

// Only the local run says so: its webhook receiver listens on loopback.
const loopback = (): boolean => process.env.WEBHOOK_LOOPBACK === 'allow';

export const handler = lambda(manageSettings, () => {
  const ports = { ...askingPorts('manage-settings', verifyingDistributors()), queues: awsQueues() };
  return {
    ...ports,
    rateLimit: keyLimit(),
    randomBytes: secureBytes,
    deliver: webhooks(ports.clock, loopback()),
    allowLocalWebhooks: loopback(),
  };
});
