import { submissions } from '../ports/queues.ts';
import type { Draft } from '../rows/amend.ts';
import { relieved } from '../rows/history.ts';
import { addSeconds, earlier, later } from '../time.ts';
import { seconds } from '../time-limits.ts';
import { type Instant, instant, milliseconds } from '../vocabulary.ts';
import { withoutPersonalData } from './erased.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';
import { statusOf } from './view.ts';

/** When a purchase order is due, and for what. Both follow from the row and the time alone. */
type Po = Draft<PurchaseOrderRow>;

/** When this row next wants to be looked at; undefined = nothing is owed. */
const dueAt = (po: Po, now: number): Instant | undefined => {
  if (po.owed.length > 0) return addSeconds(now, seconds.lease);
  if (po.state === 'claimed' && po.eraseAsked === true) return instant(now);
  if (po.state === 'claimed') return earlier(po.notBefore ?? addSeconds(now, seconds.lease), givenUpAt(po));
  if (po.state === 'calling') return po.call === null ? instant(now) : callerGoneAt(po.call.begunAt);
  if (po.state === 'in-doubt') return earlier(po.notBefore ?? instant(now), givenUpAt(po));
  if (po.state === 'refused') return po.recheckAt ?? undefined;
  if (po.state !== 'accepted' || po.tracking !== 'open' || po.trackUntil === null) return undefined;
  return quietAt(po) ?? po.trackUntil;
};

/**
 * A day after it was submitted, or first in doubt, nobody waits any longer; but for what was sent shortly before, until that has settled:
 * a person who hears sooner that it was not placed frees the item while it may still be.
 */
const givenUpAt = (po: Po): Instant => {
  const dayAfter = addSeconds(milliseconds(po.doubtSince ?? po.submittedAt), seconds.day);
  return po.state === 'in-doubt' ? later(dayAfter, settledBy(po) ?? dayAfter) : dayAfter;
};

const callerGoneAt = (begunAt: Instant): Instant => addSeconds(milliseconds(begunAt), seconds.callerGone);

/** When a partly shipped order, of which not all quantities are known, counts as shipped; null = that is not to be expected. */
const quietAt = (po: Po): Instant | null => {
  if (po.progress !== 'partly' || po.shipmentsChangedAt === null || po.trackUntil === null) return null;
  const known = po.shipments.every(({ goneAt, quantity }) => goneAt !== null || quantity !== null);
  const quiet = addSeconds(milliseconds(po.shipmentsChangedAt), seconds.quiet);
  return known || quiet >= po.trackUntil ? null : quiet;
};

/** The partition of `byStatus`: a store's purchase orders of one shown status. */
export const statusKeyOf = (storeId: string, status: string): string => `${storeId}#${status}`;

/** Fills in what follows from the rest: when it is due, how it is shown, which indexes it is in. Every write goes through here. */
export const withDerived = (given: Po, now: number): Po => {
  const po = withoutPersonalData(given, now);
  const { due: _due, dueAt: _dueAt, storeKey: _store, statusKey: _status, ...others } = po;
  const { attentionKey: _key, attentionSince: _since, ...rest } = others;
  const next = dueAt(po, now);
  const { entries, moved, beside } = relieved(po, { entries: po.history, moved: po.historyMoved ?? 0 });
  return {
    ...rest,
    history: [...entries],
    ...(moved === 0 ? {} : { historyMoved: moved }),
    ...(beside.length === 0 ? {} : { beside: [...(po.beside ?? []), ...beside] }),
    status: statusOf(po),
    ...(next === undefined ? {} : { due: submissions(po.distributor), dueAt: next }),
    ...(statusOf(po) === 'refused' ? {} : { storeKey: po.storeId, statusKey: statusKeyOf(po.storeId, statusOf(po)) }),
    ...(po.attention === null ? {} : { attentionKey: 'open', attentionSince: po.attention.since }),
  };
};

/** How long to wait after `tries` in vain: half a minute, twice as long each time, `most` at the most. In seconds. */
export const backoffSeconds = (tries: number, most: number): number => Math.min(seconds.soon * 2 ** tries, most);

/** What the worker has to do now. */
export type Step = 'begin' | 'give-up' | 'doubt' | 'look-up' | 'recheck' | 'stop-tracking' | 'call-shipped' | 'nothing';

/** Whether a refused number is still to be looked up. */
export const isRechecked = ({ state, recheckAt }: Po): boolean =>
  state === 'refused' && recheckAt !== undefined && recheckAt !== null;

const reached = (at: Instant | null, now: number): boolean => at === null || milliseconds(at) <= now;

export const nextStep = (po: PurchaseOrderRow, now: number): Step => {
  if (po.state === 'claimed') {
    if (po.eraseAsked === true || reached(givenUpAt(po), now)) return 'give-up';
    return reached(po.notBefore, now) ? 'begin' : 'nothing';
  }
  if (po.state === 'calling') {
    return po.call !== null && reached(callerGoneAt(po.call.begunAt), now) ? 'doubt' : 'nothing';
  }
  if (po.state === 'in-doubt') {
    if (reached(givenUpAt(po), now)) return 'give-up';
    return reached(po.notBefore, now) ? 'look-up' : 'nothing';
  }
  if (po.state === 'refused') return isRechecked(po) && reached(po.recheckAt ?? null, now) ? 'recheck' : 'nothing';
  if (po.state !== 'accepted' || po.tracking !== 'open') return 'nothing';
  if (reached(po.trackUntil, now)) return 'stop-tracking';
  const quiet = quietAt(po);
  return quiet !== null && reached(quiet, now) ? 'call-shipped' : 'nothing';
};

/** As if its last request had never begun. */
export const notSent = (po: Po): Po => ({
  ...po,
  state: 'claimed',
  sends: po.sends - 1,
  doubtSince: po.sends === 1 ? null : po.doubtSince,
});

/** S after the call's last request may have left, and what clocks differ by: from then on an absence proves something. */
export const settledBy = (po: Po): Instant | null => po.call?.settleAt ?? null;
