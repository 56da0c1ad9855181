import type { OpenAccount } from '../accounts/open.ts';
import type { IsAnothers } from '../distributors/distributor.ts';
import { NumberRow } from '../domain/account/account-number.ts';
import type { DistributorSettingsRow } from '../domain/account/store.ts';
import { numberKey } from '../domain/number-key.ts';
import type { Table } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import type { FindVerdict } from '../domain/verdicts.ts';
import type { OrderingPorts } from './ports.ts';

/** The order under a number at an account: of this store, or of another that orders there. */
const orderUnder = async (
  table: Table,
  storeId: string,
  fingerprint: string | undefined,
  poNumber: string,
): Promise<PurchaseOrderRow | undefined> => {
  const own = await load(table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow);
  if (own !== undefined || fingerprint === undefined) return own;
  const number = await load(table, keys.accountNumber(fingerprint, poNumber), NumberRow);
  return number && load(table, keys.purchaseOrder(number.storeId, poNumber), PurchaseOrderRow);
};

/**
 * What of a distributor's list is known to be another order than this one: one that was accepted there under that number, with an order
 * number that the list shows, too. A number that was used and refused may be ours, cut.
 */
const anothersBeside =
  (
    table: Table,
    { storeId, mode, poNumber, distributor }: PurchaseOrderRow,
    settings: DistributorSettingsRow | undefined,
  ): IsAnothers =>
  async (number, orderNumbers) => {
    if (number === poNumber) return false;
    const other = await orderUnder(table, storeId, settings?.[mode]?.fingerprint, number);
    if (other?.state !== 'accepted' || other.distributor !== distributor || other.mode !== mode) return false;
    const theirs = new Set(other.orderNumbers.map(numberKey));
    return orderNumbers.some((each) => each !== null && theirs.has(numberKey(each)));
  };

/** Asks the distributor for the order by its number; no other order of ours is taken for it. Places nothing. */
export const lookFor = (
  { table, distributors }: OrderingPorts,
  po: PurchaseOrderRow,
  { account, settings }: Extract<OpenAccount, { usable: true }>,
  now: number,
): Promise<FindVerdict> => {
  const order = { ...po, submittedAt: po.call?.begunAt ?? po.submittedAt, postalCode: po.shipTo?.postalCode ?? null };
  return distributors[po.distributor].find(account, order, now, anothersBeside(table, po, settings));
};
