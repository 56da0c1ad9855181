import { allAttempts, OrderRow } from '../domain/order/order.ts';
import type { Table } from '../domain/ports/table.ts';
import { statusKeyOf } from '../domain/purchase-order/due.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { updatedAtOf } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import {
  cut,
  type Judged,
  type Listed as ListedRows,
  newestFirst,
  type Page,
  type PagePorts,
  pages,
} from '../domain/rows/pages.ts';
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

export type ListPorts = PagePorts;
export type Listed = ListedRows<PurchaseOrderRow>;

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
    const source = { ...byPlaced, index: status === undefined ? 'byStore' : 'byStatus', keys: keysOf } as const;
    return pages(ports, source, judged(narrowed), page);
  }
  const found = await Promise.all(numbers.map((poNumber) => table.get(keys.purchaseOrder(storeId, poNumber))));
  const standing = found.filter((row) => row !== undefined);
  const rows = readable(standing, PurchaseOrderRow, log)
    .filter((row) => matches(row, narrowed) && (page.after === null || row.placed < page.after.sort))
    .sort(newestFirst(byPlaced.sortOf));
  return cut(rows, page.limit, byPlaced.sortOf, null);
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
  pages(ports, byAttention, judged(narrowed), page);

const byPlaced = { schema: PurchaseOrderRow, sortOf: ({ placed }: PurchaseOrderRow) => placed };
const byAttention = {
  index: 'byAttention',
  keys: ['open'],
  schema: PurchaseOrderRow,
  sortOf: ({ attentionSince }: PurchaseOrderRow) => attentionSince ?? '',
} as const;

const judged = (narrowed: Narrowed): Judged<PurchaseOrderRow> => {
  const { distributor, mode, updatedSince } = narrowed;
  const isWide = distributor === undefined && mode === undefined && updatedSince === undefined;
  return { matches: (row) => matches(row, narrowed), isWide };
};
