import * as v from 'valibot';
import { allAttempts, OrderRow } from '../domain/order/order.ts';
import type { ListPosition, Table } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';

/** How a list is narrowed; left out = not at all. */
export type Narrowed = {
  readonly poNumber?: string | undefined;
  readonly orderId?: string | undefined;
  readonly distributor?: string | undefined;
  readonly status?: string | undefined;
  readonly mode?: string | undefined;
};

export type Listed = { readonly rows: readonly PurchaseOrderRow[]; readonly next: ListPosition | null };

/** So many requests for one page; a list narrowed to little goes on at its cursor. */
const mostRequests = 20;

const matches = (row: PurchaseOrderRow, narrowed: Narrowed): boolean =>
  row.status !== 'refused' &&
  (narrowed.poNumber === undefined || row.poNumber === narrowed.poNumber) &&
  (narrowed.orderId === undefined || row.orderId === narrowed.orderId) &&
  (narrowed.distributor === undefined || row.distributor === narrowed.distributor) &&
  (narrowed.status === undefined || row.status === narrowed.status) &&
  (narrowed.mode === undefined || row.mode === narrowed.mode);

/** A store's purchase orders, newest first. A number or an order is looked up directly, without the index. */
export const listOfStore = async (
  table: Table,
  storeId: string,
  narrowed: Narrowed,
  page: { readonly limit: number; readonly after: ListPosition | null },
): Promise<Listed> => {
  const numbers = await numbersOf(table, storeId, narrowed);
  if (numbers === null) return pages(table, 'byStore', storeId, narrowed, page);
  const found = await Promise.all(
    numbers.map((poNumber) => load(table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow)),
  );
  const rows = found
    .filter((row) => row !== undefined)
    .filter((row) => matches(row, narrowed) && (page.after === null || row.placed < page.after.sort))
    .sort((a, b) => (a.placed < b.placed ? 1 : -1));
  const last = rows[page.limit - 1];
  return {
    rows: rows.slice(0, page.limit),
    next: rows.length > page.limit && last ? { pk: last.pk, sk: last.sk, sort: last.placed } : null,
  };
};

/** The numbers to look at, where the question names them; null = it does not. */
const numbersOf = async (table: Table, storeId: string, { poNumber, orderId }: Narrowed) => {
  if (poNumber !== undefined) return [poNumber];
  if (orderId === undefined) return null;
  const order = await load(table, keys.order(storeId, orderId), OrderRow);
  return order === undefined ? [] : allAttempts(order);
};

/** Over all stores: what needs a person now, the newest worry first. */
export const listAttention = (
  table: Table,
  narrowed: Narrowed,
  page: { readonly limit: number; readonly after: ListPosition | null },
): Promise<Listed> => pages(table, 'byAttention', 'open', narrowed, page);

const pages = async (
  table: Table,
  index: 'byStore' | 'byAttention',
  key: string,
  narrowed: Narrowed,
  { limit, after }: { readonly limit: number; readonly after: ListPosition | null },
): Promise<Listed> => {
  const where = Object.fromEntries(
    Object.entries(narrowed).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const rows: PurchaseOrderRow[] = [];
  let next = after;
  for (let request = 0; request < mostRequests; request++) {
    const page = await table.list({ index, key, where, limit: limit - rows.length, after: next });
    rows.push(...v.parse(v.array(PurchaseOrderRow), page.rows).filter((row) => matches(row, narrowed)));
    next = page.next;
    if (next === null || rows.length >= limit) break;
  }
  return { rows, next };
};
