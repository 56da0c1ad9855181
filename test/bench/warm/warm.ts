import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as v from 'valibot';
import { createKey } from '../../../shared/http/api-key.ts';
import { inStore, motoHut, placed, putOrder } from '../../moto-hut.ts';
import { service } from '../../service.ts';
import { median } from '../median.ts';
import { isWithin, type Ratio, type Result, type Say } from '../page.ts';
import { commonEnvironment, environments, request } from '../start-up/functions.ts';
import { bundled } from './bundle.ts';

/** What a request may take of the common function's. */
const mostOfCommon = 0.5;

/** `reads` = how many rows it reads at once, which is said to the common one. */
type Measured = {
  readonly name: string;
  readonly what: string;
  readonly file: string;
  readonly event: unknown;
  readonly reads?: number;
};

/** An order that is drop-shipped: what is asked of it, and the rows that are found. */
const scene = async () => {
  const hut = await motoHut(service());
  const poNumber = await placed(hut, '1001');
  await putOrder(hut, '2001');
  const { token } = await createKey(hut.ports, { storeId: 'moto-hut', scopes: ['orders:read'] });
  const rows = hut.memory.rows().map((row) => ({ pk: row.pk, sk: row.sk, row }));
  const storeId = 'moto-hut';
  const store = inStore.replace(storeId, '{storeId}');
  const order = request(`GET ${store}/orders/{orderId}`, { storeId, orderId: '1001' });
  const common = (reads: number): Measured => ({
    name: 'common http',
    what: reads === 1 ? 'one read' : `${reads} reads`,
    file: 'test/bench/start-up/common/http.ts',
    event: order,
    reads,
  });
  const ofOurs = (name: string, what: string, event: unknown): Measured => ({
    name,
    what,
    file: `functions/${name}.ts`,
    event,
  });
  const asked: readonly Measured[] = [
    // The first is what ours are held to; the others tell what as many reads cost there.
    ...[1, 2, 7].map(common),
    ofOurs('authorize-request', '', { ...order, headers: { authorization: `Bearer ${token}` } }),
    ofOurs('serve-contract', 'GET /v1/health', request('GET /v1/health', {})),
    ofOurs('manage-orders', 'GET an order', order),
    ofOurs(
      'drop-ship-items',
      'GET the dialog',
      request(`GET ${store}/orders/{orderId}/items/{itemId}/drop-ship`, { storeId, orderId: '2001', itemId: '1' }),
    ),
    ofOurs(
      'manage-purchase-orders',
      'GET one',
      request(`GET ${store}/purchase-orders/{poNumber}`, { storeId, poNumber }),
    ),
    ofOurs('manage-settings', 'GET a store', request(`GET ${store}`, { storeId })),
  ];
  // The row that the common one looks for.
  return {
    rows: [
      ...rows,
      { pk: storeId, sk: '1001', row: await hut.memory.get({ pk: `ORDER#${storeId}#1001`, sk: 'ORDER' }) },
    ],
    asked,
  };
};

const Said = v.object({ milliseconds: v.number(), calls: v.number(), status: v.number() });

const timed = async (
  program: string,
  event: unknown,
  environment: Readonly<Record<string, string>>,
  rows: readonly unknown[],
): Promise<v.InferOutput<typeof Said>> => {
  const child = fork(program, {
    env: { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench', ...environment },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.send({ event, rows, warmUp: 1000, requests: 2000 });
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  return v.parse(Said, said);
};

/** Processor time of a warm request of each HTTP function without the calls of AWS that it makes, beside one as commonly written. */
export async function warm(rounds: number, say: Say): Promise<Result> {
  const lines = await measuredIn(rounds);
  for (const line of table(rounds, lines)) say(line);
  const ratios = lines.filter(({ name }) => !isCommon(name)).map(ratioOf);
  return { held: ratios.every(isWithin), ratios, figures: { rounds, requests: lines } };
}

async function measuredIn(rounds: number) {
  const { rows, asked } = await scene();
  const deployed = await environments('http://127.0.0.1:1');
  const programs = bundled(asked.map(({ file }) => file));
  const all = asked.map((each) => ({
    ...each,
    program: programs.get(each.file) ?? '',
    times: [] as number[],
    calls: 0,
  }));
  for (let round = 0; round < rounds; round++) {
    for (const each of all) {
      const usual = { ...commonEnvironment, READS: String(each.reads ?? 1) };
      const { milliseconds, calls, status } = await timed(
        each.program,
        each.event,
        deployed.get(each.name) ?? usual,
        rows,
      );
      if (status !== 200) throw new Error(`${each.name} answered ${status}.`);
      each.times.push(milliseconds);
      each.calls = calls;
    }
  }
  const usual = median(all[0]?.times ?? []);
  /** The common one with as many reads, or with the next fewer. */
  const withReads = (count: number): number =>
    median(all.findLast(({ reads = 0 }) => reads > 0 && reads <= Math.max(1, count))?.times ?? []);
  return all.map(({ name, what, times, calls, reads }) => ({
    name,
    what,
    calls,
    milliseconds: median(times),
    share: median(times) / usual,
    shareOfSameReads: median(times) / withReads(reads ?? calls),
  }));
}

type Line = Awaited<ReturnType<typeof measuredIn>>[number];

const isCommon = (name: string): boolean => name.startsWith('common');

const ratioOf = ({ name, what, share }: Line): Ratio => ({
  what: `${name} ${what}`.trim(),
  by: 'the common function with one read',
  ratio: share,
  most: mostOfCommon,
});

const table = (rounds: number, lines: readonly Line[]): readonly string[] => [
  `Processor time of a warm request without its calls of AWS, medians of ${rounds} processes of 2,000 requests; shares of the`,
  'common function with one read, and of one with as many reads (and two calls for idempotency)',
  ...lines.map((line) => {
    const { name, what, calls, milliseconds, share, shareOfSameReads } = line;
    const shares = [share, shareOfSameReads].map((part) => `${Math.round(part * 100)} %`.padStart(8)).join('');
    const figures = `${`${milliseconds.toFixed(3)} ms`.padStart(10)}${shares}`;
    return `${`${name} ${what}`.padEnd(36)}${figures}${`${calls} calls`.padStart(10)}${isCommon(name) || isWithin(ratioOf(line)) ? '' : '  more'}`;
  }),
];
