/** On-demand prices of us-east-1 in US dollars, as published in November 2024; to be checked when they matter. */
const prices = {
  asOf: '2024-11',
  perMillion: {
    'table reads': 0.125,
    'table writes': 0.625,
    'queue requests': 0.4,
    'key requests': 3,
    invocations: 0.2,
  },
  /** Lambda on arm64. */
  gigabyteSecond: 0.000_013_333_4,
  /** CloudWatch Logs, taken in. */
  gigabyteOfLogs: 0.5,
} as const;

/** What was used, in the units that are paid. */
export type Use = Readonly<Record<keyof typeof prices.perMillion, number>> & {
  readonly gigabyteSeconds: number;
  readonly logBytes: number;
};

export const dollars = (use: Use): Readonly<Record<string, number>> => {
  const million = (name: keyof typeof prices.perMillion): number => (use[name] * prices.perMillion[name]) / 1e6;
  return {
    'table reads': million('table reads'),
    'table writes': million('table writes'),
    queue: million('queue requests'),
    functions: million('invocations') + use.gigabyteSeconds * prices.gigabyteSecond,
    keys: million('key requests'),
    logs: (use.logBytes / 1e9) * prices.gigabyteOfLogs,
  };
};
