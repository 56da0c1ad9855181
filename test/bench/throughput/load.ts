import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { quantile } from '../median.ts';

/** One request of a load; its headers go beside those of all. */
export type Sent = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Load = {
  readonly url: string;
  /** Each is sent once, in this order. */
  readonly requests: readonly Sent[];
  readonly connections: number;
};

/** Latencies in milliseconds. 202 and 429 are no errors; `limited` counts the latter. */
export type Loaded = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
  readonly limited: number;
};

/** Sends a load, as fast as it is answered, and measures it. */
export const load = async ({ url, requests, connections }: Load): Promise<Loaded> => {
  let next = 0;
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const begun = performance.now();
  const run = autocannon(
    {
      url,
      connections: Math.min(connections, requests.length),
      amount: requests.length,
      timeout: 60,
      requests: [
        {
          setupRequest: (request) => {
            const sent = requests[next++ % requests.length];
            return sent === undefined
              ? request
              : { ...request, ...sent, headers: { ...request.headers, ...sent.headers } };
          },
        },
      ],
    },
    (error, result) => (error ? reject(error) : resolve(result)),
  );
  // It ends by whole seconds, and counts them so.
  let last = begun;
  run.on('response', () => {
    last = performance.now();
  });
  const result = await promise;
  const counts = Object.entries(result.statusCodeStats ?? {});
  const limited = counts.find(([status]) => status === '429')?.[1].count ?? 0;
  return {
    perSecond: (requests.length * 1000) / (last - begun),
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx - limited,
    limited,
  };
};

export type SteadyLoad = {
  readonly url: string;
  /** One after another, until there are no more or it is aborted. */
  readonly requests: Iterable<Sent>;
  readonly perSecond: number;
  readonly until?: AbortSignal;
};

type Answered = { readonly milliseconds: number; readonly status: number };

/**
 * Sends evenly, however late the answers are. (autocannon sends the requests of a second all at once, and with a rate its latencies are those
 * of requests that it never sent: it takes the rate for one a millisecond.)
 */
export const steadyLoad = async ({ url, requests, perSecond, until }: SteadyLoad): Promise<Loaded> => {
  const begun = performance.now();
  const sent: Promise<Answered>[] = [];
  for (const request of requests) {
    await wait(Math.max(0, begun + (sent.length * 1000) / perSecond - performance.now()));
    if (until?.aborted) break;
    sent.push(answered(url, request));
  }
  const seconds = (performance.now() - begun) / 1000;
  const all = await Promise.all(sent);
  const times = all.map(({ milliseconds }) => milliseconds);
  const limited = all.filter(({ status }) => status === 429).length;
  const taken = all.filter(({ status }) => status >= 200 && status < 300).length;
  return {
    perSecond: all.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    errors: all.length - taken - limited,
    limited,
  };
};

const answered = async (url: string, { path, method, body, headers = {} }: Sent): Promise<Answered> => {
  const begun = performance.now();
  const status = await fetch(`${url}${path}`, {
    method,
    headers,
    signal: AbortSignal.timeout(60_000),
    ...(body === undefined ? {} : { body }),
  }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => 0,
  );
  return { milliseconds: performance.now() - begun, status };
};
