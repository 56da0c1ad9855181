import * as v from 'valibot';
import { nothing } from '../contract/fields.ts';
import type { Answers, Operation, ReplyOf, Schema } from '../contract/operation.ts';
import { notFound } from '../contract/problem.ts';
import type { Reply } from '../contract/reply.ts';
import type { RouteKey } from '../contract/routes.ts';
import type { Clock, Log, NewId } from '../domain/ports/ports.ts';
import { DistributorSlug, distributorSlugs } from '../domain/vocabulary.ts';
import { admit, keepToStore } from './admission.ts';
import { correlationOf } from './correlation.ts';
import type { Caller, HttpEvent } from './event.ts';
import type { Hold } from './idempotency/hold.ts';
import { parseFields } from './invalid-fields.ts';
import type { RateLimit } from './rate-limit.ts';
import { missingBody, readJsonBody } from './request-body.ts';

/** What every route is given beside its own ports. Every line of `log` carries the correlation id. */
export type DoorPorts = {
  readonly log: Log;
  readonly newId: NewId;
  readonly clock: Clock;
  /** What one key may ask; without it what is usual. */
  readonly rateLimit?: RateLimit;
};

/** How long the function that answers still has. */
export type TimeLeft = { remainingMilliseconds(): number };

/** A request that has been let in and parsed: the names in the path beside these. */
export type Asked<Path extends v.ObjectEntries, Query extends Schema, Body extends Schema> = v.InferOutput<
  v.ObjectSchema<Path, undefined>
> & {
  readonly query: v.InferOutput<Query>;
  readonly body: v.InferOutput<Body>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The name of the request, in every answer and log line about it and about what it began. */
  readonly correlationId: string;
  /** Null on a route that anybody may call. */
  readonly caller: Caller | null;
  readonly time: TimeLeft;
  /** What its `Idempotency-Key` holds; null where it has none. */
  readonly hold: Hold | null;
};

/** A route that can be asked. */
export type Route<Ports> = {
  readonly key: RouteKey;
  readonly answer: (event: HttpEvent, ports: Ports, time: TimeLeft) => Promise<Reply<number, unknown>>;
};

/** An operation and what it does: the handler runs only for who may, with what has been parsed, and gives one of the declared answers. */
export const route = <
  Path extends v.ObjectEntries,
  Query extends Schema,
  Body extends Schema,
  A extends Answers,
  Ports,
>(
  asked: Operation<Path, Query, Body, A>,
  handler: (request: Asked<Path, Query, Body>, ports: Ports) => Promise<ReplyOf<A>>,
): Route<Ports> => {
  const letIn = lettingIn(asked);
  return {
    key: asked.key,
    answer: async (event, ports, time) =>
      handler(parseRequest(event, asked, { ...letIn(event), time, hold: null }), ports),
  };
};

/** Who was let in, and the names in the path. */
type LetIn<Path extends v.ObjectEntries> = {
  readonly caller: Caller | null;
  readonly path: v.InferOutput<v.ObjectSchema<Path, undefined>>;
};

/** Who calls, and the names in the path; throws for whoever may not. */
export const lettingIn = <Path extends v.ObjectEntries>({
  key,
  path: names,
}: Pick<Operation<Path>, 'key' | 'path'>): ((event: HttpEvent) => LetIn<Path>) => {
  const InPath = v.object(names);
  return (event) => {
    const caller = admit(event, key);
    refuseUnknownDistributor(event);
    const path = parseFields(InPath, event.pathParameters, '/path');
    keepToStore(caller, path);
    return { caller, path };
  };
};

/** The request of somebody who was let in; 400 where it does not keep to the contract. */
export const parseRequest = <
  Path extends v.ObjectEntries,
  Query extends Schema,
  Body extends Schema,
  A extends Answers,
>(
  event: HttpEvent,
  asked: Operation<Path, Query, Body, A>,
  { path, ...others }: LetIn<Path> & { readonly time: TimeLeft; readonly hold: Hold | null },
): Asked<Path, Query, Body> => {
  const query = parseFields(asked.query, event.queryStringParameters ?? {}, '/query');
  const body = parseFields(asked.body, bodyOf(event, asked), '');
  return { ...path, query, body, headers: event.headers, correlationId: correlationOf(event), ...others };
};

const bodyOf = (event: HttpEvent, { body, limit }: { readonly body: Schema; readonly limit: number }): unknown => {
  const given = readJsonBody(event, limit);
  if (given !== undefined) return given;
  if (body === nothing) return {};
  throw missingBody();
};

/** A name in the path that is none of the four is a thing that is not there; a malformed id is a mistake in the request. */
const refuseUnknownDistributor = ({ pathParameters: { distributor } }: HttpEvent): void => {
  if (distributor === undefined || v.is(DistributorSlug, distributor)) return;
  throw notFound(`There is no such distributor: it is one of ${distributorSlugs.join(', ')}.`);
};
