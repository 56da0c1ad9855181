import { anOrder, examples } from '../../shared/contract/examples.ts';
import { operations } from '../../shared/contract/operations/all.ts';
import { keys } from '../../shared/domain/rows/keys.ts';
import { settingsOf } from '../moto-hut.ts';
import { api, type Came, type Sent } from './api.ts';

type Recorded = {
  readonly answers: readonly { readonly operation: string; readonly status: number; readonly body: unknown }[];
  readonly problems: readonly { readonly slug: string; readonly body: unknown }[];
  readonly events: readonly { readonly type: string; readonly body: unknown }[];
};

const store = '/v1/stores/moto-hut';
const itemAt = (orderId: string) => `${store}/orders/${orderId}/items/1/drop-ship`;

/** The order with another part. */
const orderOf = (distributor: string, partNumber: string, more: object = {}) => ({
  ...anOrder,
  items: [{ ...anOrder.items[0], distributorParts: [{ distributor, partNumber }] }],
  ...more,
});

/**
 * A store's first days, asked of the running service. What is kept is the first answer of each operation and status, the first
 * of each kind of problem, and the first event of each type: the examples in the document.
 */
export const story = async (): Promise<Recorded> => {
  const { world, delivered, ask, keyTo, answerMails, sendNotices } = api();
  const answers = new Map<string, { operation: string; status: number; body: unknown }>();
  const problems = new Map<string, { slug: string; body: unknown }>();
  const keep = ({ key, status, body }: Came) => {
    const operation = operations.find((each) => each.key === key)?.id ?? '';
    const [, slug] = /^urn:problem:drop-ship:(.*)$/.exec(String(body?.type)) ?? [];
    if (slug !== undefined && !problems.has(slug)) problems.set(slug, { slug, body });
    const name = `${operation} ${status}`;
    if (slug === undefined && body !== undefined && body.openapi === undefined && !answers.has(name))
      answers.set(name, { operation, status, body });
  };
  const platform = await keyTo(null);
  const as =
    (token: string) =>
    async (method: string, path: string, body?: unknown, more: Sent = {}) => {
      const headers = { 'x-correlation-id': 'webstore-7f3a', ...more.headers };
      const came = await ask(method, path, { token, ...(body === undefined ? {} : { body }), ...more, headers });
      keep(came);
      return came;
    };
  const call = as(platform);

  // A store, its keys and its credentials.
  await call('PUT', store, examples.putStore);
  await call('PUT', store, examples.putStore);
  await call('GET', store);
  await call('GET', '/v1/stores');
  const { body: made } = await call('POST', `${store}/keys`, examples.createKey);
  await call('GET', `${store}/keys`);
  await call('POST', '/v1/keys', examples.createAllStoresKey);
  await call('GET', '/v1/keys');
  await call('PUT', `${store}/distributors/wps`, examples.putDistributor);
  for (const slug of ['parts-unlimited', 'tucker-rocky', 'automatic'] as const)
    await call('PUT', `${store}/distributors/${slug}`, settingsOf(slug, { live: 'a-live-key-of-16-or-more' }));
  await call('POST', `${store}/distributors/wps/verify`);
  await call('POST', `${store}/distributors/wps/verify`);
  await call('GET', `${store}/distributors`);
  await call('PUT', `${store}/distributors/wps`, { testMode: true });

  // An order that is accepted, ships, and is corrected by hand.
  await call('PUT', `${store}/orders/1001`, anOrder);
  await call('PUT', `${store}/orders/1001`, anOrder);
  await call('PUT', `${store}/orders/1001`, { ...anOrder, revision: 6 });
  await call('GET', itemAt('1001'));
  await call('GET', `${itemAt('1001')}/offer`);
  const { body: placed } = await call('POST', itemAt('1001'), examples.submitDialog);
  const purchase = `${store}/purchase-orders/${placed.poNumber}`;
  await call('POST', itemAt('1001'), examples.submitDialog);
  await call('GET', purchase);
  await call('DELETE', purchase);
  await call('POST', `${purchase}/resolve`, examples.resolvePurchaseOrder);
  await call('POST', `${purchase}/shipments`, { carrier: 'ups', trackingNumber: '1Z5R89390357567128' });
  await call('POST', `${purchase}/shipments`, examples.enterShipment);
  await call('POST', `${purchase}/shipments`, examples.enterShipment);
  await call('DELETE', `${purchase}/shipments/1Z5R89390357567127`);
  await call('POST', `${purchase}/stop-tracking`, examples.stopTracking);
  await call('POST', `${purchase}/resume-tracking`);
  world.control('wps').ship(placed.poNumber, [{ carrier: 'ups', trackingNumber: '1Z999AA10123456784', quantity: 1 }]);
  await world.pass(3700);
  answerMails({ outcome: 'refused', message: 'The mailbox does not exist.' });
  await sendNotices();
  await call('GET', `${store}/orders/1001`);
  await call('GET', `${store}/orders/1001/timeline?limit=5`);
  await call('GET', `${store}/orders?limit=2`);

  // What does not work out, or not at once.
  await call('PUT', `${store}/orders/1002`, orderOf('wps', 'NOSTOCK-1'));
  await call('POST', itemAt('1002'), { confirm: true, poNumber: '1002-A' });
  await call('GET', `${store}/purchase-orders/1002-A`);
  await call('PUT', `${store}/orders/1003`, orderOf('wps', '26-1773', { status: 'Cancelled' }));
  await call('POST', itemAt('1003'), { confirm: true });
  await call('PUT', `${store}/orders/1004`, orderOf('wps', '26-1774'));
  const longCity = { ...anOrder.shipTo, city: 'Llanfairpwllgwyngyll by the sea' };
  await call('POST', itemAt('1004'), { confirm: true, shipTo: longCity });
  await call('POST', itemAt('1004'), { confirm: true, poNumber: placed.poNumber });
  await call('POST', itemAt('1004'), { confirm: true }, { headers: { prefer: 'wait=0' } });
  await call('PUT', `${store}/orders/1005`, {
    ...orderOf('automatic', '4-100'),
    items: [{ ...orderOf('automatic', '4-100').items[0], quantity: 2 }],
  });
  await call('POST', `${store}/drop-ships`, {
    confirm: true,
    items: [
      { orderId: '1005', itemId: '1' },
      { orderId: '1001', itemId: '1' },
    ],
  });
  await world.pass(60);
  world.control('automatic').ship('1005-1', [{ carrier: 'ups', trackingNumber: '1Z879E930346834440', quantity: 1 }]);
  world.fault('parts-unlimited', 'submit', 'server-error');
  await call('PUT', `${store}/orders/1006`, orderOf('parts-unlimited', 'PU-1'));
  await call('POST', itemAt('1006'), { confirm: true });
  world.fault('tucker-rocky', 'submit', 'bad-credentials');
  await call('PUT', `${store}/orders/1007`, orderOf('tucker-rocky', 'TR-1'));
  await call('POST', itemAt('1007'), { confirm: true });
  await world.pass(2 * 86_400);
  await call('GET', '/v1/purchase-orders');
  await call('GET', `${store}/purchase-orders?limit=2`);
  await call('POST', `${store}/purchase-orders/1006-1/resolve`, examples.resolvePurchaseOrder);
  world.fault('automatic', 'verify', 'server-error', 3);
  await call('POST', `${store}/distributors/automatic/verify`);
  await world.pass(43 * 86_400);
  await sendNotices();

  // Webhooks, and the end.
  await call('POST', `${store}/webhooks/test`);
  await call('POST', `${store}/webhook/secret`);
  await call('GET', `${store}/webhooks/deliveries?limit=2`);
  await call('POST', `${store}/webhooks/redeliver`, examples.redeliverWebhooks);
  await call('POST', `${store}/webhooks/redeliver`, examples.redeliverWebhooks);
  await call('DELETE', `${store}/orders/1001/customer`);
  await call('PUT', `${store}/distributors/parts-unlimited`, settingsOf('parts-unlimited', { live: 'BAD-key' }));
  await call('POST', `${store}/distributors/parts-unlimited/verify`);
  await call('DELETE', `${store}/distributors/automatic`);
  await call('DELETE', `${store}/keys/${made.keyId}`);
  for (let count = 0; count < 11; count += 1) await call('POST', `${store}/keys`, examples.createKey);

  // What is wrong with the request itself.
  await call('GET', '/v1/health');
  const once = { headers: { 'idempotency-key': '7b2ddc0c-8b6f-4ac1-9d2e-1f5e0c3a4b6d' } };
  await call('POST', `${purchase}/stop-tracking`, examples.stopTracking, once);
  await call('POST', `${purchase}/stop-tracking`, { reason: 'Another reason.' }, once);
  await as('ds_nobody_00000000000000000000')('GET', store);
  await as(await keyTo('moto-hut', ['orders:read']))('PUT', store, examples.putStore);
  await call('GET', `${store}/orders/9999`);
  await call('PATCH', store);
  await call('PUT', `${store}/orders/1008`, { ...anOrder, status: 'Open' });
  await call('PUT', `${store}/orders/1008`, undefined, { raw: '<order/>', headers: { 'content-type': 'text/xml' } });
  await call('PUT', `${store}/orders/1008`, { ...anOrder, note: 'x'.repeat(70_000) });
  await call('PUT', store, { ...examples.putStore, limits: { ordersPerDay: 0 } });
  await call('PUT', `${store}/orders/1009`, orderOf('wps', '26-1775'));
  await call('POST', itemAt('1009'), { confirm: true });
  await brokenStore(world, () => call('GET', store));
  for (let count = 0; count < 260 && !problems.has('too-many-requests'); count += 1) await call('GET', store);

  const events = delivered
    .map(({ body }) => JSON.parse(body))
    .toSorted((a, b) => a.timestamp.localeCompare(b.timestamp));
  const byType = new Map(events.toReversed().map((body) => [body.type, { type: body.type, body }]));
  return { answers: [...answers.values()], problems: [...problems.values()], events: [...byType.values()] };
};

/** Asks while the store's row is none that the service can read. */
const brokenStore = async (
  { memory }: ReturnType<typeof api>['world'],
  asked: () => Promise<unknown>,
): Promise<void> => {
  const { get } = memory;
  const { pk, sk } = keys.store('moto-hut');
  memory.get = async (key) => (key.pk === pk && key.sk === sk ? { pk, sk, rev: 'broken' } : get(key));
  await asked();
  memory.get = get;
};
