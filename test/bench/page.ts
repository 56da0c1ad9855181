/** Ours beside what it is measured by, in the same run. */
export type Ratio = {
  readonly what: string;
  /** What it is measured by. */
  readonly by: string;
  readonly ratio: number;
  /** More is too much; null where nothing is demanded. */
  readonly most: number | null;
};

/** What a benchmark came to. */
export type Result = {
  /** Whether all that it measured is within its limits, of which ratios are some. */
  readonly held: boolean;
  readonly ratios: readonly Ratio[];
  /** All that was measured, as data. */
  readonly figures: unknown;
};

/** Where a benchmark tells its figures, as it comes to them. */
export type Say = (line: string) => void;

export const isWithin = ({ ratio, most }: Ratio): boolean => most === null || ratio <= most;

const told = (share: number): string =>
  share < 2 ? `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %` : `${share.toFixed(1)} times`;

/** All ratios of all benchmarks on one page. */
export const page = (results: ReadonlyMap<string, Result>): readonly string[] =>
  [...results].flatMap(([name, { held, ratios }]) => [
    `${name.padEnd(72)}${held ? 'within its limits' : 'NOT within its limits'}`,
    ...ratios.map((ratio) => {
      const limit = ratio.most === null ? '' : `${told(ratio.most)}${isWithin(ratio) ? '' : '  more'}`;
      return `  ${ratio.what.padEnd(42)}${told(ratio.ratio).padStart(12)} of ${ratio.by.padEnd(34)}${limit}`;
    }),
  ]);
