import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import * as v from 'valibot';
import { dropShipItems } from '../functions/drop-ship-items.ts';
import { fetchOffer } from '../functions/fetch-offer.ts';
import { manageOrders } from '../functions/manage-orders.ts';
import { managePurchaseOrders } from '../functions/manage-purchase-orders.ts';
import { manageSettings } from '../functions/manage-settings.ts';
import { pollDue } from '../functions/poll-due.ts';
import { serveContract } from '../functions/serve-contract.ts';
import { submitOrder } from '../functions/submit-order.ts';
import { sweepTracking } from '../functions/sweep-tracking.ts';
import type { Fault } from '../infra/simulators/faults.ts';
import { network } from '../infra/simulators/network.ts';
import { simulate } from '../infra/simulators/simulate.ts';
import { type HttpFunction, type RouteKey, routes, scopes } from '../shared/contract/routes.ts';
import { distributors as real } from '../shared/distributors/all.ts';
import { loadHttp } from '../shared/distributors/client.ts';
import { hostsWith } from '../shared/distributors/hosts.ts';
import { setUpsWith } from '../shared/distributors/set-ups.ts';
import { AccountRow, WatchRow } from '../shared/domain/account/account.ts';
import type { MetricName } from '../shared/domain/ports/metrics.ts';
import type { LogFields, RandomBytes } from '../shared/domain/ports/ports.ts';
import type { Nudge, QueueName } from '../shared/domain/ports/queues.ts';
import type { Change, Row, Table } from '../shared/domain/ports/table.ts';
import { errorOfNever, type Vault } from '../shared/domain/ports/vault.ts';
import { PurchaseOrderRow } from '../shared/domain/purchase-order/purchase-order.ts';
import { keys } from '../shared/domain/rows/keys.ts';
import { seconds } from '../shared/domain/time-limits.ts';
import type { DistributorSlug, Mode } from '../shared/domain/vocabulary.ts';
import type { HttpHandler } from '../shared/http/door.ts';
import type { Deliver } from '../shared/notices/delivery.ts';
import { NoticeRow } from '../shared/notices/notice.ts';
import { assertingTable } from '../shared/ordering/asserting-table.ts';
import { byHand } from '../shared/ordering/by-hand.ts';
import type { Nudged } from '../shared/ordering/poll.ts';
import type { AskingPorts } from '../shared/ordering/ports.ts';
import { eraseDue } from '../shared/orders/erase-due.ts';
import { looksUpByResend, throwing } from './assertions.ts';
import { memoryTable } from './memory-table.ts';
import { seenAs } from './rights.ts';
import { noon } from './rows.ts';
import { dueOf, nextNudge } from './simulation/world/next-nudge.ts';

/** A request to the API, as a store's key (any store's unless `keyOf` names one). */
export type Asked = {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly wait?: number;
  /** How many seconds the function still has; without it nobody counts. */
  readonly seconds?: number;
  readonly keyOf?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The body is `any` on purpose: a test looks into it. */
export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into it
  readonly body: any;
};

type Message = {
  readonly queue: QueueName;
  readonly nudges: readonly Nudge[];
  readonly visibleAt: number;
  readonly received: number;
};
type Sleeper = { readonly at: number; readonly wake: () => void };

/** The first request would wait for the HTTP client, and the clock here goes on meanwhile. */
await loadHttp();

const minute = 60_000;
/** So often everything in memory has its turn before the clock may move. */
const turns = 6;
const tries = 5;

/** Binds a text to its context as KMS does: opened under another one it throws. */
const vault: Vault = {
  seal: async (text, sealedFor) => Buffer.from(JSON.stringify([text, sealedFor])).toString('base64'),
  open: async (sealed, sealedFor) => {
    // The stored rows of test/stored-rows are sealed as JSON.
    const [text, wasFor] = JSON.parse(sealed.startsWith('[') ? sealed : Buffer.from(sealed, 'base64').toString());
    if (JSON.stringify(wasFor) !== JSON.stringify(sealedFor)) throw errorOfNever('Sealed for something else');
    return text;
  },
  fingerprint: async (text) => createHash('sha256').update(text).digest('hex'),
};

const sameBytes: RandomBytes = (count) => new Uint8Array(count).fill(7);
const taken: Deliver = async () => ({ outcome: 'delivered', status: 204 });

