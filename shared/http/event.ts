import * as v from 'valibot';
import { type RouteKey, routes, scopes } from '../contract/routes.ts';
import { openObject } from '../domain/open-object.ts';

const RouteKeys = v.custom<RouteKey>((input) => typeof input === 'string' && Object.hasOwn(routes, input));

/** What the door reads of a request as API Gateway hands it over (HTTP API, payload 2.0). Header names are in lower case. */
export const HttpEvent = openObject({
  routeKey: RouteKeys,
  rawPath: v.string(),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  pathParameters: v.optional(v.record(v.string(), v.string()), {}),
  /** Names are the caller's: kept as they came, for the operation's own schema to judge (a record would drop some in silence). */
  queryStringParameters: v.optional(v.custom<object>((input) => typeof input === 'object' && input !== null)),
  body: v.optional(v.string()),
  isBase64Encoded: v.optional(v.boolean(), false),
  requestContext: openObject({
    requestId: v.string(),
    http: openObject({ method: v.string() }),
    authorizer: v.optional(v.unknown()),
  }),
});
export type HttpEvent = v.InferOutput<typeof HttpEvent>;

/** What the authorizer found out. `storeId` is `*` for a key to all stores; `scopes` are parted by blanks. */
export const Verdict = v.variant('verdict', [
  v.object({ verdict: v.literal('ok'), keyId: v.string(), storeId: v.string(), scopes: v.string() }),
  v.object({ verdict: v.literal('unauthorized') }),
]);
export type Verdict = v.InferOutput<typeof Verdict>;

/** Who calls: a key of one store, or of all of them (`storeId` null). */
export const Caller = v.object({
  keyId: v.string(),
  storeId: v.nullable(v.string()),
  scopes: v.array(v.picklist(scopes)),
});
export type Caller = v.InferOutput<typeof Caller>;

/** An answer as API Gateway takes it (payload 2.0). */
export type HttpResult = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
};
