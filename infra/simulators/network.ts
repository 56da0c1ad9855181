import type { Hono } from 'hono';

const gaveUp = ({ signal }: Request): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/**
 * A `fetch` without a network: it reaches these origins (`https://wps.example`) and no others. Like the real one it rejects with
 * the signal's reason when the caller gives up, and with a `TypeError` caused by ECONNREFUSED where nobody listens.
 */
export const network =
  (hosts: ReadonlyMap<string, Hono>): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const host = hosts.get(new URL(request.url).origin);
    if (host === undefined) {
      const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      throw new TypeError('fetch failed', { cause });
    }
    return Promise.race([gaveUp(request), host.fetch(request)]);
  };
