import { elsewhere, isElsewhere } from '../postal-code.ts';
import type { Draft } from '../rows/amend.ts';
import { type HistoryBy, historyEntry } from '../rows/history.ts';
import { withoutStop } from '../sentence.ts';
import { identityOf } from '../tracking-numbers/carrier-of.ts';
import type { Parcel, Remark, Tracked } from '../verdicts.ts';
import { instant } from '../vocabulary.ts';
import { withDerived } from './due.ts';
import { raise, withAttention, withEvent } from './outcome.ts';
import type { PurchaseOrderRow, Shipment } from './purchase-order.ts';
import {
  countedBy,
  enterByHand,
  type HandEntry,
  type Merged,
  mergeParcels,
  shippedState,
  standing,
  takeBack,
} from './shipments.ts';

type Po = Draft<PurchaseOrderRow>;

const progressOf = { accepted: 'none', 'partly-shipped': 'partly', shipped: 'shipped' } as const;

/** What a distributor tells of an accepted purchase order. Null = nothing that was not known. */
export const applyTracking = (po: PurchaseOrderRow, now: number, news: Tracked): Po | null => {
  if (po.state !== 'accepted') return null;
  const foreign = news.someoneElses ?? (isElsewhere(po.shipTo?.postalCode, news.postalCode) ? elsewhere : null);
  if (foreign !== null) return flagForeignOrder(po, now, foreign);
  const isPartial = news.isPartial === true;
  const readable = withReadability(po, now, isPartial);
  const remarked = withRemarks(readable ?? po, now, news) ?? readable;
  const parcels = isPartial ? [...news.parcels, ...untold(po.shipments, news.parcels)] : news.parcels;
  const merged = mergeParcels(po.shipments, parcels, now);
  const { watchEnds } = shippedState({ ...po, shipments: merged.shipments }, news.complete, now);
  const said = { complete: news.complete, ends: watchEnds && po.tracking === 'open', by: 'distributor' } as const;
  return applied(remarked ?? po, now, merged, said) ?? (remarked === null ? null : withDerived(remarked, now));
};

/** Parcels that the distributor told of before: where a part of its answer cannot be read they may still stand there. */
const untold = (known: readonly Shipment[], told: readonly Parcel[]): readonly Parcel[] => {
  const numbers = new Set(told.map(({ trackingNumber }) => identityOf(trackingNumber)));
  return known
    .filter(({ goneAt, source }) => goneAt === null && source === 'distributor')
    .filter(({ trackingNumber }) => !numbers.has(identityOf(trackingNumber)))
    .map((shipment) => ({
      trackingNumber: shipment.trackingNumber,
      carrierHint: shipment.carrier,
      shippedAt: shipment.shippedAt,
      // A person's count is none of the distributor's.
      quantity: countedBy(shipment) === 'distributor' ? shipment.quantity : null,
    }));
};

/**
 * A tracking number that a person enters takes the same way; it never ends the watch. Fewer pieces than were known of it take the
 * state back with them. Null = nothing that was not known.
 */
export const applyManualShipment = (po: PurchaseOrderRow, now: number, entry: HandEntry): Po | null => {
  const merged = enterByHand(po.shipments, entry, now);
  const there = standing(po.shipments, entry.trackingNumber);
  const counted: Po = there === undefined ? { ...po, handEntries: (po.handEntries ?? 0) + 1 } : po;
  const after = standing(merged.shipments, entry.trackingNumber);
  const isLess = (after?.quantity ?? 0) < (there?.quantity ?? 0);
  return applied(isLess ? judgedAnew(counted) : counted, now, merged, { complete: false, ends: false, by: 'store' });
};

/** How far it has shipped is judged again from its parcels, unless the distributor has said that all has come. */
const judgedAnew = (po: Po): Po => (po.tracking === 'complete' ? po : { ...po, progress: 'none' });

/** An entry that a person takes back: the state goes back with it. Null = no person entered this number. */
export const removeManualShipment = (po: PurchaseOrderRow, now: number, trackingNumber: string): Po | null => {
  const merged = takeBack(po.shipments, trackingNumber, now);
  if (merged === undefined) return null;
  return applied(judgedAnew(po), now, merged, { complete: false, ends: false, by: 'store' });
};

type Said = { readonly complete: boolean; readonly ends: boolean; readonly by: HistoryBy };

const applied = (po: Po, now: number, merged: Merged, { complete, ends, by }: Said): Po | null => {
  const at = instant(now);
  const changed: Po = {
    ...po,
    shipments: [...merged.shipments],
    ...(merged.shown ? { shipmentsChangedAt: at } : {}),
  };
  const progress = forward(po.progress, progressOf[shippedState(changed, complete, now).state]);
  if (!merged.changed && progress === po.progress && !ends) return null;

  const noted: Po = {
    ...changed,
    progress,
    tracking: ends ? 'complete' : po.tracking,
    history: [...po.history, ...merged.notes.map((text) => historyEntry(at, text, 'tracking', by))],
    owed: [
      ...po.owed,
      ...(hasNew(po.shipments, changed.shipments) ? [{ kind: 'mail' as const }] : []),
      ...(ends ? [{ kind: 'unwatch' as const, trackUntil: po.trackUntil }] : []),
    ],
  };
  if (!merged.shown && progress === po.progress) return withDerived(noted, now);
  return withDerived(withEvent(noted, now, eventOf[progress]), now);
};

