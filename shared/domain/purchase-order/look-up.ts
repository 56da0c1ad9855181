import { clampRetryAfter } from '../account/account-rules.ts';
import type { Draft } from '../rows/amend.ts';
import { withoutStop } from '../sentence.ts';
import { addSeconds, earlier, later } from '../time.ts';
import { seconds } from '../time-limits.ts';
import type { FindVerdict } from '../verdicts.ts';
import { type Instant, instant, milliseconds } from '../vocabulary.ts';
import { backoffSeconds, isRechecked, notSent, settledBy, withDerived } from './due.ts';
import { isBelieved } from './of-this-request.ts';
import { accept, acceptedDifferently, askPerson, giveUp, raise, suspectDuplicate } from './outcome.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';

type Po = Draft<PurchaseOrderRow>;

/** How a look-up was made; only these facts say what an absence is worth. */
export type LookUp = {
  readonly begunAt: number;
  /** The token of the call it looks for: a look-up says nothing about a later one. */
  readonly token: string | undefined;
  /** The credentials that it was made with. Others may be another account: found still settles, but absent proves nothing. */
  readonly credentialVersion: string;
  /** This distributor allows a second request after two proofs of absence. */
  readonly resend: boolean;
};

/** After a look-up without an answer nobody waits longer than this. In seconds. */
const longestWaitSeconds = 3600;

const again = (po: PurchaseOrderRow, now: number, inSeconds: number): Po =>
  withDerived({ ...po, missesInARow: po.missesInARow + 1, notBefore: addSeconds(now, inSeconds) }, now);

/** What a look-up makes of an attempt in doubt; null = it came too late to say anything. */
export const applyLookUp = (po: PurchaseOrderRow, now: number, look: LookUp, answer: FindVerdict): Po | null => {
  if (po.state === 'refused' || po.state === 'accepted') {
    return answer.verdict === 'accepted' || answer.verdict === 'accepted-but-different'
      ? suspectDuplicate(po, now, answer.orderNumbers)
      : null;
  }
  if (po.state !== 'in-doubt' || po.call?.token !== look.token) return null;
  switch (answer.verdict) {
    case 'accepted':
      return withDerived(accept(po, now, answer.orderNumbers, 'Found at the distributor: it was placed'), now);
    case 'accepted-but-different':
      return withDerived(acceptedDifferently(po, now, answer.orderNumbers, answer.message), now);
    case 'someone-elses':
      return withDerived(
        askPerson(
          po,
          now,
          'someone-elses',
          `The distributor has another order under PO ${po.poNumber}: ${withoutStop(answer.message)}. Ask whether it also holds ours, then resolve it.`,
        ),
        now,
      );
    case 'absent':
      return absent(po, now, look);
    case 'not-taken':
      return again(
        po,
        now,
        clampRetryAfter(answer.retryAfterSeconds, backoffSeconds(po.missesInARow, longestWaitSeconds)),
      );
    default:
      return again(po, now, backoffSeconds(po.missesInARow, longestWaitSeconds));
  }
};

/**
 * Absence proves something only when the look-up began after the call had settled, in the same account. Two such proofs,
 * the second begun five minutes after the first was recorded, allow one more request under the same number.
 */
const absent = (po: PurchaseOrderRow, now: number, look: LookUp): Po => {
  const isSameAccount = look.credentialVersion === po.call?.credentialVersion;
  if (po.call?.rateLimited === true && isSameAccount) return sendAgain(notSent(po), now);
  const settleAt = milliseconds(settledBy(po) ?? instant(now));
  if (look.begunAt < settleAt) {
    return withDerived({ ...po, notBefore: earlier(addSeconds(now, seconds.stillEarly), instant(settleAt)) }, now);
  }
  if (!isSameAccount) {
    return giveUp(
      po,
      now,
      'other',
      'The credentials have changed since it was sent, and it was not found with the new.',
    );
  }
  if (po.absentAt === null) {
    return withDerived({ ...po, absentAt: instant(now), notBefore: addSeconds(now, seconds.lookUpGap) }, now);
  }
  if (look.begunAt < milliseconds(po.absentAt) + seconds.lookUpGap * 1000) {
    return withDerived({ ...po, notBefore: addSeconds(milliseconds(po.absentAt), seconds.lookUpGap) }, now);
  }
  return look.resend && po.sends < 2
    ? sendAgain(po, now)
    : giveUp(po, now, 'other', 'Looked up twice after it had settled, and not found.');
};

