import type { Table } from '../domain/ports/table.ts';
import { writings } from '../domain/purchase-order/po-number.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';

/** Whether this very number has been used: by this store at any account, or at this account by any store. */
const isTaken = async (
  table: Table,
  storeId: string,
  fingerprint: string | undefined,
  poNumber: string,
): Promise<boolean> => {
  const places = [
    keys.purchaseOrder(storeId, poNumber),
    ...(fingerprint === undefined ? [] : [keys.accountNumber(fingerprint, poNumber)]),
  ];
  const found = await Promise.all(places.map((key) => table.get(key)));
  return found.some((row) => row !== undefined);
};

/** Whether the number has been used, or one that a distributor may take for the same: 42 and 0042. */
export const isUsed = async (
  table: Table,
  storeId: string,
  fingerprint: string | undefined,
  poNumber: string,
): Promise<boolean> => {
  const taken = await Promise.all(writings(poNumber).map((one) => isTaken(table, storeId, fingerprint, one)));
  return taken.includes(true);
};

/** The store's own orders under the number, or under one that is the same with fewer or more zeros. */
export const ownUnder = async (
  table: Table,
  storeId: string,
  poNumber: string,
): Promise<readonly PurchaseOrderRow[]> => {
  const found = writings(poNumber).map((one) => load(table, keys.purchaseOrder(storeId, one), PurchaseOrderRow));
  return (await Promise.all(found)).filter((row) => row !== undefined);
};
