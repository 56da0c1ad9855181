import { failure, tagged } from '../domain/ports/log.ts';
import { type EntryVerdict, judgeEntry, mostHandEntries, numbersIn } from '../domain/purchase-order/hand-entry.ts';
import { type Resolution, resolve } from '../domain/purchase-order/outcome.ts';
import type { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { type HandEntry, standing } from '../domain/purchase-order/shipments.ts';
import { resume, stopByHand } from '../domain/purchase-order/tracking.ts';
import { applyManualShipment, removeManualShipment } from '../domain/purchase-order/tracking-news.ts';
import { drainOutbox } from './drain-outbox.ts';
import type { OrderingPorts } from './ports.ts';
import { type Transition, written } from './transition.ts';

/** What that needs of the world. */
export type ByHandPorts = Pick<OrderingPorts, 'table' | 'queues' | 'clock' | 'newId' | 'log'>;

/** The purchase order as it stands now. */
type Done = { readonly kind: 'done'; readonly row: PurchaseOrderRow };
/** It is in no state for that; nothing was changed. */
type NotOpen = { readonly kind: 'not-open' };

const notOpen: NotOpen = { kind: 'not-open' };

/**
 * One change, and what the purchase order then owes; null when there was nothing to change. What cannot be paid now stays due in
 * the table: the change has been made, and that is what is answered.
 */
const change = async (
  ports: ByHandPorts,
  read: PurchaseOrderRow,
  transition: Transition,
): Promise<PurchaseOrderRow | null> => {
  const row = await written(ports, read, transition, read);
  if (row === null) return null;
  const { storeId, poNumber } = row;
  const log = tagged(ports.log, { storeId, poNumber });
  log.info('purchase-order-changed', { state: row.state, status: row.status });
  await drainOutbox(ports, row).catch((error: unknown) => log.warn('paid-later', failure(error)));
  return row;
};

const doneUnless = (row: PurchaseOrderRow | null): Done | NotOpen => (row === null ? notOpen : { kind: 'done', row });

type Entry = HandEntry & { readonly confirm: boolean };

/** `isNew` = the number did not stand there before; `several-numbers` = more than one was pasted. */
type Entered =
  | (Done & { readonly isNew: boolean })
  | NotOpen
  | { readonly kind: 'several-numbers' | Exclude<EntryVerdict, 'fine' | 'too-many'> }
  | { readonly kind: 'too-many'; readonly limit: number };

/** A tracking number that a person entered, taken out of what it was pasted with. */
const enterShipment = async (
  ports: ByHandPorts,
  po: PurchaseOrderRow,
  { confirm, ...pasted }: Entry,
): Promise<Entered> => {
  const [trackingNumber, ...others] = numbersIn(pasted.trackingNumber);
  if (trackingNumber === undefined || others.length > 0) return { kind: 'several-numbers' };
  if (po.state !== 'accepted') return notOpen;
  const entry = { ...pasted, trackingNumber };
  let judged: Judged = judge(po, entry, confirm);
  const row = await change(ports, po, (current, now) => {
    judged = judge(current, entry, confirm);
    return judged.verdict === 'fine' ? applyManualShipment(current, now, entry) : null;
  });
  if (judged.verdict === 'too-many') return { kind: judged.verdict, limit: mostHandEntries };
  if (judged.verdict !== 'fine') return { kind: judged.verdict };
  return { kind: 'done', row: row ?? po, isNew: judged.isNew && row !== null };
};

type Judged = { readonly verdict: EntryVerdict; readonly isNew: boolean };

/** Judged in the transition, of the row that is written: of many entries at once each counts those before it. */
const judge = (po: PurchaseOrderRow, entry: HandEntry, confirm: boolean): Judged => ({
  verdict: judgeEntry(po, entry, confirm),
  isNew: standing(po.shipments, entry.trackingNumber) === undefined,
});

/** `no-such-shipment` = no parcel has this number; `not-by-hand` = the distributor told of it. */
type TakenBack = Done | { readonly kind: 'no-such-shipment' } | { readonly kind: 'not-by-hand' };

const takeBackShipment = async (
  ports: ByHandPorts,
  po: PurchaseOrderRow,
  trackingNumber: string,
): Promise<TakenBack> => {
  if (standing(po.shipments, trackingNumber) === undefined) return { kind: 'no-such-shipment' };
  const row = await change(ports, po, (current, now) => removeManualShipment(current, now, trackingNumber));
  return row === null ? { kind: 'not-by-hand' } : { kind: 'done', row };
};

/** Nobody looks for its parcels any more; done already is done. */
const stopTracking = async (ports: ByHandPorts, po: PurchaseOrderRow, reason: string): Promise<Done | NotOpen> => {
  if (po.state !== 'accepted') return notOpen;
  const row = await change(ports, po, (current, now) => stopByHand(current, now, reason));
  return { kind: 'done', row: row ?? po };
};

const resumeTracking = async (ports: ByHandPorts, po: PurchaseOrderRow): Promise<Done | NotOpen> =>
  doneUnless(await change(ports, po, resume));

/** A person has found out what no look-up can tell. */
const resolveByHand = async (
  ports: ByHandPorts,
  po: PurchaseOrderRow,
  resolution: Resolution,
): Promise<Done | NotOpen> => doneUnless(await change(ports, po, (current, now) => resolve(current, now, resolution)));

/** What people do to a purchase order that stands. Each gets it as it was just read, and says what came of it. */
export const byHand = { enterShipment, takeBackShipment, stopTracking, resumeTracking, resolveByHand };

export type ByHand = typeof byHand;
