import { once } from '../domain/once.ts';
import { secondsUntil } from '../domain/retry-after.ts';
import { addressOf, baseUrl } from './address.ts';
import { parseJson, readBody } from './body.ts';
import { isFromCache, mayBeFromCache } from './cached.ts';
import type { Client, ClientOptions, DistributorReply, DistributorRequest } from './distributor.ts';
import { listHeadersIn } from './whole-list.ts';

/** No request lasts longer, answer included. The settle time of every distributor is far more than a submit made of these. */
export const timeLimitMilliseconds = 10_000;
/** A page of a long order list is some hundred kilobytes; more is no answer to a question of ours. */
export const sizeLimitBytes = 1_048_576;
const maxRepeats = 2;

/** Loaded at the first request: it brings Node's whole `fetch` with it, and most invocations end without one. */
export const loadHttp = once(async () => (await import('ky')).default);
const firstPauseMilliseconds = 500;
/** Who says that a read should come again later than this is obeyed by whoever asked, not waited for here. */
const longestPauseMilliseconds = 5_000;

const notSent = (reason: 'no-connection' | 'no-time-left' | 'not-sendable') =>
  ({ kind: 'not-sent', reason }) satisfies DistributorReply;
const lost = (reason: 'too-slow' | 'too-large' | 'cut-short' | 'redirect') =>
  ({ kind: 'lost', reason }) satisfies DistributorReply;

/**
 * A client that can reach one host and nothing else. It never throws once made: what goes wrong is a reply, and the HTTP
 * library's own errors, which carry the URL (at Tucker Rocky with the key in it), end here.
 */
export const connect = (options: ClientOptions): Client => {
  const base = baseUrl(options.host);
  return async (request) => {
    const url = addressOf(base, request);
    if (url === null || !areHeaders(request.headers)) return notSent('not-sendable');
    let reply = await oneRequest(options, url, request);
    const repeats = options.cutAtDeadline ? 0 : maxRepeats;
    for (let repeat = 0; repeat < repeats && isWorthRepeating(request, reply); repeat += 1) {
      const pause = Math.max(firstPauseMilliseconds * 2 ** repeat * (0.5 + options.random()), askedPauseIn(reply));
      if (pause > longestPauseMilliseconds || !hasTime(options, pause)) return reply;
      await options.clock.sleep(pause);
      if (!hasTime(options)) return reply;
      reply = await oneRequest(options, url, request);
    }
    return reply;
  };
};

const isWorthRepeating = ({ effect, repeatWhenSlow = true }: DistributorRequest, reply: DistributorReply): boolean => {
  if (effect === 'write') return false;
  if (reply.kind === 'answer') return reply.status >= 500;
  if (reply.reason === 'too-slow') return repeatWhenSlow;
  return reply.reason === 'no-connection' || reply.reason === 'cut-short';
};

/** How long an answer asks to be left alone. */
const askedPauseIn = (reply: DistributorReply): number =>
  reply.kind === 'answer' ? 1000 * (reply.retryAfterSeconds ?? 0) : 0;

/** Whether a header can be written: a credential pasted with a line break in it cannot. */
const areHeaders = (headers: DistributorRequest['headers']): boolean => {
  try {
    new Headers(headers);
    return true;
  } catch {
    return false;
  }
};

/** Whether a request may begin now, or after a pause. */
const hasTime = ({ deadline, askUntil, cutAtDeadline, clock }: ClientOptions, pause = 0): boolean => {
  const begin = clock.now() + pause;
  if (askUntil !== undefined && begin >= askUntil()) return false;
  return deadline === undefined || begin + (cutAtDeadline ? 1 : timeLimitMilliseconds) <= deadline;
};

/** How long a request may last. */
const limitOf = ({ deadline, cutAtDeadline, clock }: ClientOptions): number =>
  cutAtDeadline && deadline !== undefined
    ? Math.min(timeLimitMilliseconds, deadline - clock.now())
    : timeLimitMilliseconds;

/** One request, over when it returns: whatever has not been answered in time is aborted, which destroys its socket. */
const oneRequest = async (options: ClientOptions, url: URL, request: DistributorRequest): Promise<DistributorReply> => {
  await options.pace?.();
  if (!hasTime(options)) return notSent('no-time-left');
  const call = new AbortController();
  const alarm = new AbortController();
  const tooSlow = () => lost('too-slow');
  const timeIsUp = options.clock.sleep(limitOf(options), alarm.signal).then(tooSlow, tooSlow);
  const reply = await Promise.race([exchange(options, url, request, call.signal), timeIsUp]);
  // With a reason of ours: without one an exception is made each time, with its stack.
  alarm.abort('over');
  if (reply.kind !== 'answer') call.abort();
  return reply;
};

const exchange = async (
  { fetch, clock }: ClientOptions,
  url: URL,
  { method, headers, body }: DistributorRequest,
  signal: AbortSignal,
): Promise<DistributorReply> => {
  try {
    const ky = await loadHttp();
    const response = await ky(url, {
      method,
      fetch,
      signal,
      // A connection kept from an earlier call may be dead by now, and a write into it would be lost.
      // What something in between had kept would not show an order that came since.
      headers: { accept: 'application/json', 'cache-control': 'no-cache', connection: 'close', ...headers },
      ...(body === undefined ? {} : { json: body }),
      redirect: 'manual',
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
      return lost('redirect');
    const read = await readBody(response, sizeLimitBytes);
    if (typeof read === 'string') return lost(read);
    const retryAfterSeconds = secondsUntil(response.headers.get('retry-after'), clock.now());
    const listHeaders = listHeadersIn(response.headers);
    return {
      kind: 'answer',
      status: response.status,
      json: parseJson(read.text),
      text: read.text,
      retryAfterSeconds,
      ...(isFromCache(response.headers) ? { isFromCache: true } : {}),
      ...(mayBeFromCache(response.headers) ? { mayBeFromCache: true } : {}),
      ...(listHeaders.length > 0 ? { listHeaders } : {}),
    };
  } catch (error) {
    return neverConnected(error) ? notSent('no-connection') : lost('cut-short');
  }
};

/** Codes of failures that come before the first byte of a request: no name, no connection, or a certificate that we refused. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Node hides the reason under one or more `cause`s, and under `errors` where a name has several addresses: all must agree. */
const neverConnected = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(neverConnected);
  if ('syscall' in error && error.syscall === 'connect') return true;
  if ('code' in error && typeof error.code === 'string' && beforeSending.has(error.code)) return true;
  return neverConnected(error.cause);
};
