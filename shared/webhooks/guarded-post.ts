import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type GuardOptions, mayReach, whyNoTarget } from './address-guard.ts';
import type { Post } from './deliver.ts';

/** All addresses of a name, as `dns.lookup` gives them. */
export type Resolve = (
  hostname: string,
  options: { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The target must not be reached. */
class Forbidden extends Error {
  override readonly name = 'Forbidden';
  readonly code = 'FORBIDDEN_ADDRESS';
}

/**
 * POSTs to the public internet and nowhere else. The addresses of a name are checked where the connection is made, all of
 * them and each time, so that a name cannot resolve to one address for a check and to another for the request.
 */
export const guardedPost = (options: GuardOptions, resolve: Resolve = systemLookup): Post => {
  const lookup = guardedLookup(options, resolve);
  return async (url, { headers, body, signal }) => {
    if (whyNoTarget(url, options) !== null) throw new Forbidden('The URL is no target for webhooks.');
    const { promise, resolve: answered, reject } = Promise.withResolvers<Awaited<ReturnType<Post>>>();
    const send = new URL(url).protocol === 'https:' ? overHttps : overHttp;
    const length = { 'content-length': Buffer.byteLength(body) };
    // No connection is kept: the next delivery is checked afresh, and a frozen function holds no sockets.
    const call = send(url, { method: 'POST', headers: { ...headers, ...length }, agent: false, lookup, signal });
    call.on('error', reject);
    call.on('response', (answer) => {
      answered({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] });
      // The head says it all: the rest is not read, however long it is, and ends with the connection.
      answer.on('error', () => undefined).destroy();
    });
    call.end(body);
    return await promise;
  };
};

/** `lookup` as sockets call it, with a guard at its end. */
const guardedLookup =
  (options: GuardOptions, resolve: Resolve): LookupFunction =>
  (hostname, { all }, done) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null || first === undefined) return done(error ?? new Forbidden('The name has no address.'), []);
      if (!addresses.every(({ address }) => mayReach(address, options)))
        return done(new Forbidden('The name leads to an address that is not public.'), []);
      if (all === true) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
