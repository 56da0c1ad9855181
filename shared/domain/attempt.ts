import { bounded } from './account-rules.ts';
import type { Draft } from './amend.ts';
import type { AttentionReason, EventType, Owed, PurchaseOrderRow } from './purchase-order.ts';
import { statusOf } from './purchase-order-view.ts';
import { submissions } from './queues.ts';
import { seconds } from './time-limits.ts';
import type { SubmitVerdict } from './verdicts.ts';
import { type Instant, instant, milliseconds, type RefusalCode } from './words.ts';

/**
 * The attempt protocol: what may become of a purchase order, and when. Pure: a row and the time go in, the row that shall
 * stand comes out; null = leave it. The outcome of an attempt never changes; late or repeated news moves nothing backwards.
 */
type Po = Draft<PurchaseOrderRow>;

export const later = (now: number, inSeconds: number): Instant => instant(now + inSeconds * 1000);

const note = (po: Po, now: number, text: string): Po => ({
  ...po,
  history: [...po.history, { at: instant(now), text }],
});

const owe = (po: Po, ...owed: Owed[]): Po => ({ ...po, owed: [...po.owed, ...owed] });

/** An event's id begins with its time, so that notices sort, and names the purchase order and its count, so that it is unique. */
export const event = (po: Po, now: number, type: EventType, reason: string | null = null): Po => ({
  ...owe(po, { kind: 'event', id: `${instant(now)}.${po.poNumber}.${po.events + 1}`, type, reason }),
  events: po.events + 1,
});

/** When this row next wants to be looked at; undefined = nothing is owed. */
const dueAt = (po: Po, now: number): Instant | undefined => {
  if (po.owed.length > 0) return later(now, seconds.lease);
  if (po.state === 'claimed') return sooner(po.notBefore ?? later(now, seconds.lease), givenUpAt(po));
  if (po.state === 'calling') return po.call === null ? instant(now) : callerGoneAt(po.call.begunAt);
  if (po.state === 'in-doubt') return sooner(po.notBefore ?? instant(now), givenUpAt(po));
  if (po.state !== 'accepted' || po.tracking !== 'open' || po.trackUntil === null) return undefined;
  return quietAt(po) ?? po.trackUntil;
};

const sooner = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** A day after it was submitted, or first in doubt, nobody waits any longer. */
const givenUpAt = (po: Po): Instant => later(milliseconds(po.doubtSince ?? po.submittedAt), seconds.day);

const callerGoneAt = (begunAt: Instant): Instant => later(milliseconds(begunAt), seconds.callerGone);

/** When a partly shipped order, of which not all quantities are known, counts as shipped; null = that is not to be expected. */
const quietAt = (po: Po): Instant | null => {
  if (po.progress !== 'partly' || po.shipmentsChangedAt === null || po.trackUntil === null) return null;
  const known = po.shipments.every(({ goneAt, quantity }) => goneAt !== null || quantity !== null);
  const quiet = later(milliseconds(po.shipmentsChangedAt), seconds.quiet);
  return known || quiet >= po.trackUntil ? null : quiet;
};

/** Fills in what follows from the rest: when it is due, how it is shown, which indexes it is in. Every write goes through here. */
export const kept = (po: Po, now: number): Po => {
  const { due: _due, dueAt: _dueAt, storeKey: _store, attentionKey: _key, attentionSince: _since, ...rest } = po;
  const next = dueAt(po, now);
  return {
    ...rest,
    status: statusOf(po),
    ...(next === undefined ? {} : { due: submissions(po.distributor), dueAt: next }),
    ...(statusOf(po) === 'refused' ? {} : { storeKey: po.storeId }),
    ...(po.attention === null ? {} : { attentionKey: 'open', attentionSince: po.attention.since }),
  };
};

/** What the worker has to do now. */
export type Step = 'begin' | 'give-up' | 'doubt' | 'look-up' | 'stop-tracking' | 'call-shipped' | 'nothing';

const reached = (at: Instant | null, now: number): boolean => at === null || milliseconds(at) <= now;

export const nextStep = (po: PurchaseOrderRow, now: number): Step => {
  if (po.state === 'claimed') {
    if (reached(givenUpAt(po), now)) return 'give-up';
    return reached(po.notBefore, now) ? 'begin' : 'nothing';
  }
  if (po.state === 'calling') {
    return po.call !== null && reached(callerGoneAt(po.call.begunAt), now) ? 'doubt' : 'nothing';
  }
  if (po.state === 'in-doubt') {
    if (reached(givenUpAt(po), now)) return 'give-up';
    return reached(po.notBefore, now) ? 'look-up' : 'nothing';
  }
  if (po.state !== 'accepted' || po.tracking !== 'open') return 'nothing';
  if (reached(po.trackUntil, now)) return 'stop-tracking';
  const quiet = quietAt(po);
  return quiet !== null && reached(quiet, now) ? 'call-shipped' : 'nothing';
};