/** The route that API Gateway would choose: the one with the fewest braces. */
export const routeOf = (method: string, path: string): { key: RouteKey; pathParameters: Record<string, string> } => {
  for (const key of Object.keys(routes) as RouteKey[]) {
    const [routeMethod, pattern = ''] = key.split(' ');
    const found = new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
    if (routeMethod === method && found) return { key, pathParameters: { ...found.groups } };
  }
  return { key: '$default', pathParameters: {} };
};

/** What a test may have otherwise: chance that is not always the same, a webhook that does not take everything, distributors that are told what to answer. */
type ServiceOptions = {
  readonly randomBytes?: RandomBytes;
  readonly deliver?: Deliver;
  readonly distributors?: AskingPorts['distributors'];
};

/**
 * The service in memory, notices apart: its deployed handlers on one table, queues and a clock that only moves when everybody
 * sleeps, and the four simulated distributors. Messages and the poller have their turn while time passes or a caller waits.
 */
export const service = ({ randomBytes = sameBytes, deliver = taken, distributors = real }: ServiceOptions = {}) => {
  let now = noon;
  let ids = 0;
  let sleepers: readonly Sleeper[] = [];
  let messages: readonly Message[] = [];
  let running = 0;
  let sent = 0;
  let seed = 1;
  let lastPoll = noon - minute;
  const counted: { readonly metric: MetricName; readonly value: number; readonly by: unknown }[] = [];
  const lines: { readonly level: string; readonly event: string; readonly fields: LogFields | undefined }[] = [];
  const written: Change[] = [];
  const failures: unknown[] = [];
  const pollFailures: unknown[] = [];
  const memory = memoryTable();
  /** Answers a moment later, so that whatever else is under way has its turn in between. */
  const later = async <T>(answer: () => Promise<T>): Promise<T> => {
    await null;
    return answer();
  };
  const unasserted: Table = {
    get: (key) => later(() => memory.get(key)),
    query: (query) => later(() => memory.query(query)),
    list: (query) => later(() => memory.list(query)),
    due: (query) => later(() => memory.due(query)),
    write: (changes) =>
      later(() => {
        written.push(...changes);
        return memory.write(changes);
      }),
  };
  /** Where a row is written as none should be, that call fails, and with it the test. */
  const table = assertingTable(unasserted, looksUpByResend, throwing);
  const clock = {
    now: () => now,
    sleep: (milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const sleeper = { at: now + milliseconds, wake: resolve };
        sleepers = [...sleepers, sleeper];
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((each) => each !== sleeper);
          reject(signal.reason);
        });
      }),
  };
  const simulated = {
    'parts-unlimited': simulate('parts-unlimited', { clock }),
    wps: simulate('wps', { clock }),
    'tucker-rocky': simulate('tucker-rocky', { clock }),
    automatic: simulate('automatic', { clock }),
  };
  const hosts = hostsWith({ automatic: { live: 'https://live.automatic.example', test: 'https://automatic.example' } });
  const origin = (slug: DistributorSlug, mode: Mode): string => new URL(hosts[slug][mode] ?? '').origin;
  const fetch = network(
    new Map([
      [origin('parts-unlimited', 'live'), simulated['parts-unlimited'].app('live')],
      [origin('parts-unlimited', 'test'), simulated['parts-unlimited'].app('test')],
      [origin('wps', 'live'), simulated.wps.app('live')],
      [origin('tucker-rocky', 'live'), simulated['tucker-rocky'].app('live')],
      [origin('tucker-rocky', 'test'), simulated['tucker-rocky'].app('test')],
      [origin('automatic', 'live'), simulated.automatic.app('live')],
      [origin('automatic', 'test'), simulated.automatic.app('test')],
    ]),
  );
  /** Chance, the same in every run. */
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const write = (level: string) => (event: string, fields?: LogFields) => void lines.push({ level, event, fields });
  const ports = {
    table,
    vault,
    clock,
    queues: {
      send: async (queue: QueueName, nudges: readonly Nudge[], delaySeconds = 0) => {
        sent += 1;
        messages = [...messages, { queue, nudges, visibleAt: now + delaySeconds * 1000, received: 0 }];
      },
    },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    newId: () => `id-${String(++ids).padStart(20, '0')}`,
    randomBytes,
    random,
    meter: (metric: MetricName, value: number, by?: unknown) => void counted.push({ metric, value, by }),
    distributors,
    setUps: setUpsWith(hosts),
    hosts,
    fetch,
    allowLocalWebhooks: false,
    retentionDays: 90,
    byHand,
    deliver,
    dialogModule: async () => 'export {};',
  };
  const handlers: Record<HttpFunction, HttpHandler> = {
    'manage-settings': manageSettings(seenAs('manage-settings', ports)),
    'manage-orders': manageOrders(seenAs('manage-orders', ports)),
    'drop-ship-items': dropShipItems(seenAs('drop-ship-items', ports)),
    'fetch-offer': fetchOffer(seenAs('fetch-offer', ports)),
    'manage-purchase-orders': managePurchaseOrders(seenAs('manage-purchase-orders', ports)),
    'serve-contract': serveContract(seenAs('serve-contract', ports)),
  };

  const nudged: Nudged = new Map();
  const poller = pollDue(seenAs('poll-due', ports), nudged);

  const pollFailed = (error: unknown): void => {
    failures.push(error);
    pollFailures.push(error);
  };

  /** Runs a function in the background. */
  const start = async (run: () => Promise<void>): Promise<void> => {
    running += 1;
    await run().finally(() => {
      running -= 1;
    });
  };

  const deliverMessage = async (message: Message): Promise<void> => {
    const { queue, nudges } = message;
    const begunAt = now;
    const limit = (queue === 'sweep' ? seconds.sweepLimit : seconds.submitLimit) * 1000;
    const time = { remainingMilliseconds: () => begunAt + limit - now };
    const orders = nudges.filter(({ sk }) => sk === 'ORDER');
    if (queue === 'webhook') await Promise.all(orders.map((order) => eraseDue(seenAs('send-notice', ports), order)));
    if (queue === 'mail' || queue === 'webhook') return;
    const handle =
      queue === 'sweep' ? sweepTracking(seenAs('sweep-tracking', ports)) : submitOrder(seenAs('submit-order', ports));
    const looked = await Promise.allSettled(nudges.map((nudge) => handle(nudge, time)));
    const troubles = looked.filter((each) => each.status === 'rejected');
    failures.push(...troubles.map(({ reason }) => reason));
    if (troubles.length === 0 || message.received + 1 >= tries) return;
    messages = [
      ...messages,
      { ...message, received: message.received + 1, visibleAt: begunAt + limit + seconds.grace * 1000 },
    ];
  };

  /** When the poller would find something: it runs every minute, and the idle ones are passed over. */
  const nextPoll = (): number => {
    const worked = memory.rows().filter(({ due }) => due !== 'mail' && due !== 'webhook');
    return Math.max(Math.ceil(nextNudge(worked.flatMap(dueOf), nudged) / minute) * minute, lastPoll + minute);
  };

  /** Lets the next thing happen that is due by `until`; false when there is none. */
  const happen = async (until: number, isOver = () => false): Promise<boolean> => {
    for (let count = 0; count < turns; count++) await turn();
    if (isOver()) return true;
    const message = messages.find(({ visibleAt }) => visibleAt <= now);
    if (message !== undefined) {
      messages = messages.filter((each) => each !== message);
      void start(() => deliverMessage(message));
      return true;
    }
    const poll = nextPoll();
    const at = Math.min(...sleepers.map((sleeper) => sleeper.at), ...messages.map(({ visibleAt }) => visibleAt), poll);
    if (at > until || at === Number.POSITIVE_INFINITY) return false;
    now = Math.max(now, at);
    const woken = sleepers.filter((sleeper) => sleeper.at <= now);
    sleepers = sleepers.filter((sleeper) => sleeper.at > now);
    for (const sleeper of woken) sleeper.wake();
    if (poll <= now) {
      lastPoll = now;
      const startedAt = now;
      const context = { getRemainingTimeInMillis: () => startedAt + 50_000 - now } as Context;
      void start(() => poller({}, context).catch((error) => pollFailed(error)));
    }
    return true;
  };

  /** Lets things happen until this is done. */
  const done = async <T>(work: Promise<T>): Promise<T> => {
    let isOver = false;
    const over = work.finally(() => {
      isOver = true;
    });
    over.catch(() => {});
    while (!isOver) {
      if (!(await happen(Number.POSITIVE_INFINITY, () => isOver))) throw new Error('Somebody waits for nothing.');
    }
    return over;
  };

  const call = async (
    method: string,
    path: string,
    { body, query, wait, keyOf, seconds, headers }: Asked = {},
  ): Promise<Answered> => {
    const { key, pathParameters } = routeOf(method, path);
    const handler = handlers[routes[key].function];
    const begun = now;
    const left = seconds === undefined ? {} : { getRemainingTimeInMillis: () => begun + seconds * 1000 - now };
    const result = await handler(
      {
        version: '2.0',
        routeKey: key,
        rawPath: path,
        headers: {
          'content-type': 'application/json',
          ...(wait === undefined ? {} : { prefer: `wait=${wait}` }),
          ...headers,
        },
        pathParameters,
        ...(query === undefined ? {} : { queryStringParameters: query }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        isBase64Encoded: false,
        requestContext: {
          requestId: 'request-1',
          http: { method, path },
          authorizer: {
            lambda: { verdict: 'ok', keyId: 'key', storeId: keyOf ?? '*', scopes: scopes.join(' ') },
          },
        },
      },
      { awsRequestId: 'request-1', ...left } as Context,
    );
    return {
      status: result.statusCode,
      headers: result.headers,
      body: result.body === '' ? undefined : JSON.parse(result.body),
    };
  };

  const rowsOf = <T>(prefix: string, schema: v.GenericSchema<unknown, T>): readonly T[] =>
    memory
      .rows()
      .filter(({ sk }) => sk.startsWith(prefix))
      .map((row) => v.parse(schema, row));

  return {
    ports,
    handlers,
    memory,
    counted,
    lines,
    written,
    failures,
    /** Those of them that were the poller's. */
    pollFailures,
    now: () => now,
    /** Asks the API; the rest of the service goes on meanwhile. */
    ask: (method: string, path: string, asked?: Asked) => done(call(method, path, asked)),
    /** The same for many at once. */
    askAll: (requests: readonly (readonly [method: string, path: string, asked?: Asked])[]) =>
      done(Promise.all(requests.map((request) => call(...request)))),
    /** Lets everything happen within this many seconds. */
    pass: async (seconds: number): Promise<void> => {
      const until = now + seconds * 1000;
      while ((await happen(until)) || (running > 0 && sleepers.length > 0 && (await happen(until))));
      now = Math.max(now, until);
    },
    /** Moves the clock; nothing happens meanwhile. */
    skip: (seconds: number) => {
      now += seconds * 1000;
    },
    /** Forgets every message that is under way. */
    loseMessages: () => {
      messages = [];
    },
    messages: () => messages,
    /** How many were ever sent. */
    sent: () => sent,
    /** Runs a function's work beside everything else. */
    run: done,
    fault: (slug: DistributorSlug, call: Fault['call'], fault: Fault['fault'], times = 1) =>
      simulated[slug].control.addFault({ call, fault, times }),
    clearFaults: (slug: DistributorSlug) => simulated[slug].control.clearFaults(),
    control: (slug: DistributorSlug) => simulated[slug].control,
    callsTo: (slug: DistributorSlug, call: string) =>
      simulated[slug].control.calls().filter((each) => each.call === call),
    ordersAt: (slug: DistributorSlug) => simulated[slug].control.orders(),
    purchaseOrders: () => rowsOf('PO', PurchaseOrderRow),
    purchaseOrder: (poNumber: string, storeId = 'moto-hut'): PurchaseOrderRow => {
      const row = memory.rows().find(({ pk }) => pk === keys.purchaseOrder(storeId, poNumber).pk);
      return v.parse(PurchaseOrderRow, row);
    },
    watches: () => rowsOf('WATCH#', WatchRow),
    account: (distributor: DistributorSlug, mode: Mode = 'live', storeId = 'moto-hut'): AccountRow => {
      const { pk, sk } = keys.account(storeId, distributor, mode);
      return v.parse(
        AccountRow,
        memory.rows().find((row) => row.pk === pk && row.sk === sk),
      );
    },
    notices: () => rowsOf('NOTICE#', NoticeRow).map(({ type, poNumber, reason }) => ({ type, poNumber, reason })),
    put: async <R extends Row>(row: R) =>
      memory.write([{ put: row, was: ((await memory.get(row)) as Row | undefined)?.rev ?? null }]),
  };
};
export type Service = ReturnType<typeof service>;
