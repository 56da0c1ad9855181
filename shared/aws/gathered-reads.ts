import type { Key } from '../domain/ports/table.ts';

/** The most that DynamoDB reads at once. */
const most = 100;

type Asked<Row> = Pick<PromiseWithResolvers<Row | undefined>, 'resolve' | 'reject'> & { readonly key: Key };

/**
 * Reads rows one by one, those that are asked for in the same moment together: a request costs its sender more than the row. `read` is
 * given at most 100 keys, each of them once, and gives their rows in that order, or the promise of one; if it throws, none of them is read.
 */
export const gathered = <Row>(
  read: (keys: readonly Key[]) => Promise<readonly (Row | undefined | Promise<Row | undefined>)[]>,
): ((key: Key) => Promise<Row | undefined>) => {
  let asked: Asked<Row>[] = [];
  const readAll = async (places: readonly (readonly Asked<Row>[])[]): Promise<void> => {
    try {
      const rows = await read(places.flatMap(([first]) => first?.key ?? []));
      places.forEach((same, n) => {
        for (const { resolve } of same) resolve(rows[n]);
      });
    } catch (error) {
      for (const { reject } of places.flat()) reject(error);
    }
  };
  const send = (): void => {
    const places = [...Map.groupBy(asked, ({ key }) => nameOf(key)).values()];
    asked = [];
    for (let from = 0; from < places.length; from += most) void readAll(places.slice(from, from + most));
  };
  return (key) =>
    new Promise((resolve, reject) => {
      if (asked.length === 0) queueMicrotask(send);
      asked.push({ key, resolve, reject });
    });
};

/** What tells the place of a row from all others. */
export const nameOf = ({ pk, sk }: Readonly<Record<string, unknown>>): string => JSON.stringify([pk, sk]);
