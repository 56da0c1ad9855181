import { beforeEach, describe, expect, test } from 'vitest';
import { anOrder } from '../../shared/contract/examples.ts';
import type { Key } from '../../shared/domain/ports/table.ts';
import { type Service, service } from '../service.ts';

let run: Service;
const item = '/v1/stores/moto-hut/orders/1001/items/1/drop-ship';
const parts = [
  { distributor: 'wps', partNumber: '26-1772' },
  { distributor: 'wps', partNumber: 'DENY-7' },
  { distributor: 'parts-unlimited', partNumber: '0101-3338' },
  { distributor: 'local-garage', partNumber: 'X' },
];

beforeEach(async () => {
  run = service();
  await run.ask('PUT', '/v1/stores/moto-hut', { body: { name: 'Moto Hut', serviceEmail: 'a@motohut.example' } });
  await run.ask('PUT', '/v1/stores/moto-hut/distributors/wps', {
    body: { testMode: false, live: { apiToken: 'one' } },
  });
  const items = [{ ...anOrder.items[0], quantity: 2, distributorParts: parts }];
  await run.ask('PUT', '/v1/stores/moto-hut/orders/1001', { body: { ...anOrder, items } });
});

const offer = (query: Readonly<Record<string, string>> = {}, keyOf = 'moto-hut') =>
  run.ask('GET', `${item}/offer`, { query, keyOf });
const nothing = { available: null, backordered: null, cost: null, currency: null, fee: null, dropShipAllowed: null };

describe('an offer', () => {
  test('tells stock and cost of the part that the dialog chooses, now, and orders nothing', async () => {
    const { status, body } = await offer();
    expect(status).toBe(200);
    expect(body).toEqual({
      available: 175,
      backordered: null,
      cost: 10,
      currency: 'USD',
      fee: 7,
      dropShipAllowed: true,
      asOf: new Date(run.now()).toISOString(),
      message: expect.stringContaining('CA 25+'),
    });
    expect(run.callsTo('wps', 'quote')).toHaveLength(2);
    expect(run.control('wps').calls()).toHaveLength(2);
    expect(run.ordersAt('wps')).toEqual([]);
  });

  test('reads the store’s settings once', async () => {
    const { table } = run.ports;
    const read: string[] = [];
    const { get, query } = table;
    Object.assign(table, {
      get: (key: Key) => {
        read.push(key.sk);
        return get(key);
      },
      query: (asked: Parameters<typeof query>[0]) => {
        read.push(asked.prefix ?? '');
        return query(asked);
      },
    });
    await offer();
    expect(read.filter((sk) => sk.startsWith('DISTRIBUTOR#'))).toEqual(['DISTRIBUTOR#']);
  });

  test('of another of the item’s parts is told where it is asked for', async () => {
    expect((await offer({ partNumber: 'DENY-7' })).body).toMatchObject({ dropShipAllowed: false, available: 175 });
    expect((await offer({ distributor: 'wps', partNumber: '26-1772' })).body).toMatchObject({ dropShipAllowed: true });
  });

  test.each([
    [{ partNumber: 'STRANGE' }, 'names no such distributor part'],
    [{ distributor: 'automatic' }, 'names no such distributor part'],
    [{ distributor: 'wps', partNumber: '0101-3338' }, 'names no such distributor part'],
    [{ partNumber: 'X' }, 'local-garage is none of the four'],
    [{ distributor: 'parts-unlimited' }, 'no settings for Parts Unlimited'],
  ])('%o is a 200 that says why there is none, and nobody is asked', async (query, message) => {
    const { status, body } = await offer(query);
    expect([status, body]).toEqual([200, { ...nothing, asOf: null, message: expect.stringContaining(message) }]);
    expect(run.control('wps').calls()).toEqual([]);
  });

  test('is refused to a key of another store, for an item that is not there, and with what is no query of it', async () => {
    expect((await offer({}, 'other')).status).toBe(404);
    expect((await run.ask('GET', `${item.replace('1001', '1002')}/offer`)).status).toBe(404);
    expect((await offer({ distributor: 'nobody' })).status).toBe(400);
    expect((await offer({ poNumber: 'A' })).status).toBe(400);
  });

  test.each([
    ['server-error', 'WPS is not available'],
    ['garbage', 'could not be read'],
    ['timeout-before', 'did not answer in time'],
    ['bad-credentials', 'WPS refused the live credentials'],
    ['unrouted', 'could not be read'],
  ] as const)('after %s is a 200 that says so, within five seconds', async (fault, message) => {
    run.fault('wps', 'quote', fault, 20);
    const asked = run.now();
    const { status, body } = await offer();
    expect([status, body]).toEqual([200, { ...nothing, asOf: null, message: expect.stringContaining(message) }]);
    expect(run.now() - asked).toBeLessThanOrEqual(5_000);
  });

  test('takes its turn: five at once are asked, the others wait a second each, and not longer than five', async () => {
    const asked = run.now();
    const answers = await run.askAll(Array.from({ length: 15 }, () => ['GET', `${item}/offer`, {}] as const));
    expect(run.now() - asked).toBeLessThanOrEqual(5_000);
    const told = answers.filter(({ body }) => body.available !== null);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect([told.length, run.callsTo('wps', 'quote').length]).toEqual([9, 18]);
    const others = answers.filter(({ body }) => body.available === null);
    expect(others.every(({ body }) => /WPS is not asked before/.test(body.message))).toBe(true);
  });

  test('is not asked for while a rate limit or a stop keeps everybody away', async () => {
    run.fault('wps', 'quote', 'rate-limit');
    expect((await offer()).body.message).toContain('does not want to be asked so often');
    expect(Date.parse(run.account('wps').pausedUntil ?? '') - run.now()).toBe(60_000);
    const before = run.control('wps').calls().length;
    expect((await offer()).body.message).toContain('WPS is not asked before');
    expect(run.control('wps').calls()).toHaveLength(before);
  });

  test('tells the price where only the stock could not be had', async () => {
    run.control('wps').addFault({ call: 'quote', fault: 'garbage', times: 1 });
    const { body } = await offer();
    expect([body.available === null, body.cost === null]).toContain(false);
    expect(body.message).toMatch(/did not tell its (price|stock)/);
  });
});
