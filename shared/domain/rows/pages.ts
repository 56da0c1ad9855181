import type * as v from 'valibot';
import type { Log } from '../ports/ports.ts';
import type { ListPosition, ListQuery, Row, Table } from '../ports/table.ts';
import { readable } from './readable.ts';

export type PagePorts = { readonly table: Table; readonly log: Log };

/** Some partitions of an index, read as one list: how its rows are read, and what they are sorted by. */
export type Source<R extends Row> = {
  readonly index: ListQuery['index'];
  readonly keys: readonly string[];
  /** Nothing that sorts before this. */
  readonly from?: string | undefined;
  readonly schema: v.GenericSchema<unknown, R>;
  readonly sortOf: (row: R) => string;
};

export type Page = { readonly limit: number; readonly after: ListPosition | null };
export type Listed<R extends Row> = { readonly rows: readonly R[]; readonly next: ListPosition | null };

/** At most this many rows are read for one page; a list narrowed to less goes on at its cursor. */
const mostRows = 1000;

/** How many are read at once where not all of them may match. */
const chunk = 100;

/** At most `limit` rows, and where to go on: after the last of them where there are more. */
export const cut = <R extends Row>(
  rows: readonly R[],
  limit: number,
  sortOf: (row: R) => string,
  rest: ListPosition | null,
): Listed<R> => {
  const last = rows[limit - 1];
  const next = rows.length > limit && last !== undefined ? { pk: last.pk, sk: last.sk, sort: sortOf(last) } : rest;
  return { rows: rows.slice(0, limit), next };
};

export const newestFirst =
  <R>(sortOf: (row: R) => string) =>
  (a: R, b: R): number =>
    sortOf(a) < sortOf(b) ? 1 : -1;

/** What is judged row by row. `isWide`: nothing but the index narrows the list, so that every row that is read should be in it. */
export type Judged<R> = { readonly matches: (row: R) => boolean; readonly isWide: boolean };

/** A page is full unless it is the last, or `mostRows` were read for it. */
export const pages = async <R extends Row>(
  ports: PagePorts,
  source: Source<R>,
  { matches, isWide }: Judged<R>,
  { limit, after }: Page,
): Promise<Listed<R>> => {
  const found: R[] = [];
  let next = after;
  let read = 0;
  do {
    const part = await merged(ports, source, isWide ? limit - found.length : chunk, next);
    found.push(...part.rows.filter(matches));
    read += part.rows.length;
    next = part.next;
  } while (next !== null && found.length < limit && read < mostRows);
  return cut(found, limit, source.sortOf, next);
};

/** The next rows of all partitions together. */
const merged = async <R extends Row>(
  { table, log }: PagePorts,
  { index, keys, from, schema, sortOf }: Source<R>,
  limit: number,
  after: ListPosition | null,
): Promise<Listed<R>> => {
  const parts = await Promise.all(keys.map((key) => table.list({ index, key, from, limit, after })));
  const ends = parts.flatMap(({ next }) => (next === null ? [] : [next]));
  // No partition is read further than the one that ended first: what lies behind it comes with the next page.
  const end = ends.toSorted((a, b) => (a.sort < b.sort ? 1 : -1))[0] ?? null;
  const rows = parts
    .flatMap((part) => readable(part.rows, schema, log))
    .filter((row) => end === null || sortOf(row) >= end.sort)
    .sort(newestFirst(sortOf));
  return cut(rows, limit, sortOf, end);
};
