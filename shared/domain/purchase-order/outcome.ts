import type { Draft } from '../rows/amend.ts';
import { type HistoryBy, type HistoryKind, historyEntry, type RefusedBy } from '../rows/history.ts';
import { withoutStop } from '../sentence.ts';
import { addSeconds } from '../time.ts';
import { seconds } from '../time-limits.ts';
import { instant, type RefusalCode } from '../vocabulary.ts';
import { withDerived } from './due.ts';
import { hasWords } from './erased.ts';
import type { AttentionReason, EventType, Owed, PurchaseOrderRow } from './purchase-order.ts';

/**
 * How an attempt ends: accepted, refused, or before a person. Each end says what it then owes. The outcome of an attempt
 * never changes.
 */
type Po = Draft<PurchaseOrderRow>;

/** What happened, for people. */
export const withNote = (
  po: Po,
  now: number,
  text: string,
  { kind = 'note', by = 'service' }: { readonly kind?: HistoryKind; readonly by?: HistoryBy } = {},
): Po => ({
  ...po,
  history: [...po.history, historyEntry(instant(now), text, kind, by)],
});

const owe = (po: Po, ...owed: Owed[]): Po => ({ ...po, owed: [...po.owed, ...owed] });

/** An event's id begins with its time, so that notices sort, and names the purchase order and its count, so that it is unique. */
export const withEvent = (po: Po, now: number, type: EventType, reason: string | null = null): Po => ({
  ...owe(po, { kind: 'event', id: `${instant(now)}.${po.poNumber}.${po.events + 1}`, type, reason }),
  events: po.events + 1,
});

/** The distributor holds it, under these numbers of its own; `how` we know is noted. */
export const accept = (
  po: Po,
  now: number,
  orderNumbers: readonly string[],
  how: string,
  by: HistoryBy = 'distributor',
): Po => {
  const accepted: Po = {
    ...po,
    state: 'accepted',
    orderNumbers: [...orderNumbers],
    acceptedAt: instant(now),
    trackUntil: addSeconds(now, seconds.watch),
    tracking: 'open',
    attention: null,
    notBefore: null,
  };
  const text = `${how} (order ${orderNumbers.join(', ')}).`;
  const noted = withNote(accepted, now, text, { kind: 'accepted', by });
  const told = withEvent(owe(noted, { kind: 'watch' }), now, 'purchase_order.accepted');
  return (po.orderCancelledAt ?? null) === null ? told : askAboutCancelled(told, now);
};

/**
 * The distributor holds an order that the webstore has cancelled: a person calls. It stands, and its parcels are looked for as before.
 * What a person was asked before is asked still.
 */
export const askAboutCancelled = (po: Po, now: number): Po => {
  const holds = `The webstore has cancelled the order, and the distributor holds it as PO ${po.poNumber} (order ${po.orderNumbers.join(', ')}).`;
  const ask =
    po.progress === 'none'
      ? 'Call the distributor now: perhaps it can still be stopped.'
      : 'Parcels are on their way already: settle with the distributor and the customer what becomes of them.';
  const whatToDo = `${holds} ${ask} Then resolve it as noted.`;
  const attention = {
    reason: po.attention?.reason ?? ('order-cancelled' as const),
    since: instant(now),
    whatToDo: po.attention === null ? whatToDo : `${po.attention.whatToDo} ${whatToDo}`,
  };
  return withEvent(
    withNote({ ...po, attention }, now, whatToDo, { kind: 'needs-person' }),
    now,
    'purchase_order.needs_person',
    whatToDo,
  );
};

/** There is no purchase order, and the item is free again. */
export const refuse = (po: Po, now: number, code: RefusalCode, message: string, by: RefusedBy = 'distributor'): Po => {
  const refused: Po = {
    ...po,
    state: 'refused',
    refusal: { code, message, at: instant(now), by },
    attention: null,
    notBefore: null,
  };
  const noted = withNote(refused, now, `Not placed: ${message}`, { kind: 'refused', by });
  return withEvent(noted, now, 'purchase_order.rejected', message);
};

/** Puts it before a person: nobody submits the item until somebody resolves it. */
export const askPerson = (po: Po, now: number, reason: AttentionReason, whatToDo: string): Po => {
  const asked: Po = {
    ...po,
    state: 'needs-person',
    attention: { reason, since: instant(now), whatToDo },
    notBefore: null,
  };
  return withEvent(
    withNote(asked, now, `A person is needed: ${whatToDo}`, { kind: 'needs-person' }),
    now,
    'purchase_order.needs_person',
    whatToDo,
  );
};

/** It cannot go on. Nothing was sent → refused, with the reason; perhaps sent → a person decides. */
export const giveUp = (po: PurchaseOrderRow, now: number, code: RefusalCode, reason: string): Po =>
  withDerived(
    po.sends === 0
      ? refuse(po, now, code, `${reason} Nothing was sent to the distributor.`, 'service')
      : askPerson(
          po,
          now,
          'cannot-be-decided',
          `${reason} Ask the distributor whether it holds PO ${po.poNumber}, then resolve it.`,
        ),
    now,
  );

