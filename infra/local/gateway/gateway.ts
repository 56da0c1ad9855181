import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import type { Invoke } from '../functions/function-pool.ts';
import { gatewayAnswers } from '../process/aws-faults.ts';
import { NotUnderstood } from '../template/intrinsics.ts';
import type { Resource } from '../template/resource-schemas.ts';
import { nameInArn, type Template } from '../template/template.ts';
import { type Arrived, authorizerEvent, httpAnswer, httpEvent } from './http-event.ts';
import { router } from './routing.ts';

type Target = { readonly functionName: string; readonly authorizer?: Authorizer };
type Authorizer = { readonly functionName: string; readonly headers: readonly string[] };

/** API Gateway takes no more. */
const largestBody = 10 * 1024 * 1024;
/** Of the request line and the headers' values together. */
const largestHead = 10_240;
/** API Gateway waits for a function no longer. */
const longestWait = 30_000;

/** What API Gateway says itself, in its own words; of our correlation id it knows nothing. */
const own = (status: number, message: string): Response => Response.json({ message }, { status });

const Verdict = v.object({ isAuthorized: v.boolean(), context: v.optional(v.unknown()) });

/** The HTTP API of the template: routes, authorizers, functions. `told` is what it is to answer itself this time, if anything. */
export function gateway(
  template: Template,
  invoke: Invoke,
  clock: Clock,
  told: () => string | undefined,
): (request: Request) => Promise<Response> {
  const find = router(
    template.of('AWS::ApiGatewayV2::Route').map((route) => ({
      routeKey: route.RouteKey,
      target: targetOf(template, route),
    })),
  );
  const answered = async (request: Request, requestId: string): Promise<Response> => {
    const url = new URL(request.url);
    const answer = told();
    if (answer !== undefined) return own(gatewayAnswers.get(answer) ?? 500, answer);
    if (sizeOfHead(request, url) > largestHead) return own(431, 'Request Header Fields Too Large');
    const found = decodable(url.pathname) ? find(request.method, url.pathname) : undefined;
    if (!decodable(url.pathname)) return own(400, 'Bad Request');
    if (found === undefined) return own(404, 'Not Found');
    const body = await bodyOf(request);
    if (body === undefined) return own(413, 'Request Entity Too Large');
    const { method, headers } = request;
    const { routeKey, pathParameters, target } = found;
    const arrived = { method, url, headers, body, routeKey, pathParameters, now: clock.now(), requestId };
    try {
      return await Promise.race([pass(arrived, target, invoke), tooLong()]);
    } catch {
      // The function's own log says why; API Gateway tells the caller nothing.
      return own(500, 'Internal Server Error');
    }
  };
  return async (request) => {
    const requestId = randomUUID();
    const answer = await answered(request, requestId);
    answer.headers.set('apigw-requestid', requestId);
    return answer;
  };
}

/** After the longest wait; nobody waits for it otherwise. */
const tooLong = (): Promise<Response> =>
  wait(longestWait, undefined, { ref: false }).then(() => own(503, 'Service Unavailable'));

const sizeOfHead = ({ method, headers }: Request, { pathname, search }: URL): number => {
  const values = [...headers].map(([, value]) => Buffer.byteLength(value));
  return values.reduce((sum, size) => sum + size, Buffer.byteLength(`${method} ${pathname}${search} HTTP/1.1`));
};

async function pass(arrived: Arrived, { authorizer, functionName }: Target, invoke: Invoke): Promise<Response> {
  const caller = arrived.headers.get('authorization') ?? '';
  if (authorizer === undefined) return httpAnswer(await invoke(functionName, httpEvent(arrived), caller));
  const identity = authorizer.headers.map((name) => arrived.headers.get(name) ?? '');
  if (identity.some((value) => value === '')) return own(401, 'Unauthorized');
  const { isAuthorized, context } = v.parse(
    Verdict,
    await invoke(authorizer.functionName, authorizerEvent(arrived, identity), caller),
  );
  if (!isAuthorized) return own(403, 'Forbidden');
  return httpAnswer(await invoke(functionName, httpEvent(arrived, context ?? {}), caller));
}

function targetOf(template: Template, route: Resource<'AWS::ApiGatewayV2::Route'>): Target {
  const integrationId = route.Target.slice('integrations/'.length);
  const integration = template.of('AWS::ApiGatewayV2::Integration').find(({ id }) => id === integrationId);
  if (integration === undefined)
    throw new NotUnderstood(route.id, `Target "${route.Target}": there is no such integration`);
  const functionName = nameInArn(integration.IntegrationUri);
  if (route.AuthorizationType === 'NONE') return { functionName };
  const authorizer = template.of('AWS::ApiGatewayV2::Authorizer').find(({ id }) => id === route.AuthorizerId);
  if (authorizer === undefined)
    throw new NotUnderstood(route.id, `AuthorizerId "${route.AuthorizerId}": there is none`);
  const [, arn = ''] = /\/functions\/(.*)\/invocations$/.exec(authorizer.AuthorizerUri) ?? [];
  const headers = authorizer.IdentitySource.map((source) => source.slice('$request.header.'.length));
  return { functionName, authorizer: { functionName: nameInArn(arn), headers } };
}

/** The whole body, or undefined when it is too large: then the rest of it is not read. */
async function bodyOf(request: Request): Promise<Buffer | undefined> {
  if (request.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
