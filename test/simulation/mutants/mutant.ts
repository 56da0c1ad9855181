/** A small sabotage of the source: `find` must stand exactly once in `file`. */
export type Mutant = {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** What is broken, as a headline. */
  readonly what: string;
  /** Where to look for the damage, in this order, and with how many faults at the most. */
  readonly in: readonly string[];
  readonly faults: number;
  /** Only these faults are tried: where it takes several, and all of them would take long. Left out: all. */
  readonly using?: readonly string[];
};

/** The scenarios in which most are caught. */
export const [wps, pu, tucker, automatic] = [
  'one order at wps',
  'one order at parts-unlimited',
  'one order at tucker-rocky',
  'one order at automatic',
];

/** Sabotages of this file; where no scenario is named, one order at WPS. */
export const inFile =
  (file: string) =>
  (what: string, find: string, replace: string, faults: number, ...scenarios: readonly string[]): Mutant => ({
    file,
    find,
    replace,
    what,
    in: scenarios.length > 0 ? scenarios : [wps],
    faults,
  });
