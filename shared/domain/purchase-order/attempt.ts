import { clampRetryAfter } from '../account/account-rules.ts';
import type { Draft } from '../rows/amend.ts';
import { withoutStop } from '../sentence.ts';
import { addSeconds } from '../time.ts';
import { seconds } from '../time-limits.ts';
import type { NotTaken, Refused, SafeText, SubmitVerdict } from '../verdicts.ts';
import { type Instant, instant } from '../vocabulary.ts';
import { backoffSeconds, nextStep, notSent, withDerived } from './due.ts';
import { isOfThisRequest } from './of-this-request.ts';
import {
  accept,
  acceptedDifferently,
  askPerson,
  refuse,
  suspectDuplicate,
  undecidedStates,
  withNote,
} from './outcome.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';

/**
 * The attempt protocol: how a purchase order comes to be called for, and what the answer makes of it. Pure: a row and the time
 * go in, the row that shall stand comes out; null = leave it. Late or repeated news moves nothing backwards.
 */
type Po = Draft<PurchaseOrderRow>;

/** Only its winner calls. */
export const begin = (
  po: PurchaseOrderRow,
  now: number,
  call: {
    readonly token: string;
    readonly credentialVersion: string;
    /** When the last of its requests may leave: the end of the invocation that makes them. */
    readonly endsAt: number;
    readonly settleSeconds: number;
    readonly postalCodeHash?: string | null;
  },
): Po | null => {
  if (nextStep(po, now) !== 'begin') return null;
  const { token, credentialVersion, endsAt, settleSeconds, postalCodeHash = null } = call;
  const certain = settleSeconds + 2 * seconds.clockBound;
  return withDerived(
    {
      ...po,
      ...(postalCodeHash === null ? {} : { postalCodeHash }),
      state: 'calling',
      sends: po.sends + 1,
      notBefore: null,
      call: { token, credentialVersion, begunAt: instant(now), settleAt: addSeconds(Math.max(now, endsAt), certain) },
    },
    now,
  );
};

/** Nothing was sent; try again at that time. */
export const postpone = (po: PurchaseOrderRow, now: number, until: Instant): Po | null =>
  po.state === 'claimed' || po.state === 'in-doubt' ? withDerived({ ...po, notBefore: until }, now) : null;

/** Its account had no turn left for it. */
export const postponeTurn = (po: PurchaseOrderRow, now: number, until: Instant): Po | null =>
  po.state === 'claimed' ? withDerived({ ...po, missesInARow: po.missesInARow + 1, notBefore: until }, now) : null;

/** The caller is gone and left no answer. */
export const markInDoubt = (po: PurchaseOrderRow, now: number): Po | null =>
  nextStep(po, now) === 'doubt' ? withDerived(inDoubt(po, now, now), now) : null;

/** `words`: what the distributor said, which is neither yes nor no. */
const inDoubt = (po: Po, now: number, lookAt: number, words?: SafeText, why = 'gave no clear answer'): Po => {
  const told = words === undefined ? 'the' : `“${withoutStop(words)}”. The`;
  return withNote(
    {
      ...po,
      state: 'in-doubt',
      doubtSince: po.doubtSince ?? instant(now),
      absentAt: null,
      missesInARow: 0,
      notTaken: 0,
      notBefore: instant(lookAt),
    },
    now,
    `The distributor ${why}: ${told} order may or may not have been placed. We are looking it up.`,
    { kind: 'in-doubt', by: words === undefined ? 'service' : 'distributor' },
  );
};

/**
 * The answer to the request with this token settles its own attempt while that is open. `canAsk`: the distributor can be asked for
 * an order by its number.
 */
export const settle = (
  po: PurchaseOrderRow,
  now: number,
  token: string,
  answer: SubmitVerdict,
  canAsk: boolean,
): Po | null => {
  const own = po.call?.token === token;
  // An order number is known while nothing is settled yet: an earlier request was taken too late. A person is asked already.
  const known = po.orderNumbers.length > 0;
  if (!undecidedStates.includes(po.state) || !own || known) {
    return answer.verdict === 'accepted' || answer.verdict === 'accepted-but-different'
      ? suspectDuplicate(po, now, answer.orderNumbers)
      : null;
  }
  const next = settled(po, now, answer, canAsk);
  return next === null ? null : withDerived(next, now);
};

