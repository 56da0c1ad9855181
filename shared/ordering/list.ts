import { allAttempts, OrderRow } from '../domain/order/order.ts';
import type { Log } from '../domain/ports/ports.ts';
import type { ListPosition, ListQuery, Table } from '../domain/ports/table.ts';
import { statusKeyOf } from '../domain/purchase-order/due.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { updatedAtOf } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { readable } from '../domain/rows/readable.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** How a list is narrowed; left out = not at all. */
export type Narrowed = {
  readonly poNumber?: string | undefined;
  readonly orderId?: string | undefined;
  readonly distributor?: string | undefined;
  /** One of these. */
  readonly status?: readonly string[] | undefined;
  readonly mode?: string | undefined;
  readonly updatedSince?: Instant | undefined;
};

export type ListPorts = { readonly table: Table; readonly log: Log };

export type Listed = { readonly rows: readonly PurchaseOrderRow[]; readonly next: ListPosition | null };
type Page = { readonly limit: number; readonly after: ListPosition | null };

/** So many rows are read for one page at the most; a list narrowed to less goes on at its cursor. */
const mostRows = 1000;

/** So many are read at once where not all of them may match. */
const chunk = 100;

const matches = (row: PurchaseOrderRow, narrowed: Narrowed): boolean =>
  row.status !== 'refused' &&
  (narrowed.poNumber === undefined || row.poNumber === narrowed.poNumber) &&
  (narrowed.orderId === undefined || row.orderId === narrowed.orderId) &&
  (narrowed.distributor === undefined || row.distributor === narrowed.distributor) &&
  (narrowed.status === undefined || narrowed.status.includes(row.status)) &&
  (narrowed.mode === undefined || row.mode === narrowed.mode) &&
  (narrowed.updatedSince === undefined || updatedAtOf(row) >= narrowed.updatedSince);

/**
 * A store's purchase orders, newest first: by index all of them, or those of some statuses; a number or an order is looked up
 * directly. Whatever else narrows them is judged row by row.
 */
export const listOfStore = async (
  ports: ListPorts,
  storeId: string,
  narrowed: Narrowed,
  page: Page,
): Promise<Listed> => {
  const { table, log } = ports;
  const numbers = await numbersOf(table, storeId, narrowed);
  if (numbers === null) {
    const { status } = narrowed;
    const keysOf = status?.map((each) => statusKeyOf(storeId, each)) ?? [storeId];
    return pages(ports, { index: status === undefined ? 'byStore' : 'byStatus', keys: keysOf }, narrowed, page);
  }
  const found = await Promise.all(numbers.map((poNumber) => table.get(keys.purchaseOrder(storeId, poNumber))));
  const standing = found.filter((row) => row !== undefined);
  const rows = readable(standing, PurchaseOrderRow, log)
    .filter((row) => matches(row, narrowed) && (page.after === null || row.placed < page.after.sort))
    .sort(newestFirst('placed'));
  return cut(rows, page.limit, 'placed', null);
};

/** The numbers to look at, where the question names them; null = it does not. */
const numbersOf = async (table: Table, storeId: string, { poNumber, orderId }: Narrowed) => {
  if (poNumber !== undefined) return [poNumber];
  if (orderId === undefined) return null;
  const order = await load(table, keys.order(storeId, orderId), OrderRow);
  return order === undefined ? [] : allAttempts(order);
};

/** Over all stores: what needs a person now, the newest worry first. */
export const listAttention = (ports: ListPorts, narrowed: Narrowed, page: Page): Promise<Listed> =>
  pages(ports, { index: 'byAttention', keys: ['open'] }, narrowed, page);

/** Some partitions of an index, read as one list. */
type Source = { readonly index: ListQuery['index']; readonly keys: readonly string[] };
type Sort = 'placed' | 'attentionSince';
const sortOf = ({ index }: Source): Sort => (index === 'byAttention' ? 'attentionSince' : 'placed');

const newestFirst =
  (sort: Sort) =>
  (a: PurchaseOrderRow, b: PurchaseOrderRow): number =>
    (a[sort] ?? '') < (b[sort] ?? '') ? 1 : -1;

/** At most `limit` rows, and where to go on: after the last of them where there are more. */
const cut = (rows: readonly PurchaseOrderRow[], limit: number, sort: Sort, rest: ListPosition | null): Listed => {
  const last = rows[limit - 1];
  const next = rows.length > limit && last !== undefined ? positionOf(last, sort) : rest;
  return { rows: rows.slice(0, limit), next };
};

const positionOf = (row: PurchaseOrderRow, sort: Sort): ListPosition => ({
  pk: row.pk,
  sk: row.sk,
  sort: row[sort] ?? '',
});

/** A page is full unless it is the last, or `mostRows` were read for it. */
const pages = async (ports: ListPorts, source: Source, narrowed: Narrowed, { limit, after }: Page): Promise<Listed> => {
  const sort = sortOf(source);
  const found: PurchaseOrderRow[] = [];
  let next = after;
  let read = 0;
  do {
    const part = await merged(ports, source, isWide(narrowed) ? limit - found.length : chunk, next);
    found.push(...part.rows.filter((row) => matches(row, narrowed)));
    read += part.rows.length;
    next = part.next;
  } while (next !== null && found.length < limit && read < mostRows);
  return cut(found, limit, sort, next);
};

/** Nothing but the index narrows it: every row that is read is one of the list. */
const isWide = ({ distributor, mode, updatedSince }: Narrowed): boolean =>
  distributor === undefined && mode === undefined && updatedSince === undefined;

/** The next rows of all partitions together. */
const merged = async (
  { table, log }: ListPorts,
  source: Source,
  limit: number,
  after: ListPosition | null,
): Promise<{ readonly rows: readonly PurchaseOrderRow[]; readonly next: ListPosition | null }> => {
  const { index } = source;
  const parts = await Promise.all(source.keys.map((key) => table.list({ index, key, where: {}, limit, after })));
  const sort = sortOf(source);
  const ends = parts.flatMap(({ next }) => (next === null ? [] : [next]));
  // No partition is read further than the one that ended first: what lies behind it comes with the next page.
  const end = ends.toSorted((a, b) => (a.sort < b.sort ? 1 : -1))[0] ?? null;
  const rows = parts
    .flatMap((part) => readable(part.rows, PurchaseOrderRow, log))
    .filter((row) => end === null || (row[sort] ?? '') >= end.sort)
    .sort(newestFirst(sort));
  return cut(rows, limit, sort, end);
};
