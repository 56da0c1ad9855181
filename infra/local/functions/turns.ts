/** What waits for an instance of one function. */
export type Turns<T> = {
  add(caller: string, waiting: T): void;
  /** The next of those callers who have at most so many running: of whoever has the fewest, and of one caller the first that came. */
  next(most?: number): T | undefined;
  readonly size: () => number;
  began(caller: string): void;
  ended(caller: string): void;
};

/**
 * Lambda has an instance for whoever comes, so that nobody waits for another's. Here they share a few: a caller who waits gets one before
 * another gets a second.
 */
export const turns = <T>(): Turns<T> => {
  const waiting = new Map<string, T[]>();
  const running = new Map<string, number>();
  let size = 0;
  const countOf = (caller: string): number => running.get(caller) ?? 0;
  const change = (caller: string, by: 1 | -1): void => {
    const count = countOf(caller) + by;
    if (count === 0) running.delete(caller);
    else running.set(caller, count);
  };
  return {
    size: () => size,
    add(caller, one) {
      waiting.set(caller, [...(waiting.get(caller) ?? []), one]);
      size += 1;
    },
    next(most = Number.POSITIVE_INFINITY) {
      const [first] = [...waiting.keys()].toSorted((a, b) => countOf(a) - countOf(b));
      if (first === undefined || countOf(first) > most) return undefined;
      const [one, ...others] = waiting.get(first) ?? [];
      // Whoever goes on waiting does so behind those who have as many.
      waiting.delete(first);
      if (others.length > 0) waiting.set(first, others);
      size -= 1;
      return one;
    },
    began: (caller) => change(caller, 1),
    ended: (caller) => change(caller, -1),
  };
};
