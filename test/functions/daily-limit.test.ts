import { beforeEach, describe, expect, it } from 'vitest';
import { inStore, itemBody, motoHut, orderBody, putOrder, setUp, submit } from '../moto-hut.ts';
import { type Service, service } from '../service.ts';

const setLimit = (hut: Service, ordersPerDay: number | null) =>
  hut.ask('PUT', inStore, {
    body: { name: 'Moto Hut', serviceEmail: 'service@motohut.example', limits: { ordersPerDay } },
  });

let hut: Service;
beforeEach(async () => {
  hut = await motoHut(service());
});

/** Orders 2001, 2002, … of one item each. */
const putOrders = async (count: number): Promise<readonly string[]> => {
  const ids = Array.from({ length: count }, (_, n) => String(2001 + n));
  for (const id of ids) await putOrder(hut, id, orderBody());
  return ids;
};
const bulk = (ids: readonly string[], key: string) =>
  hut.ask('POST', `${inStore}/drop-ships`, {
    headers: { 'idempotency-key': key },
    body: { confirm: true, items: ids.map((orderId) => ({ orderId, itemId: '1' })) },
  });
const statuses = ({ body }: Awaited<ReturnType<typeof bulk>>) =>
  body.results.map(({ status }: { status: number }) => status);

describe('a store that may submit two live orders a day', () => {
  beforeEach(() => setLimit(hut, 2));

  it('gets the third refused until midnight, and nothing is sent; then it may again', async () => {
    const [first = '', second = '', third = ''] = await putOrders(3);
    expect((await submit(hut, first)).status).toBe(201);
    expect((await submit(hut, second)).status).toBe(201);
    const refused = await submit(hut, third);
    expect([refused.status, refused.body.type, refused.body.limit]).toEqual([
      429,
      'urn:problem:drop-ship:daily-limit',
      2,
    ]);
    const wait = Number(refused.headers['retry-after']);
    expect(hut.now() + wait * 1000).toBeGreaterThanOrEqual(Date.parse('2026-11-24T00:00:00Z'));
    expect(hut.ordersAt('wps')).toHaveLength(2);
    await hut.pass(wait);
    expect((await submit(hut, third)).status).toBe(201);
  });

  it('is not counted what was not claimed, nor what is ordered in test mode', async () => {
    const [first = '', second = ''] = await putOrders(2);
    await setUp(hut, 'automatic', { testMode: true });
    for (const id of ['3001', '3002', '3003']) {
      await putOrder(hut, id, orderBody([itemBody({ slug: 'automatic' })]));
      expect((await submit(hut, id)).status).toBe(201);
    }
    expect((await submit(hut, first)).status).toBe(201);
    expect((await submit(hut, first)).status).toBe(409);
    expect((await submit(hut, second)).status).toBe(201);
  });

  it('passes it neither with many at once nor in a bulk; what was refused is worked on again when the same bulk comes another day', async () => {
    await setLimit(hut, 20);
    const ids = await putOrders(30);
    const first = await bulk(ids, 'friday');
    expect(statuses(first).filter((status: number) => status === 202)).toHaveLength(20);
    const refused = first.body.results.find(({ status }: { status: number }) => status === 429);
    expect(refused.problem).toMatchObject({
      type: 'urn:problem:drop-ship:daily-limit',
      limit: 20,
      retryAfter: expect.any(Number),
    });
    await hut.pass(refused.problem.retryAfter);
    expect(statuses(await bulk(ids, 'friday'))).toEqual(ids.map(() => 202));
    await hut.pass(600);
    expect(hut.ordersAt('wps')).toHaveLength(30);
  });
});

it('orders as much as it likes without a limit, and nothing is counted', async () => {
  await setLimit(hut, null);
  const ids = await putOrders(12);
  expect(statuses(await bulk(ids, 'all'))).toEqual(ids.map(() => 202));
  expect(hut.memory.rows().filter(({ sk }) => sk === 'DAY')).toEqual([]);
});

it('claims a whole bulk of a store with a limit, though all of its items change the same count', async () => {
  await setLimit(hut, 1000);
  const ids = await putOrders(100);
  const { write } = hut.memory;
  let turn = 0;
  // Writes take now longer, now shorter, as on a network.
  hut.memory.write = async (changes) => {
    turn = (turn * 31 + 7) % 17;
    for (let count = 0; count < turn; count++) await null;
    return write(changes);
  };
  expect(statuses(await bulk(ids, 'friday'))).toEqual(ids.map(() => 202));
});
