import { notFound } from '../contract/problem.ts';
import { OrderRow } from '../domain/order/order.ts';
import type { Table } from '../domain/ports/table.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';

export const noSuchOrder = () => notFound('This store has no such order: send it first with PUT.');

/** The order, or 404. */
export const orderOf = async (table: Table, storeId: string, orderId: string): Promise<OrderRow> => {
  const row = await load(table, keys.order(storeId, orderId), OrderRow);
  if (row === undefined) throw noSuchOrder();
  return row;
};
