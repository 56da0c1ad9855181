import type { Order } from '../../../infra/simulators/orders.ts';
import { distributors } from '../../../shared/distributors/all.ts';
import type { OrderRow } from '../../../shared/domain/order/order.ts';
import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { seconds } from '../../../shared/domain/time-limits.ts';
import { distributorSlugs, type Instant, milliseconds } from '../../../shared/domain/vocabulary.ts';
import { neverComesBack } from '../faults/staying.ts';
import type { World } from '../world/state.ts';
import { purchaseOrders, wrong } from './remembered.ts';

/** What must hold after every step, and what must hold at rest. What does not is written into `observed`. */
/** S counts from the end of the invocation that calls; two clocks differ by ten minutes at the most. */
const S = 600 + seconds.submitLimit + 2 * seconds.clockBound;
/** All is settled so long after the last fault: twice S, the gap between two look-ups, four rounds of the poller. */
const settledWithin = (2 * S + seconds.lookUpGap + 4 * 60) * 1000;

const ordersThere = (world: World): readonly Order[] =>
  distributorSlugs.flatMap((slug) => world.distributors[slug].orders);
const isLive = ({ cancelled }: Order): boolean => !cancelled;

const isOf =
  (po: PurchaseOrderRow) =>
  (order: Order): boolean =>
    order.poNumber === po.poNumber && order.mode === po.mode;

const sameContent = (po: PurchaseOrderRow, order: Order): boolean => {
  const { shipTo, partNumber, quantity } = po;
  const [line, ...others] = order.lines;
  const there = order.shipTo;
  const same = (field: 'name' | 'line1' | 'city' | 'state' | 'postalCode'): boolean =>
    shipTo === null || shipTo[field] === there[field];
  return (
    others.length === 0 &&
    line?.partNumber === partNumber &&
    line.quantity === quantity &&
    same('name') &&
    same('line1') &&
    same('city') &&
    same('state') &&
    same('postalCode')
  );
};

const sixWeeks = 42 * 86_400_000;
/** When its six weeks began: with its acceptance, or when a person had the tracking go on. */
const trackedSince = ({ history, acceptedAt }: PurchaseOrderRow): Instant | null =>
  history.findLast(({ text }) => text.startsWith('Tracking goes on'))?.at ?? acceptedAt;
const resolvedByPerson = ({ history }: PurchaseOrderRow): boolean =>
  history.some(({ text }) => text.startsWith('A person found'));

const refusedByPerson = ({ history }: PurchaseOrderRow): boolean =>
  history.some(({ text }) => text.startsWith('Not placed: A person found'));

/** At most one live order an item, and none that nobody here knows of. */
const neverTwo = (world: World, pos: readonly PurchaseOrderRow[]): void => {
  const byItem = new Map<string, number>();
  for (const order of ordersThere(world).filter(isLive)) {
    const po = pos.find((row) => isOf(row)(order));
    if (po === undefined) {
      wrong(world, `A distributor holds an order under PO ${order.poNumber}, which nobody here has claimed.`);
      continue;
    }
    const item = `item ${po.itemId} of order ${po.orderId} of ${po.storeId} (${po.mode})`;
    byItem.set(item, (byItem.get(item) ?? 0) + 1);
  }
  for (const [item, count] of byItem)
    if (count > 1) wrong(world, `TWO ORDERS: ${count} live orders stand for ${item}.`);
};

/** Whoever is asked whether it was placed, and hears that it was not, frees the item: its request must have shown its effect by then. */
const isAskedTooSoon = ({ apart }: World, { state, attention, call }: PurchaseOrderRow): boolean =>
  state === 'needs-person' &&
  call !== null &&
  (attention?.reason === 'no-usable-credentials' || attention?.reason === 'cannot-be-decided') &&
  milliseconds(attention.since) < milliseconds(call.settleAt) - apart;

/** What is said here is so there; an outcome never changes; what was known is never lost. */
const outcomesHold = (world: World, pos: readonly PurchaseOrderRow[]): void => {
  const outcomes: Record<string, string> = { ...world.observed.outcomes };
  for (const po of pos) {
    const name = `${po.storeId}/${po.poNumber}`;
    const before = outcomes[name];
    const isFinal = po.state === 'accepted' || po.state === 'refused';
    const standsAfterAll = before === 'refused' && po.state === 'accepted' && resolvedByPerson(po);
    if (before !== undefined && before !== 'open' && before !== po.state && !standsAfterAll) {
      wrong(world, `PO ${po.poNumber} was ${before} and became ${po.state}.`);
    }
    outcomes[name] = isFinal ? po.state : (before ?? 'open');
    const there = ordersThere(world).filter(isOf(po)).filter(isLive);
    const isExplained = po.attention !== null || refusedByPerson(po) || willBeLookedUp(world, po);
    if (po.state === 'refused' && there.length > 0 && !isExplained) {
      wrong(world, `PO ${po.poNumber} is refused here, but the distributor holds it.`);
    }
    if (po.state === 'accepted' && !resolvedByPerson(po)) {
      const [only, ...others] = there;
      if (only === undefined) wrong(world, `PO ${po.poNumber} is accepted here, but the distributor does not hold it.`);
      else if (others.length === 0 && !sameContent(po, only)) {
        wrong(world, `PO ${po.poNumber} stands at the distributor with other content than was sent.`);
      }
    }
    const since = trackedSince(po);
    if (po.trackUntil !== null && since !== null) {
      const watched = milliseconds(po.trackUntil) - milliseconds(since);
      if (watched !== sixWeeks)
        wrong(world, `PO ${po.poNumber} is tracked for ${watched / 1000} s, not for six weeks.`);
    }
    const { resend, lookUp } = distributors[po.distributor].profile;
    if (po.sends > 1 && !resend)
      wrong(world, `PO ${po.poNumber} was sent twice to a distributor of which that is not allowed.`);
    if (po.sends > 2 && lookUp === 'by-number') wrong(world, `PO ${po.poNumber} was sent ${po.sends} times.`);
    if (isAskedTooSoon(world, po))
      wrong(world, `A person is asked whether PO ${po.poNumber} was placed, before anybody can know.`);
    if (po.state === 'needs-person' && (po.attention === null || po.attention.whatToDo === '')) {
      wrong(world, `PO ${po.poNumber} needs a person, but nobody is told why.`);
    }
  }
  for (const name of Object.keys(outcomes)) {
    if (!pos.some(({ storeId, poNumber }) => `${storeId}/${poNumber}` === name))
      wrong(world, `LOST: PO ${name} is gone.`);
  }
  const { outcomes: known } = world.observed;
  if (Object.keys(outcomes).some((name) => outcomes[name] !== known[name]))
    world.observed = { ...world.observed, outcomes };
};

