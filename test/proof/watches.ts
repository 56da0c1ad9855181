import { keys } from '../../shared/domain/keys.ts';
import type { PurchaseOrderRow } from '../../shared/domain/purchase-order.ts';
import type { Row } from '../../shared/domain/table.ts';
import { milliseconds } from '../../shared/domain/words.ts';
import { purchaseOrders, wrong } from './ghost.ts';
import type { World } from './state.ts';

/** The purchase order's watches, wherever they lie in their account: there should be one at the most. */
const watchesOf = (world: World, po: PurchaseOrderRow): readonly Row[] => {
  const { pk } = keys.account(po.storeId, po.distributor, po.mode);
  return [...world.rows.values()].filter(
    (row) => row.pk === pk && row.sk.startsWith('WATCH#') && Reflect.get(row, 'poNumber') === po.poNumber,
  );
};

const accountOf = (world: World, po: PurchaseOrderRow): Row | undefined => {
  const { pk, sk } = keys.account(po.storeId, po.distributor, po.mode);
  return world.rows.get(`${pk}\u0000${sk}`);
};

const isOpen = (world: World, po: PurchaseOrderRow): boolean =>
  po.state === 'accepted' &&
  po.tracking === 'open' &&
  po.trackUntil !== null &&
  milliseconds(po.trackUntil) > world.now;

/** An accepted order is looked up: its watch is there until its end, its account is due, and its own row owes the stop. */
export const isWatched = (world: World, po: PurchaseOrderRow): void => {
  if (!isOpen(world, po)) return;
  const [watch] = watchesOf(world, po).filter(({ expiresAt = 0 }) => expiresAt * 1000 > world.now);
  if (watch === undefined) wrong(world, `PO ${po.poNumber} is accepted and nobody watches it.`);
  else if (watch.expiresAt !== Math.floor(milliseconds(po.trackUntil ?? '') / 1000)) {
    wrong(world, `The watch of PO ${po.poNumber} does not end with its six weeks.`);
  }
  if (accountOf(world, po)?.due === undefined)
    wrong(world, `PO ${po.poNumber} is watched, but its account is never due.`);
  if (po.due === undefined) wrong(world, `Nobody will stop the tracking of PO ${po.poNumber}.`);
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const grace = 20 * minute;

/** How often an order is to be asked for, by its age. Said here once more, so that the service's own table is held to it. */
const cadences = [
  { until: 3 * day, every: hour },
  { until: 14 * day, every: 4 * hour },
  { until: 42 * day, every: day },
] as const;

const untilItEnds = Number.MAX_SAFE_INTEGER;

/** No watch younger than six weeks goes unasked for longer than its cadence and a grace; of none older is news applied. */
export const checkWatches = (world: World): void => {
  for (const po of purchaseOrders(world)) {
    for (const { source, foundAt, trackingNumber } of po.shipments) {
      if (source === 'distributor' && po.trackUntil !== null && foundAt > po.trackUntil) {
        wrong(world, `PO ${po.poNumber} was asked for after its six weeks: ${trackingNumber}.`);
      }
    }
    const account = accountOf(world, po);
    if (!isOpen(world, po) || account === undefined) continue;
    const name = `${po.storeId}/${po.distributor}/${po.mode}`;
    const isStopped = Reflect.get(account, 'stopped') !== null;
    if (isStopped || world.ghost.tracked[name] === untilItEnds) {
      // While it is stopped nobody may ask; the time counts from when that ends.
      const counted = isStopped ? untilItEnds : world.now;
      world.ghost = { ...world.ghost, tracked: { ...world.ghost.tracked, [name]: counted } };
      if (isStopped) continue;
    }
    const [watch] = watchesOf(world, po);
    if (watch?.expiresAt === undefined) continue;
    const opened = watch.expiresAt * 1000 - 42 * day;
    const asked = Math.max(opened, world.ghost.tracked[name] ?? 0);
    const since = Math.max(asked, world.ghost.lastFaultAt + world.ghost.patience);
    const every = cadences.find(({ until }) => world.now - opened < until)?.every ?? day;
    if (world.now > since + every + grace) {
      wrong(world, `PO ${po.poNumber} has not been asked for ${Math.round((world.now - asked) / minute)} minutes.`);
    }
  }
};
