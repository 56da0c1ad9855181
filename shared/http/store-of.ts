import { noSuchStore } from '../contract/problem.ts';
import { StoreRow } from '../domain/account/store.ts';
import type { Table } from '../domain/ports/table.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';

/** The store, or 404. */
export const storeOf = async (table: Table, storeId: string): Promise<StoreRow> => {
  const row = await load(table, keys.store(storeId), StoreRow);
  if (row === undefined) throw noSuchStore();
  return row;
};
