import { distributorSlugs } from '../../shared/domain/vocabulary.ts';
import { api } from '../api/api.ts';
import { settingsOf } from '../moto-hut.ts';
import { seededRandom } from '../simulation/search/seeded-random.ts';
import { judged, judgedLine, tryAgain } from './judge.ts';
import { type Asked, anyRequest, type Known, learn, requestOf } from './request.ts';
import { hidden, hiddenInLogs, orderOf, others, own } from './stores.ts';
import { ids } from './values.ts';

/** A request whose answer is wrong, and how to see it again. */
export type Finding = { readonly seed: number; readonly step: number; readonly asked: string; readonly wrong: string };

export type Outcome = {
  readonly findings: readonly Finding[];
  readonly statuses: ReadonlyMap<number, number>;
  readonly tryAgains: number;
};

/** What one world's requests came to. The same seed asks the same. */
export const fuzzWorld = async (seed: number, requests: number): Promise<Outcome> => {
  const random = seededRandom(seed);
  const { ask, keyTo, world, sendNotices } = api();
  const known: Known = new Map([
    ['orderId', [...ids]],
    ['itemId', [...ids]],
  ]);
  const findings: Finding[] = [];
  const statuses = new Map<number, number>();
  const platform = await keyTo(null);
  const tokens = {
    platform,
    store: await keyTo('moto-hut'),
    other: await keyTo('other'),
    reads: await keyTo('moto-hut', ['orders:read']),
  };
  const all = Object.values(tokens);
  const [seen, seenByAll, inLogs] = [hidden(all, false), hidden(all, true), hiddenInLogs(all)];
  let tryAgains = 0;
  let step = 0;
  let lines = 0;

  const set = async (storeId: string, key: string, customer: { name: string; email: string }, sku: string) => {
    const call = (method: string, path: string, body: unknown) => ask(method, path, { token: platform, body });
    await call('PUT', `/v1/stores/${storeId}`, {
      name: storeId,
      serviceEmail: `${storeId}@example.com`,
      webhook: { url: 'https://motohut.example/hook' },
    });
    for (const slug of distributorSlugs)
      await call('PUT', `/v1/stores/${storeId}/distributors/${slug}`, settingsOf(slug, { live: key }));
    for (const orderId of ids.slice(0, 4))
      await call(
        'PUT',
        `/v1/stores/${storeId}/orders/${orderId}`,
        orderOf(customer, sku, random.pick(distributorSlugs)),
      );
  };
  await set('other', others.key, { name: others.name, email: others.email }, others.sku);
  await ask('POST', '/v1/stores/other/orders/1001/items/1/drop-ship', {
    token: tokens.other,
    body: { confirm: true, poNumber: 'OTHER-1' },
  });
  await set('moto-hut', own.key, { name: own.person, email: own.email }, 'SKU');

  const wrong = (asked: Asked | string, what: string) => {
    const text =
      typeof asked === 'string'
        ? asked
        : `${asked.method} ${asked.path} ${JSON.stringify(asked.headers)} ${(asked.raw ?? '').slice(0, 300)}`;
    findings.push({ seed, step, asked: text, wrong: what });
  };

  const send = async (asked: Asked, token: string | null = tokens.store) => {
    step += 1;
    const came = await ask(asked.method, asked.path, {
      token,
      headers: asked.headers,
      ...(asked.raw === undefined ? {} : { raw: asked.raw }),
    }).catch((error: unknown) => {
      wrong(asked, `threw ${String(error)}`);
      return null;
    });
    if (came === null) return;
    statuses.set(came.status, (statuses.get(came.status) ?? 0) + 1);
    if (tryAgain(came)) tryAgains += 1;
    const seesOthers = token === platform || token === tokens.other;
    const fault = judged(came.key, asked, came, seesOthers ? seenByAll : seen);
    if (fault !== null) wrong(asked, fault);
    if (came.status < 300) learn(known, came.body);
    for (const line of world.lines.slice(lines)) {
      const shown = judgedLine(JSON.stringify(line), inLogs);
      if (shown !== null) wrong(asked, `the log line ${line.event} ${shown}`);
    }
    lines = world.lines.length;
  };

  /** An order under hostile names, submitted again and again, looked at, shipped, settled. */
  const sequence = async () => {
    const names = { orderId: random.pick(ids), itemId: random.pick(ids.slice(0, 6)), storeId: 'moto-hut' };
    const slug = random.pick(distributorSlugs);
    await send({
      method: 'PUT',
      path: `/v1/stores/moto-hut/orders/${names.orderId}`,
      headers: {},
      raw: JSON.stringify(orderOf({ name: own.person, email: own.email }, 'SKU', slug)),
    });
    if (random.roll() < 0.3)
      world.fault(
        slug,
        'submit',
        random.pick(['server-error', 'timeout-after', 'garbage', 'bad-credentials', 'out-of-stock', 'late'] as const),
      );
    const path = `/v1/stores/moto-hut/orders/${names.orderId}/items/${names.itemId}/drop-ship`;
    for (let times = 1 + random.below(3); times > 0; times -= 1)
      await send({
        method: 'POST',
        path,
        headers: { prefer: `wait=${random.pick([0, 20])}` },
        raw: '{"confirm":true}',
      });
    for (const id of ['getDialog', 'getOrder', 'getTimeline', 'listPurchaseOrders'])
      await send(requestOf(random, known, 'moto-hut', id, names));
    const poNumber = known.get('poNumber')?.[0];
    if (poNumber === undefined) return;
    for (const id of ['enterShipment', 'takeBackShipment', 'resolvePurchaseOrder', 'stopTracking', 'getPurchaseOrder'])
      if (random.roll() < 0.5) await send(requestOf(random, known, 'moto-hut', id, { ...names, poNumber }));
  };

  while (step < requests) {
    const roll = random.roll();
    if (roll < 0.12) await sequence();
    else if (roll < 0.14) await world.pass(random.pick([4, 60, 3700])).then(sendNotices);
    else if (roll < 0.2) await send(anyRequest(random, known, 'other'), tokens.store);
    else
      await send(
        anyRequest(random, known, 'moto-hut'),
        random.pick([tokens.store, tokens.store, platform, tokens.reads, 'ds_x_00000000000000000000']),
      );
    // So that the limit of a key is not all that is seen.
    if (step % 40 === 0) await world.pass(1);
  }
  await world.pass(3600);
  for (const item of twice(world)) wrong('the end', `two orders at the distributors for ${item}`);
  for (const failure of world.failures) wrong('in the background', String(failure).slice(0, 300));
  return { findings, statuses, tryAgains };
};

/** Items that more than one order stands for at the distributors. */
const twice = (world: ReturnType<typeof api>['world']): readonly string[] => {
  const held = new Map<string, number>();
  // A person who says that nothing was placed is believed.
  const own = world.purchaseOrders().filter(({ history }) => !history.some(({ kind }) => kind === 'resolved'));
  const items = new Map(
    own.map(({ poNumber, storeId, orderId, itemId, mode }) => [poNumber, `${storeId} ${mode} ${orderId} ${itemId}`]),
  );
  for (const slug of distributorSlugs)
    for (const { poNumber } of world.ordersAt(slug).filter(({ cancelled }) => !cancelled)) {
      const item = items.get(poNumber);
      if (item !== undefined) held.set(item, (held.get(item) ?? 0) + 1);
    }
  return [...held].filter(([, count]) => count > 1).map(([item]) => item);
};
