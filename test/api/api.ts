import { gunzipSync } from 'node:zlib';
import type { Context } from 'aws-lambda';
import { authorizeRequest } from '../../functions/authorize-request.ts';
import { authorizerEvent, httpAnswer, httpEvent } from '../../infra/local/gateway/http-event.ts';
import { router } from '../../infra/local/gateway/routing.ts';
import { type RouteKey, routes, scopes } from '../../shared/contract/routes.ts';
import type { Clock } from '../../shared/domain/ports/ports.ts';
import { createKey } from '../../shared/http/api-key.ts';
import type { Delivery } from '../../shared/notices/delivery.ts';
import type { MailOutcome } from '../../shared/notices/mailer.ts';
import { send } from '../../shared/notices/send.ts';
import { service } from '../service.ts';

/** What is sent: `body` as JSON, `raw` as it is. */
export type Sent = {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What came back, and of which route. The body is `any` on purpose: a test looks into it. */
export type Came = {
  readonly key: RouteKey;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into it
  readonly body: any;
};

const isRoute = (key: string): key is RouteKey => Object.hasOwn(routes, key);

/** Random bytes that are never the same twice, and the same in every run. */
const countedBytes = () => {
  let count = 0;
  return (length: number) => new Uint8Array(length).map((_, index) => (++count * 31 + index * 7) % 256);
};

/**
 * The whole API over the service in memory, asked as API Gateway asks it: the event that the local gateway makes of a request,
 * the authorizer first, and with notices sent to wherever `deliver` and `sendMail` take them.
 */
export const api = () => {
  const delivered: Delivery[] = [];
  let mailed: MailOutcome = { outcome: 'sent' };
  const world = service({
    randomBytes: countedBytes(),
    deliver: async (delivery) => {
      delivered.push(delivery);
      return { outcome: 'delivered', status: 204 };
    },
  });
  const authorize = authorizeRequest(world.ports);
  const find = router(Object.keys(routes).map((routeKey) => ({ routeKey, target: routeKey })));

  const answer = async (method: string, path: string, { token, body, raw, headers }: Sent): Promise<Came> => {
    const url = new URL(path, 'http://api.example');
    const found = find(method, url.pathname);
    if (found === undefined || !isRoute(found.routeKey)) throw new Error('$default answers whatever else there is.');
    const bytes = Buffer.from(raw ?? (body === undefined ? '' : JSON.stringify(body)));
    const arrived = {
      method,
      url,
      headers: new Headers({
        ...(bytes.length === 0 ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      }),
      body: bytes,
      routeKey: found.routeKey,
      pathParameters: found.pathParameters,
      now: world.now(),
      requestId: 'request',
    };
    const rule = routes[found.routeKey];
    const verdict = rule.scope === null ? undefined : (await authorize(authorizerEvent(arrived, []))).context;
    const handler = world.handlers[rule.function];
    if (handler === undefined) throw new Error(`${rule.function} is not in the service in memory.`);
    const response = httpAnswer(await handler(httpEvent(arrived, verdict), { awsRequestId: 'request' } as Context));
    const zipped = response.headers.get('content-encoding') === 'gzip';
    const text = zipped ? gunzipSync(await response.bytes()).toString() : await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      key: found.routeKey,
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  };

  return {
    world,
    delivered,
    ask: (method: string, path: string, sent: Sent = {}) => world.run(answer(method, path, sent)),
    /** A key that the service itself makes; `storeId` null = to all stores. */
    keyTo: async (storeId: string | null, granted = scopes.filter(() => true)) =>
      (await createKey(world.ports, { storeId, scopes: granted })).token,
    answerMails: (next: MailOutcome) => {
      mailed = next;
    },
    /** Sends every notice and mail that is due, until none is. */
    sendNotices: async () => {
      const ports = { ...world.ports, sendMail: async () => mailed, mailFrom: 'drop-ship@example.com' };
      for (let round = 0; round < 10; round += 1) {
        const due = world.memory.rows().filter((row) => isDueNotice(row, world.ports.clock));
        if (due.length === 0) return;
        for (const { pk, sk } of due) await world.run(send(ports, { pk, sk }));
      }
    },
  };
};

type Noticed = { readonly due?: unknown; readonly dueAt?: unknown; readonly sendingUntil?: unknown };

/** Its message has just been sent, or its time has come. */
const isDueNotice = ({ due, dueAt, sendingUntil }: Noticed, clock: Pick<Clock, 'now'>): boolean =>
  (due === 'mail' || due === 'webhook') &&
  (sendingUntil === null || (typeof dueAt === 'string' && Date.parse(dueAt) <= clock.now()));
