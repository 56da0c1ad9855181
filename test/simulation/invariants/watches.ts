import type { Row } from '../../../shared/domain/ports/table.ts';
import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { milliseconds } from '../../../shared/domain/vocabulary.ts';
import type { World } from '../world/state.ts';
import { checkParcels, checkShipments } from './parcels.ts';
import { purchaseOrders, wrong } from './remembered.ts';
import { accountOf, trackedName } from './sweep-requests.ts';

/** The purchase order's watches, wherever they lie in their account: there should be one at the most. */
const watchesOf = (world: World, po: PurchaseOrderRow): readonly Row[] => {
  const { pk } = keys.account(po.storeId, po.distributor, po.mode);
  return [...world.rows.values()].filter(
    (row) =>
      row.pk === pk &&
      row.sk.startsWith('WATCH#') &&
      Reflect.get(row, 'poNumber') === po.poNumber &&
      (row.expiresAt ?? 0) * 1000 > world.now,
  );
};

const isOpen = (world: World, po: PurchaseOrderRow): boolean =>
  po.state === 'accepted' &&
  po.tracking === 'open' &&
  po.trackUntil !== null &&
  milliseconds(po.trackUntil) > world.now;

/**
 * An accepted order is looked up: its watch is there until its end, its account is due, and its own row owes the stop. One of which
 * nobody is to look has no watch.
 */
export const isWatched = (world: World, po: PurchaseOrderRow): void => {
  const [watch] = watchesOf(world, po);
  if (po.tracking !== 'open' && watch !== undefined)
    wrong(world, `PO ${po.poNumber} is watched although its tracking has ended.`);
  if (!isOpen(world, po)) return;
  if (watch === undefined) wrong(world, `PO ${po.poNumber} is accepted and nobody watches it.`);
  else if (watch.expiresAt !== Math.floor(Date.parse(po.trackUntil ?? '') / 1000)) {
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

/** While its account is stopped nobody may ask for it; the time counts from when that ends. */
const noteStop = (world: World, po: PurchaseOrderRow): number => {
  const name = trackedName(po);
  const { stopped } = world.observed;
  const isStopped = Reflect.get(accountOf(world, po) ?? {}, 'stopped') != null;
  const ended =
    isStopped || stopped[name] === untilItEnds ? (isStopped ? untilItEnds : world.now) : (stopped[name] ?? 0);
  if (ended !== (stopped[name] ?? 0)) world.observed = { ...world.observed, stopped: { ...stopped, [name]: ended } };
  return ended;
};

/** No order goes unasked, and none of its parcels unknown, for longer than its cadence and a grace; nothing is looked for longer than it should be. */
export const checkWatches = (world: World): void => {
  for (const po of purchaseOrders(world)) {
    if (po.state !== 'accepted' || po.trackUntil === null) continue;
    checkShipments(world, po, po.trackUntil);
    isAskedFor(world, po, milliseconds(po.trackUntil), noteStop(world, po));
  }
};

/** Of an order that cannot be read it is asked less and less often, and once in six hours at least. */
const isIllTold = ({ illTold, now }: World, { distributor, poNumber }: PurchaseOrderRow): boolean =>
  illTold[distributor]?.poNumber === poNumber && now < illTold[distributor].until + 6 * hour + grace;

/** Nobody asks for an order by a watch that cannot be read; its row is logged, and an alarm rings. */
const hasOddWatch = (world: World, po: PurchaseOrderRow): boolean =>
  watchesOf(world, po).some((watch) => typeof Reflect.get(watch, 'quantity') !== 'number');

const isAskedFor = (world: World, po: PurchaseOrderRow, end: number, stopEnded: number): void => {
  const asked = world.observed.tracked[trackedName(po)] ?? 0;
  const opened = end - 42 * day;
  const calm = Math.max(opened, stopEnded, world.observed.lastFaultAt + world.observed.patience);
  if (!isOpen(world, po)) {
    hadLastLook(world, po, { asked, calm, end });
    return;
  }
  if (isIllTold(world, po) || hasOddWatch(world, po)) return;
  const every = cadences.find(({ until }) => world.now - opened < until)?.every ?? day;
  if (world.now > Math.max(asked, calm) + every + grace) {
    const since = Math.max(asked, opened);
    wrong(world, `PO ${po.poNumber} has not been asked for ${Math.round((world.now - since) / minute)} minutes.`);
  }
  checkParcels(world, po, { calm, within: every + grace });
};

type Times = { readonly asked: number; readonly calm: number; readonly end: number };

/** Whoever was watched for six weeks was asked for in the last hour of them. */
const hadLastLook = (world: World, po: PurchaseOrderRow, { asked, calm, end }: Times): void => {
  const isOver = po.tracking === 'stopped' && po.history.some(({ text }) => text.startsWith('Six weeks'));
  if (isOver && calm < end - 2 * hour && asked < end - hour) {
    wrong(world, `PO ${po.poNumber} was not asked for in the last hour of its six weeks.`);
  }
};
