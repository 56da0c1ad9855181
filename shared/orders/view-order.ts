import * as v from 'valibot';
import { load } from '../domain/amend.ts';
import { choosePart, missingCredentials, modeOf } from '../domain/eligibility.ts';
import { keys } from '../domain/keys.ts';
import { attemptsOf, type OrderItem, type OrderRow } from '../domain/order.ts';
import type { Profile } from '../domain/profile.ts';
import { PurchaseOrderRow } from '../domain/purchase-order.ts';
import { statusOf, viewPurchaseOrder } from '../domain/purchase-order-view.ts';
import { DistributorSettingsRow } from '../domain/store.ts';
import type { Table } from '../domain/table.ts';
import { DistributorSlug, distributorSlugs, type Mode } from '../domain/words.ts';

export type ViewOrderPorts = {
  readonly table: Table;
  readonly distributors: Readonly<Record<DistributorSlug, { readonly profile: Profile }>>;
};

type Settings = ReadonlyMap<string, DistributorSettingsRow>;
type PurchaseOrders = ReadonlyMap<string, PurchaseOrderRow>;

/** An order as the API shows it: the webstore's own words, and what became of each item in the current mode. */
export const viewOrder = async (ports: ViewOrderPorts, order: OrderRow) => {
  const [settings, purchaseOrders] = await Promise.all([
    settingsOf(ports.table, order.storeId),
    purchaseOrdersOf(ports.table, order),
  ]);
  const { storeId, orderId, status, placedAt, revision, customer, shipTo, items } = order;
  return {
    storeId,
    orderId,
    status,
    placedAt,
    revision,
    customer,
    shipTo,
    items: items.map((item) => {
      const mode = currentMode(ports, settings, item);
      return { ...item, ...viewAttempts(purchaseOrders, attemptsOf(order, mode, item.itemId)) };
    }),
    notes: notesOf(order, [...purchaseOrders.values()]),
  };
};

const settingsOf = async (table: Table, storeId: string): Promise<Settings> => {
  const rows = await Promise.all(
    distributorSlugs.map((slug) => load(table, keys.distributor(storeId, slug), DistributorSettingsRow)),
  );
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.distributor, row] as const])));
};

/** Every attempt that was ever made on the order, by its PO number. */
const purchaseOrdersOf = async (table: Table, order: OrderRow): Promise<PurchaseOrders> => {
  const numbers = [order.attempts.live, order.attempts.test].flatMap((byItem) => Object.values(byItem).flat());
  const rows = await Promise.all(
    numbers.map((poNumber) => load(table, keys.purchaseOrder(order.storeId, poNumber), PurchaseOrderRow)),
  );
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.poNumber, row] as const])));
};

/** The mode of the account that the dialog would choose for this item. */
const currentMode = ({ distributors }: ViewOrderPorts, settings: Settings, item: OrderItem): Mode => {
  const isConfigured = (slug: string): boolean => {
    const row = settings.get(slug) ?? null;
    return v.is(DistributorSlug, slug) && missingCredentials(distributors[slug].profile, row, modeOf(row)).length === 0;
  };
  return modeOf(settings.get(choosePart(item, isConfigured, null)?.distributor ?? '') ?? null);
};

/** Of an item's attempts only the last one can be a purchase order: it is, unless it was refused. */
const viewAttempts = (purchaseOrders: PurchaseOrders, numbers: readonly string[]) => {
  const last = purchaseOrders.get(numbers.at(-1) ?? '');
  if (last === undefined || statusOf(last) === 'refused') return { purchaseOrder: null, shipments: [] };
  const purchaseOrder = viewPurchaseOrder(last);
  return { purchaseOrder, shipments: purchaseOrder.shipments };
};

/** What happened to the order and to all its purchase orders, in the order in which it happened; what was a test says so. */
const notesOf = (order: OrderRow, purchaseOrders: readonly PurchaseOrderRow[]) =>
  [
    ...order.notes.map(({ at, text }) => ({ at, text, itemId: null, poNumber: null })),
    ...purchaseOrders.flatMap(({ history, itemId, poNumber, mode }) =>
      history.map(({ at, text }) => ({ at, text: mode === 'test' ? `[TEST] ${text}` : text, itemId, poNumber })),
    ),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
