/** Random numbers that are the same for a seed (mulberry32). */
export type SeededRandom = {
  /** Between 0 and 1. */
  readonly roll: () => number;
  readonly below: (sides: number) => number;
  readonly pick: <T>(all: readonly T[]) => T;
};

export const seededRandom = (seed: number): SeededRandom => {
  let state = seed | 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (sides: number): number => Math.floor(roll() * sides);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[below(all.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  };
  return { roll, below, pick };
};
