import type { IsAnothers } from '../distributors/distributor.ts';
import type { DistributorSettingsRow } from '../domain/account/store.ts';
import type { Table } from '../domain/ports/table.ts';
import { writings } from '../domain/purchase-order/po-number.ts';
import type { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
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

/** Whether a number in a distributor's list is another order's of this store or account than this one's. */
export const anothersBeside =
  (
    table: Table,
    { storeId, mode, poNumber }: PurchaseOrderRow,
    settings: DistributorSettingsRow | undefined,
  ): IsAnothers =>
  async (number) =>
    number !== poNumber && isTaken(table, storeId, settings?.[mode]?.fingerprint, number);
