import type { Draft } from '../rows/amend.ts';
import { seconds } from '../time-limits.ts';
import { kept, later, nextStep } from './due.ts';
import { event, note } from './outcome.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';

type Po = Draft<PurchaseOrderRow>;

const closed = (po: Po): Po => ({ ...po, owed: [...po.owed, { kind: 'unwatch', trackUntil: po.trackUntil }] });

/** Six weeks are over: nobody asks any more, and the store hears of it unless all has shipped. */
export const stopAtCutoff = (po: PurchaseOrderRow, now: number): Po | null => {
  if (nextStep(po, now) !== 'stop-tracking') return null;
  const text = 'Six weeks have passed: we no longer look for tracking.';
  const stopped = closed(note({ ...po, tracking: 'stopped' }, now, text));
  return kept(po.progress === 'shipped' ? stopped : event(stopped, now, 'purchase_order.tracking_stopped', text), now);
};

/** A person says that there is no use in looking any more. Null when nobody looks. */
export const stopByHand = (po: PurchaseOrderRow, now: number, reason: string): Po | null => {
  if (po.state !== 'accepted' || po.tracking !== 'open') return null;
  const text = `Tracking was stopped by hand: ${reason}`;
  const stopped = closed(note({ ...po, tracking: 'stopped' }, now, text));
  return kept(event(stopped, now, 'purchase_order.tracking_stopped', text), now);
};

/** Another six weeks from now. Null when the order was never accepted. */
export const resume = (po: PurchaseOrderRow, now: number): Po | null => {
  if (po.state !== 'accepted') return null;
  const resumed: Po = { ...closed(po), tracking: 'open', trackUntil: later(now, seconds.watch) };
  return kept(
    note({ ...resumed, owed: [...resumed.owed, { kind: 'watch' }] }, now, 'Tracking goes on for another six weeks.'),
    now,
  );
};

/** Quiet for two weeks after a parcel, and nobody told of quantities: all has shipped. The watch stays until its end. */
export const callShipped = (po: PurchaseOrderRow, now: number): Po | null =>
  nextStep(po, now) === 'call-shipped'
    ? kept(
        event(
          note({ ...po, progress: 'shipped' }, now, 'No further parcel for two weeks: counted as shipped.'),
          now,
          'purchase_order.shipped',
        ),
        now,
      )
    : null;
