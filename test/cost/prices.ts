/** A price: US dollars for this many of a unit, on demand, in us-east-1. */
type Price = { readonly dollars: number; readonly of: number; readonly source: string };

const million = 1_000_000;
const aws = 'https://aws.amazon.com';

/** As published in November 2024, when those of DynamoDB were halved; to be checked when they matter. No free tier is taken off. */
export const asOf = '2024-11';

export const prices = {
  'table reads': { dollars: 0.125, of: million, source: `${aws}/dynamodb/pricing/on-demand/` },
  'table writes': { dollars: 0.625, of: million, source: `${aws}/dynamodb/pricing/on-demand/` },
  /** A gigabyte for a month, with what point-in-time recovery keeps of it. */
  'table gigabytes': { dollars: 0.25 + 0.2, of: 1, source: `${aws}/dynamodb/pricing/on-demand/` },
  'queue requests': { dollars: 0.4, of: million, source: `${aws}/sqs/pricing/` },
  'key requests': { dollars: 3, of: million, source: `${aws}/kms/pricing/` },
  keys: { dollars: 1, of: 1, source: `${aws}/kms/pricing/` },
  invocations: { dollars: 0.2, of: million, source: `${aws}/lambda/pricing/` },
  /** On arm64. */
  gigabyteSeconds: { dollars: 0.000_013_333_4, of: 1, source: `${aws}/lambda/pricing/` },
  'api requests': { dollars: 1, of: million, source: `${aws}/api-gateway/pricing/` },
  /** Taken in; kept for a month, compressed, they cost a sixteenth of that. */
  logBytes: { dollars: 0.5, of: 1_000_000_000, source: `${aws}/cloudwatch/pricing/` },
  metrics: { dollars: 0.3, of: 1, source: `${aws}/cloudwatch/pricing/` },
  /** Each metric that an alarm reads. */
  'alarm metrics': { dollars: 0.1, of: 1, source: `${aws}/cloudwatch/pricing/` },
  dashboards: { dollars: 3, of: 1, source: `${aws}/cloudwatch/pricing/` },
  mails: { dollars: 0.1, of: 1000, source: `${aws}/ses/pricing/` },
  /** Of the naive design. */
  secrets: { dollars: 0.4, of: 1, source: `${aws}/secrets-manager/pricing/` },
  'workflow steps': { dollars: 25, of: million, source: `${aws}/step-functions/pricing/` },
} as const satisfies Readonly<Record<string, Price>>;

export type Paid = keyof typeof prices;

/** What was used, in the units that are paid. */
export type Use = { readonly [name in Paid]?: number };

const names = Object.keys(prices).filter((name): name is Paid => name in prices);

/** What each part of it costs. */
export const billOf = (use: Use): ReadonlyMap<Paid, number> =>
  new Map(
    names.flatMap((name) => {
      const used = use[name] ?? 0;
      return used === 0 ? [] : [[name, (used * prices[name].dollars) / prices[name].of] as const];
    }),
  );

/** What it costs, of these parts or of all. */
export const dollarsOf = (use: Use, only: readonly Paid[] = names): number =>
  [...billOf(use)].reduce((sum, [name, dollars]) => sum + (only.includes(name) ? dollars : 0), 0);

/** Both together. */
export const plus = (a: Use, b: Use): Use =>
  Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));

/** How many times as much. */
export const times = (use: Use, factor: number): Use =>
  Object.fromEntries(names.map((name) => [name, (use[name] ?? 0) * factor]));
