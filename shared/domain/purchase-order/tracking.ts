import type { Draft } from '../rows/amend.ts';
import { addSeconds } from '../time.ts';
import { seconds } from '../time-limits.ts';
import { nextStep, withDerived } from './due.ts';
import { withEvent, withNote } from './outcome.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';

type Po = Draft<PurchaseOrderRow>;

const closed = (po: Po): Po => ({ ...po, owed: [...po.owed, { kind: 'unwatch', trackUntil: po.trackUntil }] });

/** Six weeks are over: nobody asks any more, and the store hears of it unless all has shipped. */
export const stopAtCutoff = (po: PurchaseOrderRow, now: number): Po | null => {
  if (nextStep(po, now) !== 'stop-tracking') return null;
  const text = 'Six weeks have passed: we no longer look for tracking.';
  const stopped = closed(withNote({ ...po, tracking: 'stopped' }, now, text, { kind: 'tracking-stopped' }));
  return withDerived(
    po.progress === 'shipped' ? stopped : withEvent(stopped, now, 'purchase_order.tracking_stopped', text),
    now,
  );
};

/** A person says that there is no use in looking any more. Null when nobody looks. */
export const stopByHand = (po: PurchaseOrderRow, now: number, reason: string): Po | null => {
  if (po.state !== 'accepted' || po.tracking !== 'open') return null;
  const text = `Tracking was stopped by hand: ${reason}`;
  const by = { kind: 'tracking-stopped', by: 'store' } as const;
  const stopped = closed(withNote({ ...po, tracking: 'stopped' }, now, text, by));
  return withDerived(withEvent(stopped, now, 'purchase_order.tracking_stopped', text), now);
};

/** Another six weeks from now. Null when the order was never accepted. */
export const resume = (po: PurchaseOrderRow, now: number): Po | null => {
  if (po.state !== 'accepted') return null;
  const resumed: Po = { ...closed(po), tracking: 'open', trackUntil: addSeconds(now, seconds.watch) };
  return withDerived(
    withNote(
      { ...resumed, owed: [...resumed.owed, { kind: 'watch' }] },
      now,
      'Tracking goes on for another six weeks.',
      { kind: 'tracking-resumed', by: 'store' },
    ),
    now,
  );
};

/** Quiet for two weeks after a parcel, and nobody told of quantities: all has shipped. The watch stays until its end. */
export const assumeShipped = (po: PurchaseOrderRow, now: number): Po | null =>
  nextStep(po, now) === 'call-shipped'
    ? withDerived(
        withEvent(
          withNote({ ...po, progress: 'shipped' }, now, 'No further parcel for two weeks: counted as shipped.', {
            kind: 'shipped',
          }),
          now,
          'purchase_order.shipped',
        ),
        now,
      )
    : null;