/** Tables of which that holds; a table is replaced, never changed. */
const sound = new WeakSet<World['rows']>();
/** An item's lock and its purchase orders agree, and at most one of them is not refused. */
const locksHold = (world: World, pos: readonly PurchaseOrderRow[]): void => {
  if (sound.has(world.rows)) return;
  for (const row of world.rows.values()) {
    if (row.sk !== 'ORDER') continue;
    const { attempts, orderId, storeId } = row as OrderRow;
    for (const mode of ['live', 'test'] as const) {
      for (const [itemId, each] of Map.groupBy(
        attempts.filter((attempt) => attempt.mode === mode),
        (attempt) => attempt.itemId,
      )) {
        const numbers = each.map(({ poNumber }) => poNumber);
        const own = pos.filter((po) => po.storeId === storeId && numbers.includes(po.poNumber));
        if (own.length < numbers.length)
          wrong(world, `LOST: item ${itemId} of ${orderId} names an attempt that is not there.`);
        const open = own.filter(({ state }) => state !== 'refused');
        if (open.length > 1)
          wrong(world, `TWO CLAIMS: item ${itemId} of ${orderId} has ${open.length} attempts that are not refused.`);
      }
    }
  }
  for (const po of pos) {
    const order = world.rows.get(`ORDER#${po.storeId}#${po.orderId}\u0000ORDER`) as OrderRow | undefined;
    if (
      !order?.attempts.some(
        ({ itemId, mode, poNumber }) => itemId === po.itemId && mode === po.mode && poNumber === po.poNumber,
      )
    ) {
      wrong(world, `PO ${po.poNumber} stands without its item's lock.`);
    }
  }
  if (world.observed.wrongs.length === 0) sound.add(world.rows);
};

/** A refusal may have answered a copy of the request: somebody is to look once more, when the request has settled, or as soon as it can be asked. */
const lookedUpFor = 25 * 3_600_000;
const willBeLookedUp = (world: World, { refusal, dueAt }: PurchaseOrderRow): boolean =>
  dueAt !== undefined && world.now <= Date.parse(refusal?.at ?? '') + lookedUpFor;

const waits: readonly PurchaseOrderRow['state'][] = ['claimed', 'calling', 'in-doubt'];

const isNotice = (queue: string | undefined): boolean => queue === 'mail' || queue === 'webhook';

/** Every order is settled and has paid what it owes; only notices may still be on their way. */
export const isSettled = (world: World): boolean =>
  world.script.length + world.suspended.length + world.late.length === 0 &&
  world.messages.every(({ queue }) => isNotice(queue)) &&
  distributorSlugs.every((slug) => world.distributors[slug].late.length === 0) &&
  purchaseOrders(world).every(
    ({ state, owed, due }) =>
      !waits.includes(state) && owed.length === 0 && !(state === 'refused' && due !== undefined),
  );

/** Nothing is left to be done that is not a look at tracking to come. */
export const atRest = (world: World): boolean =>
  isSettled(world) && world.messages.length === 0 && ![...world.rows.values()].some(({ due }) => isNotice(due));

/** Everything is settled in time. */
const inTime = (world: World, pos: readonly PurchaseOrderRow[]): void => {
  const late = world.now - world.observed.lastFaultAt - world.observed.patience > settledWithin;
  if (!late) return;
  for (const po of pos) {
    const lastTurn = milliseconds(po.submittedAt) + settledWithin;
    if (po.owed.length > 0 && world.now > lastTurn && po.tracking === 'open') {
      wrong(world, `PO ${po.poNumber} still owes ${po.owed.map(({ kind }) => kind).join(', ')}.`);
    }
    if (waits.includes(po.state) && world.now > lastTurn) {
      wrong(
        world,
        `PO ${po.poNumber} is still ${po.state}, ${Math.round((world.now - world.observed.lastFaultAt) / 1000)} s after the last fault.`,
      );
    }
  }
};

/** What is due for sending is sent, put off or given up within this time, whatever became of it before. */
const noticedWithin = 2 * 3_600_000;
const noticesInTime = (world: World): void => {
  const { lastFaultAt, patience } = world.observed;
  if (neverComesBack(world)) return;
  for (const { due, dueAt, pk, sk } of world.rows.values()) {
    if (isNotice(due) && world.now > Math.max(Date.parse(dueAt ?? ''), lastFaultAt) + patience + noticedWithin)
      wrong(world, `Nobody has worked at ${pk} ${sk} for two hours, though it is due.`);
  }
};

/** Checks what must hold after every step. */
export const checkStep = (world: World): void => {
  const pos = purchaseOrders(world);
  neverTwo(world, pos);
  outcomesHold(world, pos);
  locksHold(world, pos);
  inTime(world, pos);
  noticesInTime(world);
};