/** A distributor that takes nothing is asked less and less often, but at least once in this time. In seconds. */
const longestWaitSeconds = 15 * 60;

const settled = (po: PurchaseOrderRow, now: number, answer: SubmitVerdict, canAsk: boolean): Po | null => {
  switch (answer.verdict) {
    case 'accepted':
      return accept(po, now, answer.orderNumbers, 'Accepted by the distributor');
    case 'accepted-but-different':
      return acceptedDifferently(po, now, answer.orderNumbers, answer.message);
    case 'refused':
      return answer.code === 'duplicate-po' ? duplicate(po, now, canAsk) : refusedAnswer(po, now, answer, canAsk);
    case 'not-taken':
      return notTaken(po, now, answer, canAsk);
    case 'unknown':
      return po.state === 'calling' ? inDoubt(po, now, now + seconds.soon * 1000, answer.words) : null;
  }
};

/**
 * Certainly not received: as if this request had never begun. A rate limit is less certain, for something on the way may have
 * delivered the request and answered so to a copy of it: where the distributor can be asked, it is, before it is sent again.
 */
const notTaken = (po: Po, now: number, answer: NotTaken, canAsk: boolean): Po | null => {
  const { retryAfterSeconds, reason, before } = answer;
  const waits = {
    ...po,
    notTaken: po.notTaken + 1,
    notBefore: addSeconds(now, clampRetryAfter(retryAfterSeconds, backoffSeconds(po.notTaken, longestWaitSeconds))),
  };
  if (reason === 'rate-limited' && before !== true && canAsk) {
    return po.state === 'calling' && po.call !== null
      ? { ...waits, state: 'in-doubt', missesInARow: 0, call: { ...po.call, rateLimited: true } }
      : null;
  }
  return po.state === 'calling' || po.state === 'in-doubt' ? notSent(waits) : null;
};

const willBeLookedUp =
  'In case that answers a copy of our request, the distributor is asked for the number when all has settled.';

/**
 * A first request that is refused was not placed, as far as anybody knows: had something on the way delivered it twice, the copy was
 * refused, for any reason, while the request itself stands. So where the distributor can be asked, the number is looked up when all
 * has settled, and sooner where the item is sent again. Of a further request a refusal says nothing: the earlier one may stand,
 * unless look-ups have proven it absent (`absentAt`). Where sending again is the only look-up they never have.
 */
const refusedAnswer = (po: Po, now: number, { code, message, before }: Refused, canAsk: boolean): Po => {
  if (po.sends <= 1 || (po.absentAt !== null && isOfThisRequest[code])) {
    const refused = refuse({ ...po, missesInARow: 0 }, now, code, message);
    const recheckAt = canAsk && before !== true ? (po.call?.settleAt ?? null) : null;
    return recheckAt === null ? { ...refused, recheckAt } : { ...withNote(refused, now, willBeLookedUp), recheckAt };
  }
  return askPerson(
    po,
    now,
    'refused-on-resend',
    `PO ${po.poNumber} may have been placed by an earlier request; sent again, the distributor said: ${withoutStop(message)}. Ask whether it holds the order, then resolve it.`,
  );
};

/**
 * "I have that number already" is never a no, not even to a first request: something on the way may have delivered it twice, and
 * this is the answer to its copy. It is looked up; where it cannot be, or was sent again, a person asks.
 */
const duplicate = (po: Po, now: number, canAsk: boolean): Po | null => {
  if (po.sends > 1 || !canAsk) {
    return askPerson(
      po,
      now,
      'already-there',
      `The distributor says that it has PO ${po.poNumber} already: ask for its order number, then resolve it.`,
    );
  }
  return po.state === 'calling'
    ? inDoubt(po, now, now + seconds.soon * 1000, undefined, `says that it has PO ${po.poNumber} already`)
    : null;
};
