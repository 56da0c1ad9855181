import { DistributorAnswer, DistributorBody, DistributorsAnswer, VerifyAnswer } from '../bodies/distributor.ts';
import {
  DeliveriesAnswer,
  KeyBody,
  KeysAnswer,
  NewKeyAnswer,
  PageQuery,
  RedeliverAnswer,
  RedeliverBody,
  SigningSecretAnswer,
  StoreAnswer,
  StoreBody,
  StoresAnswer,
  WebhookTestAnswer,
} from '../bodies/store.ts';
import { operation, usual } from '../operation.ts';
import { inAllStoresKey, inDistributor, inKey, inStore } from '../path.ts';

export const PutStore = operation('PUT /v1/stores/{storeId}', {
  ...usual,
  id: 'putStore',
  summary: 'Create or change a store.',
  path: inStore,
  body: StoreBody,
  answers: { 200: StoreAnswer, 201: StoreAnswer },
});

export const GetStore = operation('GET /v1/stores/{storeId}', {
  ...usual,
  id: 'getStore',
  summary: 'The store.',
  path: inStore,
  answers: { 200: StoreAnswer },
});

export const ListStores = operation('GET /v1/stores', {
  ...usual,
  id: 'listStores',
  summary: 'All stores, the newest first. Needs a key to all stores.',
  query: PageQuery,
  answers: { 200: StoresAnswer },
});

export const CreateAllStoresKey = operation('POST /v1/keys', {
  ...usual,
  id: 'createAllStoresKey',
  summary: 'Make an API key to all stores, with no scope that the caller lacks. The token is shown this once.',
  body: KeyBody,
  answers: { 201: NewKeyAnswer },
});

export const ListAllStoresKeys = operation('GET /v1/keys', {
  ...usual,
  id: 'listAllStoresKeys',
  summary: 'The API keys to all stores.',
  answers: { 200: KeysAnswer },
});

export const RevokeAllStoresKey = operation('DELETE /v1/keys/{keyId}', {
  ...usual,
  id: 'revokeAllStoresKey',
  summary: 'Revoke an API key to all stores: from now on it is refused.',
  path: inAllStoresKey,
  answers: { 204: null },
});

export const CreateKey = operation('POST /v1/stores/{storeId}/keys', {
  ...usual,
  id: 'createKey',
  summary: 'Make an API key of this store, with no scope that the caller lacks. The token is shown this once.',
  path: inStore,
  body: KeyBody,
  answers: { 201: NewKeyAnswer },
  problems: ['too-many'],
});

export const ListKeys = operation('GET /v1/stores/{storeId}/keys', {
  ...usual,
  id: 'listKeys',
  summary: 'The API keys of this store.',
  path: inStore,
  answers: { 200: KeysAnswer },
});

export const RevokeKey = operation('DELETE /v1/stores/{storeId}/keys/{keyId}', {
  ...usual,
  id: 'revokeKey',
  summary: 'Revoke an API key: from now on it is refused.',
  path: inKey,
  answers: { 204: null },
});

export const ListDistributors = operation('GET /v1/stores/{storeId}/distributors', {
  ...usual,
  id: 'listDistributors',
  summary: 'The four distributors, as this store is set up with them.',
  path: inStore,
  answers: { 200: DistributorsAnswer },
});

export const PutDistributor = operation('PUT /v1/stores/{storeId}/distributors/{distributor}', {
  ...usual,
  id: 'putDistributor',
  summary: 'Set credentials and test mode. A set that is left out is kept; null removes it.',
  path: inDistributor,
  body: DistributorBody,
  answers: { 200: DistributorAnswer },
  problems: ['test-mode-not-offered'],
});

export const DeleteDistributor = operation('DELETE /v1/stores/{storeId}/distributors/{distributor}', {
  ...usual,
  id: 'deleteDistributor',
  summary: 'Remove the settings for this distributor, credentials included.',
  path: inDistributor,
  answers: { 204: null },
});

export const VerifyDistributor = operation('POST /v1/stores/{storeId}/distributors/{distributor}/verify', {
  ...usual,
  id: 'verifyDistributor',
  summary: 'Ask the distributor, with a call that orders nothing, whether the credentials of the current mode work.',
  path: inDistributor,
  answers: { 200: VerifyAnswer },
  problems: ['credentials-refused'],
});

export const RenewSigningSecret = operation('POST /v1/stores/{storeId}/webhook/secret', {
  ...usual,
  id: 'renewSigningSecret',
  summary: 'A new secret that signs webhooks, shown this once. The old one signs beside it for a day.',
  path: inStore,
  answers: { 201: SigningSecretAnswer },
});

export const TestWebhook = operation('POST /v1/stores/{storeId}/webhooks/test', {
  ...usual,
  id: 'testWebhook',
  summary:
    'Send a `webhook.test` event now, and say what the webhook answered. 404 where the store has none. One at a time.',
  path: inStore,
  answers: { 200: WebhookTestAnswer },
  problems: ['in-progress'],
});

export const ListDeliveries = operation('GET /v1/stores/{storeId}/webhooks/deliveries', {
  ...usual,
  id: 'listDeliveries',
  summary: 'What became of the webhooks of the last 30 days, newest first.',
  path: inStore,
  query: PageQuery,
  answers: { 200: DeliveriesAnswer },
});

export const RedeliverWebhooks = operation('POST /v1/stores/{storeId}/webhooks/redeliver', {
  ...usual,
  id: 'redeliverWebhooks',
  summary:
    'Have webhooks sent again: all since then, or some of them. They are kept for 30 days. One such request at a time.',
  path: inStore,
  body: RedeliverBody,
  answers: { 202: RedeliverAnswer },
  problems: ['in-progress'],
});
