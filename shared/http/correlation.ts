import * as v from 'valibot';

const safe = /^[A-Za-z0-9._-]{1,64}$/;

const Named = v.object({
  headers: v.optional(v.record(v.string(), v.string()), {}),
  requestContext: v.object({ requestId: v.string() }),
});

/** The name of one request in every log line and answer: the caller's own `x-correlation-id` when it is safe to repeat, else API Gateway's. */
export const correlationOf = (event: unknown): string => {
  const named = v.safeParse(Named, event);
  if (!named.success) return 'unknown';
  const given = named.output.headers['x-correlation-id'];
  return given !== undefined && safe.test(given) ? given : named.output.requestContext.requestId;
};
