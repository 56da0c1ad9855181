import { createHash } from 'node:crypto';
import { type AccountRow, WatchRow } from '../domain/account/account.ts';
import { elsewhere } from '../domain/postal-code.ts';
import { purchaseOrderTags } from '../domain/purchase-order/log-tags.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { applyTracking } from '../domain/purchase-order/tracking-news.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type OpenOrder, safeText, type Tracked } from '../domain/verdicts.ts';
import { milliseconds } from '../domain/vocabulary.ts';
import { drainOutbox } from '../ordering/drain-outbox.ts';
import { postalCodeHash } from '../ordering/postal-code-hash.ts';
import { transition } from '../ordering/transition.ts';
import type { TrackingPorts } from './ports.ts';

/**
 * What the distributor tells of one order, as a short text: the same again on the same day means that there is nothing to do.
 * What lasts counts after days (a number that is no longer told, a text that cannot be read): so it is looked at once a day.
 */
const fingerprint = ({ parcels, complete, someoneElses, remarks = [], isPartial }: Tracked, now: number): string => {
  const lines = [...parcels, ...remarks].map((each) => JSON.stringify(each)).sort();
  const day = lines.length === 0 && isPartial !== true ? 0 : Math.floor(now / 86_400_000);
  return createHash('sha256')
    .update(JSON.stringify([lines, complete, someoneElses, day, ...(isPartial ? ['partial'] : [])]))
    .digest('base64url')
    .slice(0, 16);
};

const nothing = ({ parcels, complete, someoneElses, remarks = [], isPartial }: Tracked): boolean =>
  parcels.length === 0 && !complete && someoneElses === null && remarks.length === 0 && isPartial !== true;

/** What was told, and of the orders whose answer could not be read, or not whole, or did not show them, just that. */
export const withUnreadable = (told: readonly Tracked[], unreadable: readonly OpenOrder[]): readonly Tracked[] => {
  const numbers = new Set(unreadable.map(({ poNumber }) => poNumber));
  const known = new Set(told.map(({ poNumber }) => poNumber));
  const silent = [...numbers].filter((poNumber) => !known.has(poNumber));
  return [
    ...told.map((order) => (numbers.has(order.poNumber) ? { ...order, isPartial: true } : order)),
    ...silent.map((poNumber) => ({ poNumber, parcels: [], complete: false, someoneElses: null, isPartial: true })),
  ];
};

/**
 * Applies what is new to the purchase orders: shipments, notes, and what is then owed. Only afterwards the watch remembers
 * what was told, so that a crash in between makes it be applied again, which changes nothing. One that cannot be written keeps no
 * other waiting: returns what was thrown, and the next look tries again.
 */
export const record = async (
  ports: TrackingPorts,
  account: AccountRow,
  watches: readonly WatchRow[],
  orders: readonly Tracked[],
): Promise<readonly unknown[]> => {
  const troubles: unknown[] = [];
  const byNumber = new Map(watches.map((watch) => [watch.poNumber, watch]));
  for (const order of orders) {
    const watch = byNumber.get(order.poNumber);
    if (watch === undefined || (watch.seen === null && nothing(order))) continue;
    const seen = fingerprint(order, ports.clock.now());
    if (seen === watch.seen) continue;
    await recordOne(ports, account, watch, order, seen).catch((trouble: unknown) => troubles.push(trouble));
  }
  return troubles;
};

/** Of an erased purchase order only a hash of the postal code is left to compare with. */
const judgedByHash = async ({ vault }: TrackingPorts, po: PurchaseOrderRow, order: Tracked): Promise<Tracked> => {
  const ours = po.postalCodeHash ?? null;
  if (ours === null || po.shipTo !== null || order.someoneElses !== null) return order;
  const told = await postalCodeHash(vault, po, order.postalCode);
  return told === null || told === ours ? order : { ...order, someoneElses: safeText(elsewhere) };
};

const recordOne = async (
  ports: TrackingPorts,
  { storeId, distributor, mode }: AccountRow,
  watch: WatchRow,
  order: Tracked,
  seen: string,
): Promise<void> => {
  const key = keys.purchaseOrder(storeId, watch.poNumber);
  const before = await load(ports.table, key, PurchaseOrderRow);
  if (before === undefined) return;
  const judged = await judgedByHash(ports, before, order);
  await transition(ports, before, (row, now) => applyTracking(row, now, judged));
  const after = await load(ports.table, key, PurchaseOrderRow);
  if (after === undefined) return;
  const found = after.shipments.length - before.shipments.length;
  if (found > 0) {
    ports.meter('ShipmentsFound', found, { distributor, mode });
    if (before.shipments.length === 0 && after.acceptedAt !== null) {
      const since = (ports.clock.now() - milliseconds(after.acceptedAt)) / 1000;
      ports.meter('TimeToTracking', since, { distributor, mode });
    }
    ports.log.info('shipments-found', { ...purchaseOrderTags(after), found });
  }
  await drainOutbox(ports, after);
  // A watch that is gone (all shipped, stopped) stays gone.
  await amend(ports, watch, WatchRow, (current) => (current === undefined ? null : { ...current, seen }));
};
