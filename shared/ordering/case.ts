import { AccountRow } from '../domain/account/account.ts';
import { StoreRow } from '../domain/account/store.ts';
import type { Case, SetUp, WantedPart } from '../domain/order/eligibility.ts';
import { attemptsOf, itemOf, OrderRow } from '../domain/order/order.ts';
import type { Clock } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { isRechecked } from '../domain/purchase-order/due.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { statusOf } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import type { ReadingPorts } from '../domain/rows/readable.ts';
import { type DistributorSlug, instant, type Mode } from '../domain/vocabulary.ts';
import { type Choice, choiceOf, choose, type Settings, settingsOf } from './choice.ts';

/** The four, as this deployment is set up for them. */
export type SetUps = Readonly<Record<DistributorSlug, SetUp>>;

export type ItemId = { readonly storeId: string; readonly orderId: string; readonly itemId: string };

/** What is judged, and the last attempt of this mode, refused or not. */
export type LoadedCase = {
  readonly the: Case;
  readonly lastAttempt: PurchaseOrderRow | null;
  /** Its attempts in this mode that were refused, and that the distributor is still to be asked about. */
  readonly unsure: readonly string[];
  readonly standing: Standing;
  readonly configured: Settings;
};

/** The item's purchase orders of both modes: a live one is shown whatever mode is set now. */
type Standing = Readonly<Record<Mode, PurchaseOrderRow | null>>;

/**
 * Reads everything that the seven checks judge for one order item. Undefined when the store, the order or the item is not
 * there. `wanted` = the part that a person chose.
 */
export const loadCase = async (
  { table, log, clock, setUps }: ReadingPorts & { readonly clock: Clock; readonly setUps: SetUps },
  { storeId, orderId, itemId }: ItemId,
  wanted: WantedPart,
): Promise<LoadedCase | undefined> => {
  const [store, order, settings] = await Promise.all([
    load(table, keys.store(storeId), StoreRow),
    load(table, keys.order(storeId, orderId), OrderRow),
    settingsOf({ table, log }, storeId),
  ]);
  const item = order === undefined ? undefined : itemOf(order, itemId);
  if (store === undefined || order === undefined || item === undefined) return undefined;

  const choice = choose(item, settings, setUps, wanted);
  const { mode } = choice;
  const [account, live, test] = await Promise.all([
    accountOf(table, storeId, choice),
    attemptsAt(table, order, 'live', itemId),
    attemptsAt(table, order, 'test', itemId),
  ]);
  const attempts = mode === 'live' ? live : test;
  const lastAttempt = attempts.at(-1) ?? null;
  const unsure = attempts.filter(isRechecked).map(({ poNumber }) => poNumber);
  const standing: Standing = { live: standingOf(live), test: standingOf(test) };
  const the: Case = {
    store,
    order,
    item,
    ...judgedOf(choice, setUps),
    account,
    purchaseOrder: standing[mode],
    today: instant(clock.now()).slice(0, 10),
  };
  return { the, lastAttempt, unsure, standing, configured: settings };
};

/** The same of every part of the item, in its order. The account of the part that was chosen is known. */
export const casesOfParts = async (
  { table, setUps }: { readonly table: Table; readonly setUps: SetUps },
  { the, standing, configured }: LoadedCase,
): Promise<readonly Case[]> => {
  const choices = the.item.distributorParts.map((part) => choiceOf(part, configured));
  const accounts = new Map([[the.setUp?.profile.slug ?? null, Promise.resolve(the.account)]]);
  const accountAt = (choice: Choice): Promise<AccountRow | null> => {
    const account = accounts.get(choice.distributor) ?? accountOf(table, the.store.storeId, choice);
    accounts.set(choice.distributor, account);
    return account;
  };
  return Promise.all(
    choices.map(async (choice) => ({
      ...the,
      ...judgedOf(choice, setUps),
      account: await accountAt(choice),
      purchaseOrder: standing[choice.mode],
    })),
  );
};

const accountOf = async (table: Table, storeId: string, { distributor, mode }: Choice): Promise<AccountRow | null> =>
  distributor === null ? null : ((await load(table, keys.account(storeId, distributor, mode), AccountRow)) ?? null);

const judgedOf = ({ part, distributor, settings, mode }: Choice, setUps: SetUps) => ({
  distributor: part?.distributor ?? null,
  partNumber: part?.partNumber ?? null,
  mode,
  setUp: distributor === null ? null : setUps[distributor],
  settings,
});

/**
 * The newest attempt that was not refused: an earlier one that the distributor took late locks the item too. A refused attempt that a
 * person has to look into may be an order after all: until that is done, the item stays locked.
 */
const standingOf = (attempts: readonly PurchaseOrderRow[]): PurchaseOrderRow | null =>
  attempts.findLast((attempt) => statusOf(attempt) !== 'refused') ?? null;

const attemptsAt = async (table: Table, order: OrderRow, mode: Mode, itemId: string) => {
  const rows = await Promise.all(
    attemptsOf(order, mode, itemId).map((poNumber) =>
      load(table, keys.purchaseOrder(order.storeId, poNumber), PurchaseOrderRow),
    ),
  );
  return rows.filter((row) => row !== undefined);
};
