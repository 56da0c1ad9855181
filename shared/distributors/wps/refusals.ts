import { type NotTaken, type Refused, safeText, type Unknown } from '../../domain/verdicts.ts';
import type { OrderToPlace, RefusalCode } from '../../domain/vocabulary.ts';
import type { DistributorReply } from '../distributor.ts';
import { isOfTrouble, mayBeEcho } from '../phrases.ts';
import { wpsProfile as profile } from '../profiles/wps.ts';
import type { Redact } from '../redact.ts';
import { refusalCode } from '../refusal-code.ts';
import {
  type Answer,
  doubtful,
  isLimit,
  isNoByStatus,
  neither,
  noEntry,
  notTaken,
  pauseIn,
  troubled,
} from '../verdict.ts';
import { wordsIn, wordsOf } from '../words.ts';
import { dictionary } from './dictionary.ts';

/** What the call that orders may be refused with. Of a 404 (the cart is gone) or a conflict our own request may be the cause. */
const noAtOrder = new Set([400, 402, 403, 422]);

const sentenceOf = (answer: Answer): string =>
  wordsOf(answer).join(' ') || `WPS answered with status ${answer.status}.`;

const codeFor = (answer: Answer, wanted: OrderToPlace): RefusalCode => {
  if (noEntry(profile.name, dictionary, answer, safeText)?.verdict === 'credentials-refused') return 'bad-credentials';
  return answer.json === undefined ? 'other' : refusalCode(dictionary, answer, wanted);
};

/** A no before the third call: nothing can have been ordered, whoever says it. */
const refusalIn = (answer: Answer, wanted: OrderToPlace, redact: Redact): Refused => ({
  verdict: 'refused',
  code: codeFor(answer, wanted),
  message: redact(sentenceOf(answer)),
});

/** What a request that wrote to the cart may still do there, although its answer was lost: its name is not used before that is over. */
const unsettled = notTaken('unavailable', profile.settleSeconds);

/** What a write to the cart may have reached all the same: a server that failed, or something in front of it that waited no longer. */
const mayHaveArrived = (status: number): boolean => status >= 500 || status === 408;

/** What a failure before the third call means: nothing has been ordered. */
export const failureIn = (
  reply: DistributorReply,
  wanted: OrderToPlace,
  redact: Redact,
  effect: 'read' | 'write',
): NotTaken | Refused => {
  if (reply.kind === 'not-sent') return notTaken('unreachable');
  if (reply.kind === 'lost') return effect === 'write' ? unsettled : notTaken('unavailable');
  if (isNoByStatus(reply.status) && !isLimit(reply)) return refusalIn(reply, wanted, redact);
  const pause = pauseIn(reply);
  const isLong = (pause?.retryAfterSeconds ?? 0) >= profile.settleSeconds;
  if (effect === 'write' && mayHaveArrived(reply.status) && !isLong) return unsettled;
  return pause ?? notTaken('unavailable');
};

/** A no to the order itself counts when it says what is wrong, and cannot be the echo of our own request having been taken. */
export const noToOrderIn = (
  answer: Answer,
  wanted: OrderToPlace,
  redact: Redact,
  resend: boolean,
): Refused | Unknown => {
  const { status, json } = answer;
  const words = wordsIn(json).join(' ');
  if (status === 401 && codeFor(answer, wanted) === 'bad-credentials') return refusalIn(answer, wanted, redact);
  const isNo = words !== '' && (noAtOrder.has(status) || (resend && isNoByStatus(status)));
  if (!isNo) return neither(`WPS answered with status ${status}.`, answer, redact);
  if (isOfTrouble(words)) return troubled(redact(words));
  const code = status === 402 ? 'payment' : refusalCode(dictionary, answer, wanted);
  if (!resend && (code === 'other' || mayBeEcho(code, words))) return doubtful(redact(words));
  return { verdict: 'refused', code, message: redact(words) };
};
