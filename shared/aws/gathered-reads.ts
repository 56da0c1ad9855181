import type { Key } from '../domain/ports/table.ts';

/** The most that DynamoDB reads at once. */
const most = 100;

type Asked<Row> = PromiseWithResolvers<Row | undefined> & { readonly key: Key };

/**
 * Reads rows one by one, those that are asked for in the same moment together: a request costs its sender more than the row. `read` is
 * given at most 100 keys, each of them once, and gives their rows in that order, or the promise of one; if it throws, none of them is read.
 */
export const gathered = <Row>(
  read: (keys: readonly Key[]) => Promise<readonly (Row | undefined | Promise<Row | undefined>)[]>,
): ((key: Key) => Promise<Row | undefined>) => {
  let asked: Asked<Row>[] = [];
  /** Those that are asked for until whatever runs now has ended. */
  const readTogether = async (all: readonly Asked<Row>[]): Promise<void> => {
    await null;
    if (asked === all) asked = [];
    try {
      const rows = await read(all.map(({ key }) => key));
      for (let n = 0; n < all.length; n += 1) all[n]?.resolve(rows[n]);
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  };
  return (key) => {
    for (const other of asked) if (isSamePlace(other.key, key)) return other.promise;
    if (asked.length % most === 0) {
      asked = [];
      void readTogether(asked);
    }
    const { promise, resolve, reject } = Promise.withResolvers<Row | undefined>();
    asked.push({ key, promise, resolve, reject });
    return promise;
  };
};

type Place = { readonly pk?: unknown; readonly sk?: unknown };

/** Whether two rows, or their keys, are of one place: names of places, to look them up by, would take longer for a hundred. */
export const isSamePlace = (one: Place, other: Place): boolean => one.pk === other.pk && one.sk === other.sk;