/** It is not sent, because the customer's data is to be erased: refused, unless an earlier request may have placed it. */
const withdraw = (po: PurchaseOrderRow, now: number): Po => {
  const reason = "The customer's data was erased, so it is not sent.";
  // Two look-ups have proven it absent before it was to be sent again.
  if (po.absentAt === null) return giveUp(po, now, 'other', reason);
  return withDerived(refuse(po, now, 'other', `${reason} The distributor does not hold it.`, 'service'), now);
};

/** The time of an attempt without an outcome is over. */
export const endUndecided = (po: PurchaseOrderRow, now: number): Po =>
  po.state === 'claimed' && po.eraseAsked === true
    ? withdraw(po, now)
    : giveUp(po, now, 'other', 'A day has passed without an answer.');

/**
 * The customer's data is to be erased: at once of what is settled; what was not begun is refused, and what may have been placed keeps
 * its copy until it is settled, and is not sent again. Null = that has been done (and nobody wrote anything since) or asked for.
 */
export const erasePersonalData = (po: PurchaseOrderRow, now: number): Po | null => {
  if (po.eraseAsked === true || (po.erasedAt !== undefined && !hasWords(po))) return null;
  const asked = { ...po, eraseAsked: true };
  return po.state === 'claimed' ? withdraw(asked, now) : withDerived(asked, now);
};

/** In these states an attempt has no outcome yet. */
export const undecidedStates: readonly PurchaseOrderRow['state'][] = ['claimed', 'calling', 'in-doubt', 'needs-person'];

/** The distributor holds an order that is not quite what was sent. */
export const acceptedDifferently = (po: Po, now: number, orderNumbers: readonly string[], message: string): Po =>
  askPerson(
    { ...po, orderNumbers: [...orderNumbers] },
    now,
    'differs',
    `The distributor holds order ${orderNumbers.join(', ')}, but not as it was sent: ${withoutStop(message)}. Settle it with the distributor, then resolve it.`,
  );

/** An acceptance after the attempt was closed otherwise changes no outcome, but it is recorded and rings. */
export const suspectDuplicate = (po: PurchaseOrderRow, now: number, orderNumbers: readonly string[]): Po | null => {
  const unheard = orderNumbers.filter((number) => !po.orderNumbers.includes(number));
  if (unheard.length === 0) return null;
  const whatToDo = `The distributor also accepted order ${unheard.join(', ')} under PO ${po.poNumber}: there may be two. Ask the distributor, and have one cancelled.`;
  const known: Po = { ...po, orderNumbers: [...po.orderNumbers, ...unheard] };
  if (undecidedStates.includes(po.state))
    return withDerived(askPerson(known, now, 'duplicate-suspected', whatToDo), now);
  return raise(known, now, 'duplicate-suspected', whatToDo);
};

/** A person is asked, in whatever state it is; the caller derives the rest. */
export const withAttention = (po: Po, now: number, reason: AttentionReason, whatToDo: string): Po => {
  const attention = { reason, since: instant(now), whatToDo };
  const noted = withNote({ ...po, attention }, now, whatToDo, { kind: 'needs-person' });
  return withEvent(noted, now, 'purchase_order.needs_person', whatToDo);
};

/** A person is to look into what is settled: it stays what it is. */
export const raise = (po: Po, now: number, reason: AttentionReason, whatToDo: string): Po =>
  withDerived(withAttention(po, now, reason, whatToDo), now);

/** How a person settled what needed one. */
export type Resolution =
  | { readonly outcome: 'accepted'; readonly distributorOrderNumber: string; readonly reason: string }
  | { readonly outcome: 'not-placed'; readonly reason: string }
  | { readonly outcome: 'noted'; readonly reason: string };

/**
 * A person has found out and decides. Null when there is nothing to decide: no person is needed, or the outcome stands
 * already and only the worry about it can be put away, by `noted` alone: an `accepted` that is sent twice settles no later worry. A
 * refused attempt that the distributor took all the same can be left standing: it becomes a purchase order, watched and told of like
 * any other.
 */
export const resolve = (po: PurchaseOrderRow, now: number, { reason, ...resolution }: Resolution): Po | null => {
  if (po.attention === null) return null;
  const { outcome } = resolution;
  if (outcome === 'accepted' && po.state !== 'accepted') {
    const { distributorOrderNumber } = resolution;
    const stands: Po = { ...po, refusal: null };
    return withDerived(
      accept(stands, now, [distributorOrderNumber], `A person found it placed: ${reason}`, 'store'),
      now,
    );
  }
  if (outcome === 'not-placed' && po.state === 'needs-person') {
    return withDerived(refuse(po, now, 'other', `A person found that it was not placed: ${reason}`, 'store'), now);
  }
  const isSettled = po.state === 'refused' ? outcome === 'not-placed' : po.state === 'accepted' && outcome === 'noted';
  return isSettled
    ? withDerived(
        withNote({ ...po, attention: null }, now, `Looked into by a person: ${reason}`, {
          kind: 'resolved',
          by: 'store',
        }),
        now,
      )
    : null;
};
