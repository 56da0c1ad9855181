import type middy from '@middy/core';
import * as v from 'valibot';
import { tooManyRequests } from '../contract/problem.ts';
import { openObject } from '../domain/open-object.ts';
import { type HttpResult, Verdict } from './event.ts';

/** What one key may ask of one function instance: best effort, with API Gateway's throttles behind it. A setting of the deployment. */
export type RateLimit = { readonly perSecond: number; readonly burst: number };

const usualRateLimit: RateLimit = { perSecond: 50, burst: 200 };

/** How many keys are remembered; beyond that the one that was seen first is forgotten. */
const mostKeys = 10_000;

type Bucket = { readonly tokens: number; readonly at: number };

/** The token buckets of one instance. Takes one token; `left` is below zero where there was none. */
export const rateLimiter = ({
  perSecond,
  burst,
}: RateLimit = usualRateLimit): ((keyId: string, now: number) => number) => {
  const buckets = new Map<string, Bucket>();
  return (keyId, now) => {
    const { tokens, at } = buckets.get(keyId) ?? { tokens: burst, at: now };
    const refilled = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond);
    const left = refilled - 1;
    buckets.delete(keyId);
    buckets.set(keyId, { tokens: left < 0 ? refilled : left, at: now });
    if (buckets.size > mostKeys) {
      const [first = ''] = buckets.keys();
      buckets.delete(first);
    }
    return left;
  };
};

const Authorized = openObject({ requestContext: openObject({ authorizer: openObject({ lambda: Verdict }) }) });

/** Whose key it is, as the authorizer found; null where nobody has to be anybody. */
const keyOf = (event: unknown): string | null => {
  const authorized = v.safeParse(Authorized, event);
  const verdict = authorized.success ? authorized.output.requestContext.authorizer.lambda : null;
  return verdict?.verdict === 'ok' ? verdict.keyId : null;
};

/** The headers of the IETF draft: the policy, and what is left of it. */
const headersOf = ({ perSecond, burst }: RateLimit, left: number) => ({
  'ratelimit-policy': `"key";q=${burst};w=${burst / perSecond}`,
  ratelimit: `"key";r=${Math.max(0, Math.floor(left))};t=${Math.ceil((burst - Math.max(0, left)) / perSecond)}`,
});

/** Lets each key ask so often and no more, and says in every answer what is left. */
export const rateLimited = (
  clock: { readonly now: () => number },
  limit: RateLimit = usualRateLimit,
): middy.MiddlewareObj<unknown, HttpResult> => {
  const take = rateLimiter(limit);
  const lefts = new WeakMap<object, number>();
  const withHeaders = (request: middy.Request<unknown, HttpResult>): void => {
    const left = typeof request.event === 'object' && request.event !== null ? lefts.get(request.event) : undefined;
    if (left === undefined || !request.response) return;
    const { response } = request;
    request.response = { ...response, headers: { ...response.headers, ...headersOf(limit, left) } };
  };
  return {
    before: ({ event }) => {
      const keyId = keyOf(event);
      if (keyId === null || typeof event !== 'object' || event === null) return;
      const left = take(keyId, clock.now());
      lefts.set(event, left);
      if (left < 0)
        throw tooManyRequests(
          'This service takes only so many requests of one key, and this key has sent more: wait, then send it again.',
          1,
        );
    },
    after: withHeaders,
    onError: withHeaders,
  };
};