/** S after the call began: from then on an absence proves something. */
export const settledBy = (po: Po): Instant | null => po.call?.settleAt ?? null;

/** Only its winner calls. */
export const begin = (
  po: PurchaseOrderRow,
  now: number,
  call: { readonly token: string; readonly credentialVersion: string; readonly settleSeconds: number },
): Po | null => {
  if (nextStep(po, now) !== 'begin') return null;
  const { token, credentialVersion, settleSeconds } = call;
  return kept(
    {
      ...po,
      state: 'calling',
      sends: po.sends + 1,
      notBefore: null,
      call: { token, credentialVersion, begunAt: instant(now), settleAt: later(now, settleSeconds) },
    },
    now,
  );
};

/** Nothing was sent; try again at that time. */
export const wait = (po: PurchaseOrderRow, now: number, until: Instant): Po | null =>
  po.state === 'claimed' || po.state === 'in-doubt' ? kept({ ...po, notBefore: until }, now) : null;

/** Its account had no turn left for it. */
export const outOfTurn = (po: PurchaseOrderRow, now: number, until: Instant): Po | null =>
  po.state === 'claimed' ? kept({ ...po, fruitless: po.fruitless + 1, notBefore: until }, now) : null;

/** The caller is gone and left no answer. */
export const doubt = (po: PurchaseOrderRow, now: number): Po | null =>
  nextStep(po, now) === 'doubt' ? kept(inDoubt(po, now, now), now) : null;

const inDoubt = (po: Po, now: number, lookAt: number): Po =>
  note(
    {
      ...po,
      state: 'in-doubt',
      doubtSince: po.doubtSince ?? instant(now),
      absentAt: null,
      fruitless: 0,
      notBefore: instant(lookAt),
    },
    now,
    'The distributor gave no clear answer: the order may or may not have been placed. We are looking it up.',
  );

export const accept = (po: Po, now: number, orderNumbers: readonly string[], how: string): Po => {
  const accepted: Po = {
    ...po,
    state: 'accepted',
    orderNumbers: [...orderNumbers],
    acceptedAt: instant(now),
    trackUntil: later(now, seconds.watch),
    tracking: 'open',
    attention: null,
    notBefore: null,
  };
  return event(
    owe(note(accepted, now, `${how} (order ${orderNumbers.join(', ')}).`), { kind: 'watch' }),
    now,
    'purchase_order.accepted',
  );
};

const refuse = (po: Po, now: number, code: RefusalCode, message: string): Po => {
  const refused: Po = {
    ...po,
    state: 'refused',
    refusal: { code, message, at: instant(now) },
    attention: null,
    notBefore: null,
  };
  return event(note(refused, now, `Not placed: ${message}`), now, 'purchase_order.rejected', message);
};

/** Puts it before a person: nobody submits the item until somebody resolves it. */
export const askPerson = (po: Po, now: number, reason: AttentionReason, whatToDo: string): Po => {
  const asked: Po = {
    ...po,
    state: 'needs-person',
    attention: { reason, since: instant(now), whatToDo },
    notBefore: null,
  };
  return event(note(asked, now, `A person is needed: ${whatToDo}`), now, 'purchase_order.needs_person', whatToDo);
};

/** It cannot go on. Nothing was sent → refused, with the reason; perhaps sent → a person decides. */
export const giveUp = (po: PurchaseOrderRow, now: number, code: RefusalCode, reason: string): Po =>
  kept(
    po.sends === 0
      ? refuse(po, now, code, `${reason} Nothing was sent to the distributor.`)
      : askPerson(
          po,
          now,
          'cannot-be-decided',
          `${reason} Ask the distributor whether it holds PO ${po.poNumber}, then resolve it.`,
        ),
    now,
  );

/** Whether a refusal of what was sent before, and proven absent since, is surely about this request. */
const provesAbsence: Readonly<Record<RefusalCode, boolean>> = {
  'unknown-part': true,
  'bad-address': true,
  'not-allowed': true,
  // These can be the echo of our own earlier order: its stock taken, its payment booked, its number used up.
  'out-of-stock': false,
  payment: false,
  'duplicate-po': false,
  // Says nothing about what an earlier request did.
  'bad-credentials': false,
  other: false,
};

const open: readonly PurchaseOrderRow['state'][] = ['claimed', 'calling', 'in-doubt', 'needs-person'];

