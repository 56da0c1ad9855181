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
import { type DistributorSlug, instant, type Mode } from '../domain/vocabulary.ts';
import { choose, settingsOf } from './choice.ts';

/** The four, as this deployment is set up for them. */
export type SetUps = Readonly<Record<DistributorSlug, SetUp>>;

export type ItemId = { readonly storeId: string; readonly orderId: string; readonly itemId: string };

/** What is judged, and the last attempt of this mode, refused or not. */
export type LoadedCase = {
  readonly the: Case;
  readonly lastAttempt: PurchaseOrderRow | null;
  readonly standing: Standing;
};

/** The item's purchase orders of both modes: a live one is shown whatever mode is set now. */
type Standing = Readonly<Record<Mode, PurchaseOrderRow | null>>;

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
  const [account, live, test] = await Promise.all([
    ours === null ? undefined : load(table, keys.account(storeId, ours, mode), AccountRow),
    lastAttemptOf(table, order, 'live', itemId),
    lastAttemptOf(table, order, 'test', itemId),
  ]);
  const lastAttempt = mode === 'live' ? live : test;
  const standing: Standing = { live: standingOf(live), test: standingOf(test) };
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
    purchaseOrder: standing[mode],
    today: instant(clock.now()).slice(0, 10),
  };
  return { the, lastAttempt, standing };
};

/** A refused attempt that a person has to look into may be an order after all: until that is done, the item stays locked. */
const standingOf = (attempt: PurchaseOrderRow | null): PurchaseOrderRow | null =>
  attempt === null || statusOf(attempt) === 'refused' ? null : attempt;

const lastAttemptOf = async (table: Table, order: OrderRow, mode: Mode, itemId: string) => {
  const poNumber = attemptsOf(order, mode, itemId).at(-1);
  if (poNumber === undefined) return null;
  return (await load(table, keys.purchaseOrder(order.storeId, poNumber), PurchaseOrderRow)) ?? null;
};
