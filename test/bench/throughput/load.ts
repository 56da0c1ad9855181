import autocannon from 'autocannon';

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
  /** How many are sent a second, at most; without it each connection sends as soon as it was answered. */
  readonly rate?: number;
};

/** Latencies in milliseconds. 202 and 429 are no errors; `limited` counts the latter. */
export type Loaded = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
  readonly limited: number;
};

/** Sends a load, and measures it. */
export const load = async ({ url, requests, connections, rate }: Load): Promise<Loaded> => {
  let next = 0;
  const begun = performance.now();
  const result = await autocannon({
    url,
    connections: Math.min(connections, requests.length),
    amount: requests.length,
    timeout: 60,
    ...(rate === undefined ? {} : { overallRate: rate }),
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
  });
  // Its own count of seconds is a whole one.
  const seconds = (performance.now() - begun) / 1000;
  const counts = Object.entries(result.statusCodeStats ?? {});
  const limited = counts.find(([status]) => status === '429')?.[1].count ?? 0;
  return {
    perSecond: requests.length / seconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx - limited,
    limited,
  };
};