/** Nobody can ask, since the credentials are gone or refused: once the call has settled, a person finds out. */
export const cannotAsk = (po: PurchaseOrderRow, now: number, token: string | undefined, reason: string): Po | null => {
  if (po.state !== 'in-doubt' || po.call?.token !== token) return null;
  const settleAt = settledBy(po) ?? instant(now);
  if (now < milliseconds(settleAt)) return withDerived({ ...po, notBefore: settleAt }, now);
  const whatToDo = `${reason} Ask the distributor whether it holds PO ${po.poNumber}, then resolve it.`;
  return withDerived(askPerson(po, now, 'no-usable-credentials', whatToDo), now);
};

/** Without credentials that work it is tried again after this many seconds. */
const withoutCredentialsSeconds = 6 * 3600;

/** How a refused number was looked for. */
type Recheck = Pick<LookUp, 'begunAt' | 'credentialVersion'>;

/**
 * What a look at a number that was refused makes of it: found, a person is asked; absent twice, five minutes apart, once all has
 * settled, nobody looks again. With other credentials, which may be another account's, an absence proves nothing: a person is asked.
 * Null = nothing changes.
 */
export const applyRecheck = (po: PurchaseOrderRow, now: number, look: Recheck, answer: FindVerdict): Po | null => {
  const { recheckAt } = po;
  const { begunAt } = look;
  if (!isRechecked(po) || !recheckAt) return null;
  const done = { ...po, recheckAt: null };
  switch (answer.verdict) {
    case 'accepted':
    case 'accepted-but-different':
      return suspectDuplicate(done, now, answer.orderNumbers) ?? withDerived(done, now);
    case 'not-taken':
      return recheckLater(po, now, addSeconds(now, clampRetryAfter(answer.retryAfterSeconds, seconds.lookUpGap)));
    case 'no-answer':
      return isBelieved(po) && po.missesInARow >= enoughMisses
        ? withDerived(done, now)
        : recheckLater(
            po,
            now,
            addSeconds(now, Math.max(seconds.stillEarly, backoffSeconds(po.missesInARow + 4, longestWaitSeconds))),
          );
    case 'credentials-refused':
      return cannotRecheck(po, now);
    case 'absent':
      if (look.credentialVersion !== po.call?.credentialVersion)
        return isBelieved(po) ? withDerived(done, now) : notSeenElsewhere(po, now);
      if (begunAt < milliseconds(recheckAt)) return null;
      return po.absentAt === null
        ? withDerived({ ...po, absentAt: instant(now), recheckAt: addSeconds(now, seconds.lookUpGap) }, now)
        : withDerived(done, now);
    default:
      return begunAt < milliseconds(recheckAt) ? null : withDerived(done, now);
  }
};

/** After so many looks without an answer a refusal of that kind is not looked into any more. */
const enoughMisses = 3;

/**
 * There was no answer: tried again then, but not sooner than it was to be asked anyhow; after a day in vain a person asks, unless the
 * refusal is of the request itself.
 */
export const recheckLater = (po: PurchaseOrderRow, now: number, until: Instant): Po | null => {
  if (!isRechecked(po)) return null;
  const again = { ...po, missesInARow: po.missesInARow + 1, recheckAt: later(po.recheckAt ?? until, until) };
  if (now < milliseconds(po.refusal?.at ?? until) + seconds.day * 1000) return withDerived(again, now);
  return isBelieved(po)
    ? withDerived({ ...po, recheckAt: null }, now)
    : askOfRefused(po, now, 'for a day the distributor could not be asked');
};

/** Nobody can ask, and the item is to be sent again: a person asks first. Null = nothing changes. */
export const askBeforeItIsSentAgain = (po: PurchaseOrderRow, now: number): Po | null =>
  isRechecked(po) && !isBelieved(po) ? askOfRefused(po, now, 'the distributor cannot be asked now') : null;

const notSeenElsewhere = (po: PurchaseOrderRow, now: number): Po =>
  askOfRefused(po, now, 'the credentials have changed since: it was not found with the new');

/** Nobody can tell whether a refused number stands: a person asks the distributor. */
const askOfRefused = (po: PurchaseOrderRow, now: number, why: string): Po => {
  const whatToDo = `PO ${po.poNumber} was refused: ${withoutStop(po.refusal?.message ?? '')}. That may have answered a copy of our request, and ${why}. Ask whether it holds the order, then resolve it.`;
  return raise({ ...po, recheckAt: null }, now, 'cannot-be-decided', whatToDo);
};

/** Nobody can ask, for want of credentials that work: perhaps later. */
export const cannotRecheck = (po: PurchaseOrderRow, now: number): Po | null =>
  recheckLater(po, now, addSeconds(now, withoutCredentialsSeconds));

/** Back to the claim: whoever wins `begin` sends it once more, under the same number. */
export const sendAgain = (po: Po, now: number): Po =>
  withDerived({ ...po, state: 'claimed', notBefore: instant(now) }, now);