/** Without a parcel (its only one was taken back) it is accepted, and no more. */
const eventOf = {
  none: 'purchase_order.accepted',
  partly: 'purchase_order.partly_shipped',
  shipped: 'purchase_order.shipped',
} as const;

const ranks = ['none', 'partly', 'shipped'] as const;

/** News moves it forwards only. */
const forward = (a: Po['progress'], b: Po['progress']): Po['progress'] => (ranks.indexOf(b) > ranks.indexOf(a) ? b : a);

const hasNew = (before: readonly Shipment[], after: readonly Shipment[]): boolean => {
  const there = new Set(before.filter(({ goneAt }) => goneAt === null).map(({ trackingNumber }) => trackingNumber));
  return after.some(({ trackingNumber, goneAt }) => goneAt === null && !there.has(trackingNumber));
};

/** How many different remarks are noted of one purchase order. */
const mostRemarks = 20;
/** What still cannot be read after so long is put before a person. */
const unreadMilliseconds = 2 * 86_400_000;

/** What stands where tracking numbers stand and is none: each noted once. Null = nothing new. */
const withRemarks = (po: Po, now: number, { remarks = [], parcels }: Tracked): Po | null => {
  const known = po.remarks ?? [];
  const fresh = remarks
    .filter(({ text }) => !known.some((remark) => remark.text === text))
    .slice(0, Math.max(0, mostRemarks - known.length));
  const at = instant(now);
  const noted: Po | null =
    fresh.length === 0
      ? null
      : {
          ...po,
          remarks: [...known, ...fresh.map(({ text }) => ({ text, at }))],
          history: [
            ...po.history,
            ...fresh.map((remark) => historyEntry(at, noteOfRemark(remark), 'remark', 'distributor')),
          ],
        };
  const status = remarks.find(({ isStatus }) => isStatus === true);
  if (status !== undefined && fresh.includes(status) && po.attention === null)
    return withAttention(noted ?? po, now, 'differs', calledOffAdvice(status.text, parcels.length > 0));
  const lasting = remarks.find(
    ({ text, isUnread }) =>
      isUnread && known.some((remark) => remark.text === text && now - Date.parse(remark.at) >= unreadMilliseconds),
  );
  return lasting === undefined || po.attention !== null || po.askedOfUnread === true
    ? noted
    : askedOfUnread(noted ?? po, now, lasting.text);
};

/** An answer that cannot be read is put before a person when that lasts. Null = nothing new. */
const withReadability = (po: PurchaseOrderRow, now: number, isPartial: boolean): Po | null => {
  const since = po.unreadableSince ?? null;
  if (!isPartial) return since === null ? null : { ...po, unreadableSince: null };
  if (since === null) return { ...po, unreadableSince: instant(now) };
  const isLasting = now - Date.parse(since) >= unreadMilliseconds;
  return isLasting && po.attention === null && po.askedOfUnread !== true
    ? askedPerson(po, now, unreadableAdvice)
    : null;
};
const unreadableAdvice =
  'What the distributor answers about this order cannot be read, or does not show the order. Ask the distributor how it stands, and enter the tracking number by hand.';

const calledOffAdvice = (status: string, isSentInPart: boolean): string =>
  isSentInPart
    ? `The distributor gives the status of this order, or of a part of it, as “${status}”, although it tells of a parcel. Ask it what will come. If that is not all, order the rest by telephone; resolve this when it is settled.`
    : `The distributor gives the status of this order as “${status}”, and tells of no parcel. Ask it whether the order stands. If not, order the part by telephone; resolve this when it is settled.`;

const noteOfRemark = ({ text, isUnread, isStatus }: Remark): string => {
  if (isStatus) return `The distributor gives the order’s status as “${text}”.`;
  return isUnread
    ? `The distributor wrote “${text}” as tracking: it could not be read.`
    : `The distributor wrote “${text}” as tracking: that is no tracking number, and the search goes on.`;
};

const askedOfUnread = (po: Po, now: number, text: string): Po =>
  askedPerson(
    po,
    now,
    `The distributor writes “${text}” as tracking, and no tracking number can be read from it. Ask the distributor, and enter the number by hand.`,
  );

const askedPerson = (po: Po, now: number, whatToDo: string): Po =>
  withAttention({ ...po, askedOfUnread: true }, now, 'tracking-unreadable', whatToDo);

/** Under our number the distributor shows what is not ours: a person looks, once, and nobody is mailed. */
const flagForeignOrder = (po: PurchaseOrderRow, now: number, message: string): Po | null => {
  if (po.attention !== null) return null;
  const whatToDo = `Under PO ${po.poNumber} the distributor now shows an order that is not ours: ${withoutStop(message)}. Its parcels are not applied. Ask the distributor.`;
  return raise(po, now, 'someone-elses', whatToDo);
};
