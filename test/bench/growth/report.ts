import type { Table } from '../../../shared/domain/ports/table.ts';
import { poll } from '../../../shared/ordering/poll.ts';
import { toldReads } from '../../cost/told-reads.ts';
import { bytesOf, readUnits } from '../../cost/units.ts';
import { dialogOf, inStore, putOrder } from '../../moto-hut.ts';
import { seenAs } from '../../rights.ts';
import type { Service } from '../../service.ts';
import { median } from '../median.ts';
import type { Ratio, Result, Say } from '../page.ts';
import { finishedOrder, serviceWithPast } from './past.ts';

/** How many finished orders are stored. */
const sizes = [1_000, 100_000, 1_000_000] as const;
const unhurried = { remainingMilliseconds: () => 50_000 };
/** Processor time may differ by so much before it counts as growth. */
const slower = 2;

/** What is measured, after the n-th order was put. */
const operations: readonly (readonly [name: string, run: (hut: Service, orderId: string) => Promise<unknown>])[] = [
  ['eligibility: the dialog', (hut, id) => hut.ask('GET', dialogOf(id))],
  ['submit until accepted', (hut, id) => hut.ask('POST', dialogOf(id), { body: { confirm: true }, wait: 20 })],
  ['an order of long ago', (hut) => hut.ask('GET', `${inStore}/orders/9000500`)],
  ['list of orders', (hut) => hut.ask('GET', `${inStore}/orders`)],
  ['list of shipped orders', (hut) => hut.ask('GET', `${inStore}/orders`, { query: { status: 'Shipped' } })],
  ['list of purchase orders', (hut) => hut.ask('GET', `${inStore}/purchase-orders`)],
  ['one by its number', (hut) => hut.ask('GET', `${inStore}/purchase-orders`, { query: { poNumber: '9000500-1' } })],
  [
    'those of a distributor (none)',
    (hut) => hut.ask('GET', `${inStore}/purchase-orders`, { query: { distributor: 'automatic' } }),
  ],
  ['one run of the poller', (hut) => hut.run(poll(seenAs('poll-due', hut.ports), new Map(), unhurried))],
  ['an hour with its sweep', (hut) => hut.pass(3600)],
];

type Asked = { requests: number; units: number };

/** Counts what the service reads from now on. */
const counted = (table: Table, hut: Service): Asked => {
  const asked = { requests: 0, units: 0 };
  const read = (rows: readonly unknown[]): void => {
    asked.requests += 1;
    asked.units += readUnits(rows.reduce<number>((sum, row) => sum + bytesOf(row), 0));
  };
  Object.assign(hut.ports.table, {
    get: toldReads(table.get, (units) => {
      asked.requests += 1;
      asked.units += units;
    }),
    query: async (query) => {
      const page = await table.query(query);
      read(page.rows);
      return page;
    },
    list: async (query) => {
      const page = await table.list(query);
      read(page.rows);
      return page;
    },
    due: async (query) => {
      const page = await table.due(query);
      read(page.rows);
      return page;
    },
  } satisfies Partial<Table>);
  return asked;
};

type Measured = { readonly requests: number; readonly units: number; readonly milliseconds: number };

const measure = async (hut: Service, asked: Asked, rounds: number): Promise<ReadonlyMap<string, Measured>> => {
  const all = new Map<string, Measured[]>();
  for (let round = 0; round < rounds; round += 1) {
    const orderId = `fresh-${round}`;
    await putOrder(hut, orderId);
    for (const [name, run] of operations) {
      const [requests, units, before] = [asked.requests, asked.units, process.cpuUsage()];
      await run(hut, orderId);
      const { user, system } = process.cpuUsage(before);
      const took = {
        requests: asked.requests - requests,
        units: asked.units - units,
        milliseconds: (user + system) / 1000,
      };
      all.get(name)?.push(took) ?? all.set(name, [took]);
    }
  }
  const middle = (measured: readonly Measured[], field: keyof Measured) => median(measured.map((each) => each[field]));
  return new Map(
    [...all].map(([name, each]) => [
      name,
      { requests: middle(each, 'requests'), units: middle(each, 'units'), milliseconds: middle(each, 'milliseconds') },
    ]),
  );
};

/**
 * `npm run bench -- growth`: what is read, and the processor time that it takes, for a store with a thousand, a hundred thousand and a
 * million finished orders. Nothing may grow with them.
 */
export const reportGrowth = async (rounds: number, say: Say): Promise<Result> => {
  const model = await finishedOrder();
  const found: ReadonlyMap<string, Measured>[] = [];
  for (const size of sizes) {
    const { hut, table } = await serviceWithPast(model, size);
    found.push(await measure(hut, counted(table, hut), rounds));
  }
  say(`${''.padEnd(32)}${sizes.map((size) => size.toLocaleString('en-US').padStart(30)).join('')}`);
  let held = true;
  const ratios: Ratio[] = [];
  for (const [name] of operations) {
    const each = found.flatMap((measured) => measured.get(name) ?? []);
    const [least, ...more] = each;
    if (least === undefined) continue;
    const slowest = Math.max(...more.map(({ milliseconds }) => milliseconds));
    ratios.push({ what: name, by: 'the same for a thousand orders', ratio: slowest / least.milliseconds, most: null });
    say(`${name.padEnd(32)}${each.map(told).join('')}`);
    held &&= each.every(
      ({ requests, units, milliseconds }) =>
        requests === least.requests &&
        units <= least.units * 1.1 + 1 &&
        milliseconds <= least.milliseconds * slower + 1,
    );
  }
  const figures = sizes.map((orders, n) => ({ orders, rounds, operations: Object.fromEntries(found[n] ?? []) }));
  return { held, ratios, figures };
};

const told = ({ requests, units, milliseconds }: Measured): string =>
  `${requests} requests ${units} units ${milliseconds.toFixed(1)} ms`.padStart(30);