/** The answer to the request with this token settles its own attempt while that is open. */
export const settle = (po: PurchaseOrderRow, now: number, token: string, answer: SubmitVerdict): Po | null => {
  const own = po.call?.token === token;
  // An order number is known while nothing is settled yet: an earlier request was taken too late. A person is asked already.
  const known = po.orderNumbers.length > 0;
  if (!open.includes(po.state) || !own || known) {
    return answer.verdict === 'accepted' || answer.verdict === 'accepted-but-different'
      ? suspectDuplicate(po, now, answer.orderNumbers)
      : null;
  }
  const next = settled(po, now, answer);
  return next === null ? null : kept(next, now);
};

const settled = (po: PurchaseOrderRow, now: number, answer: SubmitVerdict): Po | null => {
  switch (answer.verdict) {
    case 'accepted':
      return accept(po, now, answer.orderNumbers, 'Accepted by the distributor');
    case 'accepted-but-different':
      return differs(po, now, answer.orderNumbers, answer.message);
    case 'refused':
      return refusedAnswer(po, now, answer.code, answer.message);
    case 'not-taken':
      // Certainly not received: as if this request had never begun.
      return po.state === 'calling' || po.state === 'in-doubt'
        ? {
            ...po,
            state: 'claimed',
            sends: po.sends - 1,
            doubtSince: po.sends === 1 ? null : po.doubtSince,
            notBefore: later(now, bounded(answer.retryAfterSeconds, seconds.soon)),
          }
        : null;
    case 'unknown':
      return po.state === 'calling' ? inDoubt(po, now, now + seconds.soon * 1000) : null;
  }
};

/**
 * A first request that is refused was not placed. Of a further one that says nothing: the earlier one may stand, unless look-ups
 * have proven it absent (`absentAt`). Where sending again is the only look-up they never have.
 */
const refusedAnswer = (po: Po, now: number, code: RefusalCode, message: string): Po => {
  if (po.sends <= 1 || (po.absentAt !== null && provesAbsence[code])) return refuse(po, now, code, message);
  return code === 'duplicate-po'
    ? askPerson(
        po,
        now,
        'already-there',
        `The distributor says that it has PO ${po.poNumber} already: ask for its order number, then resolve it.`,
      )
    : askPerson(
        po,
        now,
        'refused-on-resend',
        `PO ${po.poNumber} may have been placed by an earlier request; sent again, the distributor said: ${message}. Ask whether it holds the order, then resolve it.`,
      );
};

export const differs = (po: Po, now: number, orderNumbers: readonly string[], message: string): Po =>
  askPerson(
    { ...po, orderNumbers: [...orderNumbers] },
    now,
    'differs',
    `The distributor holds order ${orderNumbers.join(', ')}, but not as it was sent: ${message}. Settle it with the distributor, then resolve it.`,
  );

/** An acceptance after the attempt was closed otherwise changes no outcome, but it is recorded and rings. */
export const suspectDuplicate = (po: PurchaseOrderRow, now: number, orderNumbers: readonly string[]): Po | null => {
  const unheard = orderNumbers.filter((number) => !po.orderNumbers.includes(number));
  if (unheard.length === 0) return null;
  const whatToDo = `The distributor also accepted order ${unheard.join(', ')} under PO ${po.poNumber}: there may be two. Ask the distributor, and have one cancelled.`;
  const known: Po = { ...po, orderNumbers: [...po.orderNumbers, ...unheard] };
  if (open.includes(po.state)) return kept(askPerson(known, now, 'duplicate-suspected', whatToDo), now);
  const attention = { reason: 'duplicate-suspected' as const, since: instant(now), whatToDo };
  return kept(event(note({ ...known, attention }, now, whatToDo), now, 'purchase_order.needs_person', whatToDo), now);
};

/** How a person settled what needed one. */
export type Resolution =
  | { readonly outcome: 'accepted'; readonly distributorOrderNumber: string; readonly reason: string }
  | { readonly outcome: 'not-placed'; readonly reason: string };

/**
 * A person has found out and decides. Null when there is nothing to decide: no person is needed, or the outcome stands
 * already and only the worry about it can be put away.
 */
export const resolve = (po: PurchaseOrderRow, now: number, { reason, ...resolution }: Resolution): Po | null => {
  if (po.attention === null) return null;
  if (po.state !== 'needs-person') {
    const told = note({ ...po, attention: null }, now, `Looked into by a person: ${reason}`);
    return (resolution.outcome === 'accepted') === (po.state === 'accepted') ? kept(told, now) : null;
  }
  return kept(
    resolution.outcome === 'accepted'
      ? accept(po, now, [resolution.distributorOrderNumber], `A person found it placed: ${reason}`)
      : refuse(po, now, 'other', `A person found that it was not placed: ${reason}`),
    now,
  );
};
