import { startLocal } from '../../../infra/local/run.ts';
import { anOrder } from '../../../shared/contract/examples.ts';
import { api } from '../../api/api.ts';
import { toldReads } from '../../cost/told-reads.ts';
import { settingsOf } from '../../moto-hut.ts';
import { median } from '../median.ts';
import { isWithin, type Ratio, type Result, type Say } from '../page.ts';
import { measured, requestOf } from './requests.ts';

type Call = (method: string, path: string, body?: object) => Promise<{ readonly status: number }>;

/** On an idle machine, in milliseconds: the dialog, and a hundred items in a bulk. */
const limits = { dialog: 25, bulk: 8_000 } as const;

const namesFor = (storeId: string, orderId: string) =>
  new Map([
    ['storeId', storeId],
    ['orderId', orderId],
    ['itemId', '1'],
    ['distributor', 'wps'],
    ['poNumber', 'BENCH-1'],
    ['trackingNumber', '1Z5R89390357567127'],
  ]);

/** A store has ten live keys, of which some are there. */
const mostOf = (id: string): number => (id === 'createKey' ? 7 : 100);

/** An order that was accepted, which most routes are asked about. */
const prepare = async (call: Call, storeId: string): Promise<void> => {
  await call('PUT', `/v1/stores/${storeId}/distributors/wps`, settingsOf('wps'));
  await call('PUT', `/v1/stores/${storeId}/orders/bench`, anOrder);
  await call('POST', `/v1/stores/${storeId}/orders/bench/items/1/drop-ship`, { confirm: true, poNumber: 'BENCH-1' });
};

/** How many requests to the table each route makes, authorizer and all, over the service in memory. */
const tableRequests = async (): Promise<ReadonlyMap<string, number>> => {
  const { ask, keyTo, world } = api();
  const token = await keyTo(null);
  let count = 0;
  const { table } = world.ports;
  table.get = toldReads(table.get, () => {
    count += 1;
  });
  for (const verb of ['query', 'list', 'write'] as const) {
    const real = table[verb];
    Object.assign(table, {
      [verb]: (asked: never) => {
        count += 1;
        return real(asked);
      },
    });
  }
  const call: Call = (method, path, body) =>
    ask(method, path, { token, headers: { prefer: 'wait=0' }, ...(body === undefined ? {} : { body }) });
  await call('PUT', '/v1/stores/demo', {
    name: 'Demo',
    serviceEmail: 'service@demo.example',
    webhook: { url: 'https://demo.example/' },
  });
  await prepare(call, 'demo');
  await world.pass(60);
  const requests = new Map<string, number>();
  for (const { id, key, isOnce } of measured) {
    const orderId = isOnce ? id : 'bench';
    if (isOnce) await call('PUT', `/v1/stores/demo/orders/${orderId}`, anOrder);
    const { method, path, body } = requestOf({ id, key }, namesFor('demo', orderId));
    await world.pass(5);
    count = 0;
    await call(method, path, body);
    requests.set(id, count);
  }
  return requests;
};

/** `npm run bench -- http`: medians of each route over HTTP against the local run, and its requests to the table. */
export const reportHttp = async (rounds: number, say: Say): Promise<Result> => {
  const requests = await tableRequests();
  const local = await startLocal({});
  const { storeId } = local;
  const call: Call = async (method, path, body) => {
    const answer = await fetch(`${local.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${local.token}`, 'content-type': 'application/json', prefer: 'wait=0' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await answer.arrayBuffer();
    return { status: answer.status };
  };
  const timed = async (method: string, path: string, body?: object) => {
    const started = performance.now();
    const { status } = await call(method, path, body);
    return { milliseconds: performance.now() - started, status };
  };
  try {
    await prepare(call, storeId);
    const medians = new Map<string, number>();
    say(`${'route'.padEnd(24)} ${'median'.padStart(9)} ${'status'.padStart(7)} ${'table requests'.padStart(15)}`);
    for (const { id, key, isOnce } of measured) {
      const times: number[] = [];
      let status = 0;
      // The first is not counted: it starts the function.
      for (let round = 0; round <= Math.min(rounds, mostOf(id)); round += 1) {
        const orderId = isOnce ? `${id}-${round}` : 'bench';
        if (isOnce) await call('PUT', `/v1/stores/${storeId}/orders/${orderId}`, anOrder);
        const { method, path, body } = requestOf({ id, key }, namesFor(storeId, orderId));
        const answered = await timed(method, path, body);
        if (round > 0) times.push(answered.milliseconds);
        if (round === 0) status = answered.status;
      }
      medians.set(id, median(times));
      say(
        `${id.padEnd(24)} ${`${median(times).toFixed(1)} ms`.padStart(9)} ${String(status).padStart(7)} ${String(requests.get(id)).padStart(15)}`,
      );
    }
    await call('PUT', `/v1/stores/${storeId}/distributors/wps`, settingsOf('wps'));
    const one = await bulkOf(timed, call, storeId, 'one order');
    const many = await bulkOf(timed, call, storeId, 'many orders');
    say(`a bulk of 100: of one order ${(one / 1000).toFixed(1)} s, of a hundred ${(many / 1000).toFixed(1)} s`);
    const shares: readonly Ratio[] = [
      {
        what: 'the dialog',
        by: `${limits.dialog} ms`,
        ratio: (medians.get('getDialog') ?? 0) / limits.dialog,
        most: 1,
      },
      { what: 'a bulk of a hundred', by: `${limits.bulk} ms`, ratio: Math.max(one, many) / limits.bulk, most: 1 },
    ];
    const routes = [...medians].map(([id, milliseconds]) => ({ id, milliseconds, tableRequests: requests.get(id) }));
    return { held: shares.every(isWithin), ratios: shares, figures: { rounds, routes, bulk: { one, many } } };
  } finally {
    await local.stop();
  }
};

type Timed = (method: string, path: string, body?: object) => Promise<{ readonly milliseconds: number }>;

const bulkOf = async (
  timed: Timed,
  call: Call,
  storeId: string,
  what: 'one order' | 'many orders',
): Promise<number> => {
  const numbers = Array.from({ length: 100 }, (_, index) => String(index));
  const itemsOf = (ids: readonly string[]) => ids.map((itemId) => ({ ...anOrder.items[0], itemId }));
  const orders =
    what === 'one order' ? [['bulk', numbers] as const] : numbers.map((number) => [`bulk-${number}`, ['1']] as const);
  for (const [orderId, ids] of orders)
    await call('PUT', `/v1/stores/${storeId}/orders/${orderId}`, { ...anOrder, items: itemsOf(ids) });
  const items = orders.flatMap(([orderId, ids]) => ids.map((itemId) => ({ orderId, itemId })));
  return (await timed('POST', `/v1/stores/${storeId}/drop-ships`, { confirm: true, items })).milliseconds;
};
