import { OrderRow, orderListKey } from '../domain/order/order.ts';
import type { ListPosition } from '../domain/ports/table.ts';
import { type Page, type PagePorts, pages } from '../domain/rows/pages.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { type ViewOrderPorts, viewOrder } from './view-order.ts';

export type ListOrdersPorts = PagePorts & ViewOrderPorts;

type Narrowed = { readonly status?: readonly OrderRow['status'][] | undefined; readonly since?: Instant | undefined };

/** So much is answered at once: a function answers 6 MB at the most. In characters. */
const mostCharacters = 3_000_000;

/** How many orders are read together. */
const together = 10;

const placedOf = ({ placed }: OrderRow): string => placed ?? '';

/** A page of a store's orders, the last changed first. Those that were not told of since there is this list are not in it. */
export const listOrders = async (ports: ListOrdersPorts, storeId: string, { status, since }: Narrowed, page: Page) => {
  // A cursor from before what is asked for: nothing lies behind it.
  if (page.after !== null && page.after.sort < (since ?? '')) return { orders: [], next: null };
  const source = {
    index: status === undefined ? 'byStore' : 'byStatus',
    keys: (status ?? [null]).map((each) => orderListKey(storeId, each)),
    from: since,
    schema: OrderRow,
    sortOf: placedOf,
  } as const;
  const { rows, next } = await pages(ports, source, { matches: () => true, isWide: true }, page);
  const shown = await viewedWithin(ports, rows);
  const last = rows[shown.length - 1];
  const rest: ListPosition | null =
    shown.length < rows.length && last !== undefined ? { pk: last.pk, sk: last.sk, sort: placedOf(last) } : next;
  return { orders: shown, next: rest };
};

/** As many of these as fit into an answer, one at least. */
const viewedWithin = async (ports: ListOrdersPorts, rows: readonly OrderRow[]) => {
  const shown: Awaited<ReturnType<typeof viewOrder>>[] = [];
  let characters = 0;
  for (let at = 0; at < rows.length; at += together) {
    const views = await Promise.all(rows.slice(at, at + together).map((row) => viewOrder(ports, row)));
    for (const view of views) {
      characters += JSON.stringify(view).length;
      if (characters > mostCharacters && shown.length > 0) return shown;
      shown.push(view);
    }
  }
  return shown;
};
