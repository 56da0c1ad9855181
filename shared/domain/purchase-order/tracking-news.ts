import type { Draft } from '../rows/amend.ts';
import type { Tracked } from '../verdicts.ts';
import { instant } from '../vocabulary.ts';
import { withDerived } from './due.ts';
import { withEvent, withNote } from './outcome.ts';
import type { PurchaseOrderRow, Shipment } from './purchase-order.ts';
import { enterByHand, type Merged, mergeParcels, shippedState } from './shipments.ts';

type Po = Draft<PurchaseOrderRow>;

const progressOf = { accepted: 'none', 'partly-shipped': 'partly', shipped: 'shipped' } as const;

/** What a distributor tells of an accepted purchase order. Null = nothing that was not known. */
export const applyTracking = (po: PurchaseOrderRow, now: number, news: Tracked): Po | null => {
  if (po.state !== 'accepted') return null;
  if (news.someoneElses !== null) return flagForeignOrder(po, now, news.someoneElses);
  const merged = mergeParcels(po.shipments, news.parcels, now);
  const { watchEnds } = shippedState({ ...po, shipments: merged.shipments }, news.complete, now);
  return applied(po, now, merged, { complete: news.complete, ends: watchEnds && po.tracking === 'open' });
};

/** A tracking number that a person enters takes the same way; it never ends the watch. Null = it is known already. */
export const applyManualShipment = (
  po: PurchaseOrderRow,
  now: number,
  entry: { readonly carrier: string; readonly trackingNumber: string; readonly quantity: number | null },
): Po | null => applied(po, now, enterByHand(po.shipments, entry, now), { complete: false, ends: false });

type Said = { readonly complete: boolean; readonly ends: boolean };

const applied = (po: PurchaseOrderRow, now: number, merged: Merged, { complete, ends }: Said): Po | null => {
  const at = instant(now);
  const changed: Po = merged.changed
    ? { ...po, shipments: [...merged.shipments], shipmentsChangedAt: at }
    : { ...po, shipments: [...po.shipments] };
  const progress = forward(po.progress, progressOf[shippedState(changed, complete, now).state]);
  if (!merged.changed && progress === po.progress && !ends) return null;

  const noted: Po = {
    ...changed,
    progress,
    tracking: ends ? 'complete' : po.tracking,
    history: [...po.history, ...merged.notes.map((text) => ({ at, text }))],
    owed: [
      ...po.owed,
      ...(hasNew(po.shipments, changed.shipments) ? [{ kind: 'mail' as const }] : []),
      ...(ends ? [{ kind: 'unwatch' as const, trackUntil: po.trackUntil }] : []),
    ],
  };
  if (!merged.changed && progress === po.progress) return withDerived(noted, now);
  return withDerived(
    withEvent(noted, now, progress === 'shipped' ? 'purchase_order.shipped' : 'purchase_order.partly_shipped'),
    now,
  );
};

const ranks = ['none', 'partly', 'shipped'] as const;

/** News moves it forwards only. */
const forward = (a: Po['progress'], b: Po['progress']): Po['progress'] => (ranks.indexOf(b) > ranks.indexOf(a) ? b : a);

const hasNew = (before: readonly Shipment[], after: readonly Shipment[]): boolean =>
  after.some(
    ({ trackingNumber, goneAt }) =>
      goneAt === null && !before.some((known) => known.trackingNumber === trackingNumber && known.goneAt === null),
  );

/** Under our number the distributor shows what is not ours: a person looks, once, and nobody is mailed. */
const flagForeignOrder = (po: PurchaseOrderRow, now: number, message: string): Po | null => {
  if (po.attention !== null) return null;
  const whatToDo = `Under PO ${po.poNumber} the distributor now shows an order that is not ours: ${message}. Its parcels are not applied. Ask the distributor.`;
  const attention = { reason: 'someone-elses' as const, since: instant(now), whatToDo };
  const seen = withNote({ ...po, attention }, now, whatToDo);
  return withDerived(withEvent(seen, now, 'purchase_order.needs_person', whatToDo), now);
};
