import * as v from 'valibot';
import { openObject } from '../open-object.ts';
import { Instant } from '../vocabulary.ts';

/** Where a row lies. Keys are built in `keys.ts` and nowhere else. */
export type Key = { readonly pk: string; readonly sk: string };

/**
 * What every row has beside its own fields. `rev` is a token that changes with every write: a write says which `rev` it
 * replaces, so no write replaces what its writer has not read, and a repeated write recognises its own.
 */
export const RowParts = {
  pk: v.string(),
  sk: v.string(),
  rev: v.string(),
  /** What is still owed: the queue to nudge, and when. Absent when nothing is owed; then the row is not in `byDue`. */
  due: v.optional(v.string()),
  dueAt: v.optional(Instant),
  /** Seconds since the epoch: the table's TTL. Deletion may lag, so every reader also filters on it. */
  expiresAt: v.optional(v.number()),
};

/**
 * The schema of a row, or of a part of one. What it does not name is kept, and written back as it was: while versions of the
 * service run side by side, the older one loses nothing of the newer. A field that is new is optional for one release.
 */
export const storedObject = openObject;

export type Row = Key & {
  readonly rev: string;
  readonly due?: string | undefined;
  readonly dueAt?: Instant | undefined;
  readonly expiresAt?: number | undefined;
};

/** One conditional change. `was` is the `rev` that must stand there; null = nothing may stand there. */
export type Change =
  | { readonly put: Row; readonly was: string | null }
  | { readonly remove: Key; readonly was: string };

/** `done`, or `conflict`: at least one condition did not hold, and nothing at all was changed. */
export type WriteResult = 'done' | 'conflict';

/** `next` is the `sk` to go on after; null = that was all. */
type Page = { readonly rows: readonly unknown[]; readonly next: string | null };

/** A place in a list: the index's sort key there, and the row's own key. */
export type ListPosition = Key & { readonly sort: string };

/**
 * A list, newest first (descending by the index's sort key). A row that has left its place since the index knew of it is left out:
 * pages may be short or empty before `next` is null.
 */
export type ListQuery = {
  readonly index: 'byStore' | 'byStatus' | 'byAttention';
  readonly key: string;
  /** Only what sorts there or after. */
  readonly from?: string | undefined;
  readonly limit: number;
  readonly after: ListPosition | null;
};
type ListPage = { readonly rows: readonly unknown[]; readonly next: ListPosition | null };

/** A row in `byDue`, which is also its place there. */
export type DueRow = Key & { readonly dueAt: Instant };
type DuePage = { readonly rows: readonly DueRow[]; readonly next: DueRow | null };

/** One row at a time, strongly consistent. */
export interface RowReader {
  get(key: Key): Promise<unknown>;
}

/**
 * The table, as a port. Every call is one request to the store, but for rows by their keys, which are read together when they are asked for
 * in the same moment, and for a list: it reads the rows that its index names. Reads by key and by partition are strongly consistent unless
 * they may lag, indexes lag. Rows come back unparsed: whoever reads knows the schema. Errors of the store are thrown; after one, a write may
 * or may not have happened.
 */
export interface Table extends RowReader {
  /**
   * Rows of one partition, ascending by `sk`: those that begin with `prefix`, or lie `between` two keys, both inclusive. With
   * `unexpiredAt` (epoch seconds) only those not yet expired then. `mayLag`: at half the price, and what was written within the
   * last second or so may be missing.
   */
  query(query: {
    readonly pk: string;
    readonly prefix?: string;
    readonly between?: readonly [from: string, to: string];
    readonly after?: string;
    readonly limit?: number;
    readonly descending?: boolean;
    readonly unexpiredAt?: number;
    readonly mayLag?: boolean;
  }): Promise<Page>;
  list(query: ListQuery): Promise<ListPage>;
  /** What is due in this partition of `byDue` at or before `until`, earliest first. `next` = the place to go on after. */
  due(query: {
    readonly due: string;
    readonly until: Instant;
    readonly limit: number;
    readonly after: DueRow | null;
  }): Promise<DuePage>;
  /** All or nothing. One change is one conditional put or delete; several are one transaction of at most 100. */
  write(changes: readonly Change[]): Promise<WriteResult>;
}
