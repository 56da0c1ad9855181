import { AccountRow } from '../domain/account/account.ts';
import { StoreRow } from '../domain/account/store.ts';
import type { Case, SetUp } from '../domain/order/eligibility.ts';
import { attemptsOf, itemOf, OrderRow } from '../domain/order/order.ts';
import type { Clock } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { statusOf } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type DistributorSlug, instant } from '../domain/vocabulary.ts';
import { choose, settingsOf } from './choice.ts';

/** The four, as this deployment is set up for them. */
export type SetUps = Readonly<Record<DistributorSlug, SetUp>>;

export type ItemId = { readonly storeId: string; readonly orderId: string; readonly itemId: string };

/** What is judged, and the last attempt of this mode, refused or not. */
export type LoadedCase = { readonly the: Case; readonly lastAttempt: PurchaseOrderRow | null };

/**
 * Reads everything that the seven checks judge for one order item. Undefined when the store, the order or the item is not
 * there. `wanted` = the distributor that a person chose; null = ours to choose.
 */
export const loadCase = async (
  { table, clock, setUps }: { readonly table: Table; readonly clock: Clock; readonly setUps: SetUps },
  { storeId, orderId, itemId }: ItemId,
  wanted: DistributorSlug | null,
): Promise<LoadedCase | undefined> => {
  const [store, order, settings] = await Promise.all([
    load(table, keys.store(storeId), StoreRow),
    load(table, keys.order(storeId, orderId), OrderRow),
    settingsOf(table, storeId),
  ]);
  const item = order === undefined ? undefined : itemOf(order, itemId);
  if (store === undefined || order === undefined || item === undefined) return undefined;

  const { part, distributor: ours, settings: chosen, mode } = choose(item, settings, setUps, wanted);
  const [account, lastAttempt] = await Promise.all([
    ours === null ? undefined : load(table, keys.account(storeId, ours, mode), AccountRow),
    lastAttemptOf(table, order, mode, itemId),
  ]);
  const the: Case = {
    store,
    order,
    item,
    distributor: part?.distributor ?? null,
    partNumber: part?.partNumber ?? null,
    mode,
    setUp: ours === null ? null : setUps[ours],
    settings: chosen,
    account: account ?? null,
    // A refused attempt that a person has to look into may be an order after all: until he has, the item stays locked.
    purchaseOrder: lastAttempt === null || statusOf(lastAttempt) === 'refused' ? null : lastAttempt,
    today: instant(clock.now()).slice(0, 10),
  };
  return { the, lastAttempt };
};

const lastAttemptOf = async (table: Table, order: OrderRow, mode: 'live' | 'test', itemId: string) => {
  const poNumber = attemptsOf(order, mode, itemId).at(-1);
  if (poNumber === undefined) return null;
  return (await load(table, keys.purchaseOrder(order.storeId, poNumber), PurchaseOrderRow)) ?? null;
};
