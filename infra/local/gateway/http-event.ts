import { isUtf8 } from 'node:buffer';
import * as v from 'valibot';
import { account } from '../template/intrinsics.ts';

/** A request, as far as API Gateway looks at it. */
export type Arrived = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly now: number;
  /** API Gateway's own name of it. */
  readonly requestId: string;
};

/** Everything else reaches the function in base64. */
const plainText = /^(text\/|application\/(json|xml|javascript)\b|application\/[\w.-]+\+json\b)/i;

/** The event of payload format 2.0. `verdict` = the context that the authorizer gave. */
export function httpEvent(request: Arrived, verdict?: unknown) {
  const { body } = request;
  // Bytes that are not UTF-8 cannot stand in an event as they came; to put others in their place would be a lie.
  const isText = plainText.test(request.headers.get('content-type') ?? '') && isUtf8(body);
  const query = queryOf(request.url);
  const encoded = isText ? body.toString('utf8') : body.toString('base64');
  return {
    ...common(request),
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      ...requestContext(request),
      ...(verdict === undefined ? {} : { authorizer: { lambda: verdict } }),
    },
    ...(body.length === 0 ? {} : { body: encoded }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** The event that a REQUEST authorizer of payload format 2.0 is asked with. */
export function authorizerEvent(request: Arrived, identitySource: readonly string[]) {
  const query = queryOf(request.url);
  return {
    ...common(request),
    type: 'REQUEST',
    routeArn: `arn:aws:execute-api:us-east-1:${account}:local/$default/${request.method}${request.url.pathname}`,
    identitySource,
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: requestContext(request),
  };
}

function common(request: Arrived) {
  const headers = Object.fromEntries(request.headers.entries());
  const { cookie, ...others } = headers;
  const hasParameters = Object.keys(request.pathParameters).length > 0;
  return {
    version: '2.0',
    routeKey: request.routeKey,
    rawPath: decodeURIComponent(request.url.pathname),
    rawQueryString: request.url.search.slice(1),
    headers: others,
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    ...(hasParameters ? { pathParameters: request.pathParameters } : {}),
  };
}

function requestContext(request: Arrived) {
  const at = new Date(request.now);
  return {
    accountId: account,
    apiId: 'local',
    domainName: request.url.hostname,
    domainPrefix: 'local',
    http: {
      method: request.method,
      path: decodeURIComponent(request.url.pathname),
      protocol: 'HTTP/1.1',
      sourceIp: '127.0.0.1',
      userAgent: request.headers.get('user-agent') ?? '',
    },
    requestId: request.requestId,
    routeKey: request.routeKey,
    stage: '$default',
    time: at.toUTCString(),
    timeEpoch: request.now,
  };
}

function queryOf(url: URL): Record<string, string> | undefined {
  const names = [...new Set(url.searchParams.keys())];
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name).join(',')]));
}

const Answer = v.object({
  statusCode: v.pipe(v.number(), v.integer()),
  headers: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
  cookies: v.optional(v.array(v.string()), []),
  body: v.optional(v.string(), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
});

/** A function's answer as HTTP; without a `statusCode` API Gateway takes the whole of it for the body. */
export function httpAnswer(result: unknown): Response {
  const whole = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) };
  const hasStatus = typeof result === 'object' && result !== null && 'statusCode' in result;
  const answer = v.parse(Answer, hasStatus ? result : whole);
  const headers = new Headers(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  for (const cookie of answer.cookies) headers.append('set-cookie', cookie);
  if (!headers.has('content-type') && answer.body !== '') headers.set('content-type', 'text/plain;charset=utf-8');
  const body = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : answer.body;
  const empty = answer.statusCode === 204 || answer.statusCode === 304;
  return new Response(empty ? null : body, { status: answer.statusCode, headers });
}
