import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as v from 'valibot';
import { Problem, problemBody, tryAgain } from '../contract/problem.ts';
import type { Reply } from '../contract/reply.ts';
import { failure, tagged } from '../domain/ports/log.ts';
import type { Log } from '../domain/ports/ports.ts';
import { compressed } from './compressed.ts';
import { correlationOf } from './correlation.ts';
import { HttpEvent, type HttpResult } from './event.ts';
import { rateLimited } from './rate-limit.ts';
import type { DoorPorts, Route, TimeLeft } from './route.ts';
import { isTransient } from './transient.ts';

/** A function behind the HTTP API. It never throws: whatever goes wrong is a problem. */
export type HttpHandler = (event: unknown, context: Context) => Promise<HttpResult>;

/** A function's routes, to be given their ports. */
export const httpHandler =
  <Ports extends DoorPorts>(routes: readonly Route<Ports>[]) =>
  (ports: Ports): HttpHandler => {
    const byKey = new Map(routes.map((route) => [route.key, route]));
    const logOf = (event: unknown) => tagged(ports.log, { correlationId: correlationOf(event) });
    const answer = async (input: unknown, context: Context): Promise<HttpResult> => {
      const event = v.parse(HttpEvent, input);
      const log = tagged(ports.log, { correlationId: correlationOf(event), route: event.routeKey });
      const found = byKey.get(event.routeKey);
      if (found === undefined) throw new Error(`${event.routeKey} is wired to a function that does not answer it`);
      const reply = await found.answer(event, { ...ports, log }, timeLeftOf(context));
      log.info('answered', { status: reply.status });
      return resultOf(reply);
    };
    return middy<unknown, HttpResult>(answer, beforeTheLimit)
      .use(correlated)
      .use(compressed)
      .use(rateLimited(ports.clock, ports.rateLimit))
      .use(problemsAnswered(logOf));
  };

/** How long the invocation still has, whenever it is asked: without end where nobody counts. */
const timeLeftOf = (context: Partial<Context>): TimeLeft => ({
  remainingMilliseconds: () => context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY,
});

/**
 * A function that Lambda ends answers nothing at all: shortly before its limit it says itself that there was no time. What it was doing
 * may be done or not, and may be asked for.
 */
const beforeTheLimit = {
  timeoutEarlyInMillis: 500,
  timeoutEarlyResponse: () => {
    throw tryAgain('There was no time left to finish: read how it stands, or send the request again in a moment.');
  },
};

/** Every answer names its request. */
const correlated: middy.MiddlewareObj<unknown, HttpResult> = {
  after: (request) => withCorrelation(request),
  onError: (request) => withCorrelation(request),
};

const withCorrelation = (request: middy.Request<unknown, HttpResult>): void => {
  const { response, event } = request;
  if (!response) return;
  request.response = {
    ...response,
    headers: { ...response.headers, 'x-correlation-id': correlationOf(event) },
  };
};

/** Whatever was thrown becomes the problem that it is; a stranger's error says nothing but that. */
const problemsAnswered = (logOf: (event: unknown) => Log): middy.MiddlewareObj<unknown, HttpResult> => ({
  onError: (request) => {
    const problem = problemOf(request.error, logOf(request.event));
    const headers = { ...problem.headers, 'content-type': 'application/problem+json' };
    request.response = resultOf({
      status: problem.status,
      body: { ...problemBody(problem), correlationId: correlationOf(request.event) },
      headers,
    });
  },
});

const problemOf = (error: unknown, log: Log): Problem => {
  if (error instanceof Problem) {
    log.info('refused', { status: error.status, problem: error.slug });
    return error;
  }
  const transient = isTransient(error);
  log[transient ? 'warn' : 'error']('request-failed', failure(error));
  return transient
    ? tryAgain('It could not be done just now: send the request again in a moment.')
    : new Problem('internal-error', null);
};

/** Whether the answer is what it says, not JSON. */
const isText = (headers: Readonly<Record<string, string>>): boolean =>
  headers['content-type']?.startsWith('text/') ?? false;

const resultOf = ({ status, body, headers }: Reply<number, unknown>): HttpResult => ({
  statusCode: status,
  headers: {
    'cache-control': 'no-store',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  },
  body: body === undefined ? '' : isText(headers) ? String(body) : JSON.stringify(body),
});
