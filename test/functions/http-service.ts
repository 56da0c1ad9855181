import { createHash } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { authorizeRequest } from '../../functions/authorize-request.ts';
import { dropShipItems } from '../../functions/drop-ship-items.ts';
import { fetchOffer } from '../../functions/fetch-offer.ts';
import { manageOrders } from '../../functions/manage-orders.ts';
import { managePurchaseOrders } from '../../functions/manage-purchase-orders.ts';
import { manageSettings } from '../../functions/manage-settings.ts';
import { serveContract } from '../../functions/serve-contract.ts';
import { type HttpFunction, type RouteKey, routes, type Scope, scopes } from '../../shared/contract/routes.ts';
import { distributors } from '../../shared/distributors/all.ts';
import type { Distributor } from '../../shared/distributors/distributor.ts';
import { hostsWith } from '../../shared/distributors/hosts.ts';
import { setUpsWith } from '../../shared/distributors/set-ups.ts';
import type { Log, LogFields } from '../../shared/domain/ports/ports.ts';
import type { Vault } from '../../shared/domain/ports/vault.ts';
import type { VerifyVerdict } from '../../shared/domain/verdicts.ts';
import { type DistributorSlug, distributorSlugs } from '../../shared/domain/vocabulary.ts';
import { createKey } from '../../shared/http/api-key.ts';
import type { HttpHandler } from '../../shared/http/door.ts';
import type { Deliver } from '../../shared/notices/delivery.ts';
import { memoryTable } from '../memory-table.ts';

/** Monday, 23 November 2026, noon. */
export const noon = Date.parse('2026-11-23T12:00:00Z');

const context = { awsRequestId: 'request-1' } as Context;

/** A vault that binds a text to its context as KMS does: opened under another one it throws. */
const fakeVault = (): Vault => ({
  seal: async (text, sealedFor) => Buffer.from(JSON.stringify([text, sealedFor])).toString('base64'),
  open: async (sealed, sealedFor) => {
    const [text, wasFor] = JSON.parse(Buffer.from(sealed, 'base64').toString());
    if (JSON.stringify(wasFor) !== JSON.stringify(sealedFor)) throw new Error('Sealed for something else');
    return text;
  },
  fingerprint: async (text) => createHash('sha256').update(text).digest('hex'),
});

export type Asked = {
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly raw?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
};

/** Anything, for a test to look into. */
export type Loose = ReturnType<typeof JSON.parse>;
export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Loose;
};

/** The HTTP functions over an in-memory table, asked as API Gateway asks them: authorizer first where the route has a scope. */
export const httpService = () => {
  const table = memoryTable();
  const lines: { level: string; event: string; fields: LogFields | undefined }[] = [];
  const write = (level: string) => (event: string, fields?: LogFields) => void lines.push({ level, event, fields });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  let time = noon;
  let count = 0;
  let deliverTo: Deliver = async () => ({ outcome: 'delivered', status: 204 });
  let verdict: VerifyVerdict = { verdict: 'ok' };
  const asked: { slug: string; mode: string; credentials: unknown }[] = [];
  const answering = (real: Distributor): Distributor => ({
    ...real,
    verify: async ({ mode, credentials }) => {
      asked.push({ slug: real.profile.slug, mode, credentials });
      return verdict;
    },
  });
  const faked = Object.fromEntries(distributorSlugs.map((slug) => [slug, answering(distributors[slug])]));
  const ports = {
    table,
    log,
    vault: fakeVault(),
    clock: {
      now: () => time,
      // To wait costs nothing but time.
      sleep: async (milliseconds: number) => {
        time += milliseconds;
      },
    },
    newId: () => `id-${String(++count).padStart(20, '0')}`,
    randomBytes: (length: number) => new Uint8Array(length).map((_, index) => (++count * 31 + index * 7) % 256),
    distributors: faked as Record<DistributorSlug, Distributor>,
    hosts: hostsWith({ automatic: { live: 'https://automatic.example', test: 'https://test.automatic.example' } }),
    fetch: async () => {
      throw new Error('Nobody asked for the network');
    },
    random: () => 0.5,
    retentionDays: 90,
    meter: () => undefined,
    allowLocalWebhooks: false,
    dialogModule: async () => 'export {};',
  };
  const handlers: Record<HttpFunction, HttpHandler> = {
    'drop-ship-items': dropShipItems({ ...ports, queues: { send: async () => {} }, setUps: setUpsWith(ports.hosts) }),
    'fetch-offer': fetchOffer(ports),
    'manage-purchase-orders': managePurchaseOrders({ ...ports, queues: { send: async () => {} } }),
    'manage-settings': manageSettings({
      ...ports,
      queues: { send: async () => {} },
      deliver: (delivery) => deliverTo(delivery),
    }),
    'manage-orders': manageOrders({ ...ports, queues: { send: async () => {} } }),
    'serve-contract': serveContract(ports),
  };
  const authorize = authorizeRequest(ports);

  const ask = async (method: string, path: string, request: Asked = {}): Promise<Answered> => {
    const { key, pathParameters } = routeOf(method, path);
    const handler = handlers[routes[key].function];
    const event = eventOf(method, path, request, key, pathParameters);
    const authorizer = routes[key].scope === null ? {} : { authorizer: { lambda: (await authorize(event)).context } };
    const result = await handler({ ...event, requestContext: { ...event.requestContext, ...authorizer } }, context);
    return {
      status: result.statusCode,
      headers: result.headers,
      body: result.body === '' ? undefined : JSON.parse(result.body),
    };
  };

  return {
    ports,
    table,
    lines,
    asked,
    ask,
    keyTo: async (storeId: string | null, granted: readonly Scope[] = scopes) =>
      (await createKey(ports, { storeId, scopes: granted })).token,
    advance: (seconds: number) => {
      time += seconds * 1000;
    },
    answerWebhook: (next: Deliver) => {
      deliverTo = next;
    },
    answerVerify: (next: VerifyVerdict) => {
      verdict = next;
    },
  };
};
export type HttpService = ReturnType<typeof httpService>;

/** The route that API Gateway would choose: the one with the fewest braces. */
export const routeOf = (method: string, path: string): { key: RouteKey; pathParameters: Record<string, string> } => {
  for (const key of Object.keys(routes) as RouteKey[]) {
    const [routeMethod, pattern = ''] = key.split(' ');
    const found = new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
    if (routeMethod === method && found) return { key, pathParameters: { ...found.groups } };
  }
  return { key: '$default', pathParameters: {} };
};

const eventOf = (method: string, path: string, asked: Asked, routeKey: string, pathParameters: object) => {
  const bytes = asked.raw ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    headers: {
      ...(bytes === undefined ? {} : { 'content-type': 'application/json' }),
      ...(asked.token === undefined ? {} : { authorization: `Bearer ${asked.token}` }),
      ...asked.headers,
    },
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    ...(asked.query === undefined ? {} : { queryStringParameters: asked.query }),
    ...(bytes === undefined ? {} : { body: typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('base64') }),
    isBase64Encoded: bytes !== undefined && typeof bytes !== 'string',
    requestContext: { requestId: 'JKJaXmPLvHcESHA=', http: { method, path } },
  };
};

export const store = { name: 'Moto Hut', serviceEmail: 'service@motohut.example' };

export { anOrder as order } from '../../shared/contract/examples.ts';
