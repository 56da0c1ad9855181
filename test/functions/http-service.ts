import type { Context } from 'aws-lambda';
import { authorizeRequest } from '../../functions/authorize-request.ts';
import { routes, type Scope, scopes } from '../../shared/contract/routes.ts';
import { distributors } from '../../shared/distributors/all.ts';
import type { Distributor } from '../../shared/distributors/distributor.ts';
import type { RandomBytes } from '../../shared/domain/ports/ports.ts';
import type { VerifyVerdict } from '../../shared/domain/verdicts.ts';
import { forEachDistributor } from '../../shared/domain/vocabulary.ts';
import { createKey } from '../../shared/http/api-key.ts';
import type { Deliver } from '../../shared/notices/delivery.ts';
import { seenAs } from '../rights.ts';
import { routeOf, service } from '../service.ts';

/** Monday, 23 November 2026, noon. */
export const noon = Date.parse('2026-11-23T12:00:00Z');

const context = { awsRequestId: 'request-1' } as Context;

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

/** Bytes that are never the same twice, and the same in every run. */
const counting = (): RandomBytes => {
  let count = 0;
  return (length) => new Uint8Array(length).map((_, index) => (++count * 31 + index * 7) % 256);
};

/** The service in memory, asked as API Gateway asks it: the authorizer first where the route has a scope. Verifying answers as it is told to. */
export const httpService = () => {
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
  const inMemory = service({
    randomBytes: counting(),
    deliver: (delivery) => deliverTo(delivery),
    distributors: forEachDistributor((slug) => answering(distributors[slug])),
  });
  const { ports, memory: table, lines, handlers, skip } = inMemory;
  const authorize = authorizeRequest(seenAs('authorize-request', ports));

  const ask = async (method: string, path: string, request: Asked = {}): Promise<Answered> => {
    const { key, pathParameters } = routeOf(method, path);
    const event = eventOf(method, path, request, key, pathParameters);
    const authorizer = routes[key].scope === null ? {} : { authorizer: { lambda: (await authorize(event)).context } };
    const given = { ...event, requestContext: { ...event.requestContext, ...authorizer } };
    const result = await inMemory.run(handlers[routes[key].function](given, context));
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
    advance: skip,
    answerWebhook: (next: Deliver) => {
      deliverTo = next;
    },
    answerVerify: (next: VerifyVerdict) => {
      verdict = next;
    },
  };
};
export type HttpService = ReturnType<typeof httpService>;

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
