import type { Key, Row } from '../../../shared/domain/ports/table.ts';
import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { milliseconds } from '../../../shared/domain/vocabulary.ts';
import type { World } from '../world/state.ts';
import { purchaseOrders, wrong } from './remembered.ts';
import { isWatched } from './watches.ts';

const rowAt = (world: World, { pk, sk }: Key): Row | undefined => world.rows.get(`${pk}\u0000${sk}`);

const noticesOf = (world: World, po: PurchaseOrderRow): readonly Row[] =>
  [...world.rows.values()].filter(
    (row) => row.pk === `NOTICES#${po.storeId}` && Reflect.get(row, 'poNumber') === po.poNumber,
  );

/** Notices are kept for thirty days. */
const keptFor = 30 * 86_400_000;

/** Who was promised to hear of it is owed a notice of it, each with a number of its own. */
const isOwedToStore = (world: World, po: PurchaseOrderRow): void => {
  if (world.now - milliseconds(po.submittedAt) > keptFor) return;
  const own = noticesOf(world, po);
  if (own.length !== po.events) {
    wrong(world, `PO ${po.poNumber} has had ${po.events} events, of which the store is owed ${own.length}.`);
  }
  const [expected] = expectedOf(po);
  if (expected !== undefined && !own.some((row) => Reflect.get(row, 'type') === expected)) {
    wrong(world, `The store is not told that PO ${po.poNumber} is ${po.state}.`);
  }
  const numbers = own.map((row) => Number(Reflect.get(row, 'sequence')));
  if (new Set(numbers).size < numbers.length) wrong(world, `Two events of PO ${po.poNumber} bear the same number.`);
};

/** What the store is to hear of a purchase order's parcels and of the end of its tracking, and since when. */
const newsOf = ({ progress, tracking, history, shipmentsChangedAt }: PurchaseOrderRow) => {
  const ended = history.findLast(({ text }) => /^(Six weeks have|Tracking was stopped)/.test(text));
  return [
    ...(tracking === 'stopped' && progress !== 'shipped' ? [{ type: 'tracking_stopped', at: ended?.at }] : []),
    ...(progress === 'shipped' ? [{ type: 'shipped', at: shipmentsChangedAt }] : []),
    ...(progress === 'partly' ? [{ type: 'partly_shipped', at: shipmentsChangedAt }] : []),
  ];
};

const isOwedNews = (world: World, po: PurchaseOrderRow): void => {
  const types = noticesOf(world, po).map((row) => Reflect.get(row, 'type'));
  for (const { type, at } of newsOf(po)) {
    if (world.now - milliseconds(at ?? po.submittedAt) < keptFor && !types.includes(`purchase_order.${type}`))
      wrong(world, `The store does not hear that PO ${po.poNumber} is ${type}.`);
  }
};

/** What is owed was sent, or given up with a reason. */
const isTold = (world: World, po: PurchaseOrderRow): void => {
  for (const row of noticesOf(world, po)) {
    const id = Reflect.get(row, 'id');
    const type = String(Reflect.get(row, 'type'));
    const sent = world.posted.some(({ body }) => body.includes(`"${type}"`) && body.includes(po.poNumber));
    if (Reflect.get(row, 'outcome') === 'delivered' && hasWebhook(world, po.storeId) && !sent) {
      wrong(world, `The store was never told ${String(id)}, though it is said to be.`);
    }
    if (Reflect.get(row, 'outcome') === null) wrong(world, `The store is never told ${String(id)}.`);
  }
};

const expectedOf = ({ state }: PurchaseOrderRow): readonly string[] =>
  state === 'accepted'
    ? ['purchase_order.accepted']
    : state === 'refused'
      ? ['purchase_order.rejected']
      : state === 'needs-person'
        ? ['purchase_order.needs_person']
        : [];

const hasWebhook = (world: World, storeId: string): boolean => {
  const store = rowAt(world, keys.store(storeId));
  return store !== undefined && Reflect.get(store, 'webhook') !== null;
};

const sameAddress = (body: object, { shipTo }: PurchaseOrderRow): boolean => {
  const told: unknown = Reflect.get(body, 'shipTo');
  return typeof told !== 'object' || told === null || shipTo === null || Reflect.get(told, 'city') === shipTo.city;
};

/** What callers were told is so: a yes is an order, a no is none. */
const answersHold = (world: World): void => {
  for (const { status, body, route } of world.told) {
    if (!route.endsWith('/drop-ship') || typeof body !== 'object' || body === null) continue;
    const poNumber = Reflect.get(body, 'poNumber');
    const po = purchaseOrders(world).find((row) => row.poNumber === poNumber);
    if (status === 201 || status === 202) {
      if (po === undefined) wrong(world, `LOST: PO ${String(poNumber)} was acknowledged and is not there.`);
      else if (!sameAddress(body, po))
        wrong(world, `Somebody was told that PO ${po.poNumber} goes elsewhere than it does.`);
      else if (status === 201 && po.state !== 'accepted')
        wrong(world, `PO ${po.poNumber} was said to be accepted, and is ${po.state}.`);
    }
    if (status === 422 && po !== undefined && po.state !== 'refused') {
      wrong(world, `PO ${po.poNumber} was said to be refused, and is ${po.state}.`);
    }
  }
};

/** What was moved out of a row that was full stands beside it: nothing of its history is lost. */
const historyIsWhole = (world: World, { pk, poNumber, historyMoved = 0 }: PurchaseOrderRow): void => {
  const moved = [...world.rows.values()].filter((row) => row.pk === pk && row.sk.startsWith('HISTORY#')).length;
  if (moved !== historyMoved) wrong(world, `Of the history of PO ${poNumber} ${historyMoved - moved} steps are lost.`);
};

/** Checks what must hold when every order is settled; notices are owed, and may still be on their way. */
export const checkSettled = (world: World): void => {
  answersHold(world);
  for (const po of purchaseOrders(world)) {
    isWatched(world, po);
    isOwedToStore(world, po);
    isOwedNews(world, po);
    historyIsWhole(world, po);
    if (po.state === 'needs-person' && !world.observed.doubt) {
      wrong(world, `PO ${po.poNumber} needs a person (${po.attention?.reason}), though nothing was in doubt.`);
    }
  }
};

/** SES has refused the store's own mailbox: no way to it is left, but the list of what needs a person. */
const isMailboxRefused = (world: World, po: PurchaseOrderRow): boolean =>
  noticesOf(world, po).some(
    (row) => Reflect.get(row, 'outcome') === 'given-up' && Reflect.get(row, 'type') === 'purchase_order.needs_person',
  );

/** What needs a person is heard of in the store: by its webhook, or where that does not take it, by mail. */
const isHeard = (world: World, po: PurchaseOrderRow): void => {
  const { poNumber, attention, storeId } = po;
  if (attention === null || isMailboxRefused(world, po)) return;
  const isPosted = world.posted.some(
    ({ body }) => body.includes('purchase_order.needs_person') && body.includes(poNumber),
  );
  const isMailed = world.mails.some(({ to, text }) => to === `service@${storeId}.example` && text.includes(poNumber));
  if (!isPosted && !isMailed) wrong(world, `Nobody in ${storeId} hears that PO ${poNumber} needs a person.`);
};

/** Checks what must hold when nothing is left to be done. */
export const checkRest = (world: World): void => {
  checkSettled(world);
  for (const po of purchaseOrders(world)) {
    isTold(world, po);
    isHeard(world, po);
  }
};
