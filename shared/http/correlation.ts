import * as v from 'valibot';
import { openObject } from '../domain/open-object.ts';

const safe = /^[A-Za-z0-9._-]{1,64}$/;

const Named = openObject({
  headers: v.optional(openObject({ 'x-correlation-id': v.optional(v.string()) })),
  requestContext: openObject({ requestId: v.string() }),
});

const known = new WeakMap<object, string>();

/** The name of one request in every log line and answer: the caller's own `x-correlation-id` when it is safe to repeat, else API Gateway's. */
export const correlationOf = (event: unknown): string => {
  if (typeof event !== 'object' || event === null) return 'unknown';
  const name = known.get(event) ?? nameIn(event);
  known.set(event, name);
  return name;
};

const nameIn = (event: object): string => {
  const named = v.safeParse(Named, event);
  if (!named.success) return 'unknown';
  const given = named.output.headers?.['x-correlation-id'];
  return given !== undefined && safe.test(given) ? given : named.output.requestContext.requestId;
};
