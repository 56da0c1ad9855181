/** On-demand prices of us-east-1 in US dollars, as published in November 2024; to be checked when they matter. */
const prices = {
  asOf: '2024-11',
  perMillion: {
    tableRead: 0.125,
    tableWrite: 0.625,
    queueRequest: 0.4,
    invocation: 0.2,
    keyRequest: 3,
  },
  /** Lambda on arm64, per GB-second. */
  gigabyteSecond: 0.000_013_333_4,
} as const;

/** What a sweep costs beside its calls: three requests of SQS (send, receive, delete) and one invocation. */
const memoryGigabytes = 0.25;

export type Use = {
  readonly reads: number;
  readonly writes: number;
  readonly messages: number;
  readonly invocations: number;
  readonly seconds: number;
};

export const dollars = ({ reads, writes, messages, invocations, seconds }: Use): Readonly<Record<string, number>> => {
  const { tableRead, tableWrite, queueRequest, invocation } = prices.perMillion;
  return {
    'table reads': (reads * tableRead) / 1e6,
    'table writes': (writes * tableWrite) / 1e6,
    queue: (messages * 3 * queueRequest) / 1e6,
    functions: (invocations * invocation) / 1e6 + seconds * memoryGigabytes * prices.gigabyteSecond,
  };
};
