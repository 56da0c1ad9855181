import { type NotTaken, type Refused, safeText, type Unknown } from '../../domain/verdicts.ts';
import type { RefusalCode } from '../../domain/vocabulary.ts';
import type { DistributorReply } from '../distributor.ts';
import { isOfTrouble, mayBeEcho } from '../phrases.ts';
import { wpsProfile as profile } from '../profiles/wps.ts';
import type { Redact } from '../redact.ts';
import {
  type Answer,
  codeOf,
  doubtful,
  isLimit,
  isNoByStatus,
  noEntry,
  notTaken,
  pauseIn,
  troubled,
  unknown,
} from '../verdict.ts';
import { wordsIn, wordsOf } from '../words.ts';
import { dictionary } from './dictionary.ts';

/** What the call that orders may be refused with. Of a 404 (the cart is gone) or a conflict our own request may be the cause. */
const noAtOrder = new Set([400, 402, 403, 422]);

const sentenceOf = (answer: Answer): string =>
  wordsOf(answer).join(' ') || `WPS answered with status ${answer.status}.`;

const codeFor = (answer: Answer, words: string): RefusalCode => {
  if (noEntry(profile.name, dictionary, answer, safeText)?.verdict === 'credentials-refused') return 'bad-credentials';
  return answer.json === undefined ? 'other' : codeOf(dictionary, words, answer);
};

/** A no before the third call: nothing can have been ordered, whoever says it. */
const refusalIn = (answer: Answer, redact: Redact): Refused => {
  const words = sentenceOf(answer);
  return { verdict: 'refused', code: codeFor(answer, words), message: redact(words) };
};

/** What a request that wrote to the cart may still do there, although its answer was lost: its name is not used before that is over. */
const unsettled = notTaken('unavailable', profile.settleSeconds);

const lostBehindGateway = new Set([502, 504]);

/** What a failure before the third call means: nothing has been ordered. */
export const failureIn = (reply: DistributorReply, redact: Redact, effect: 'read' | 'write'): NotTaken | Refused => {
  if (reply.kind === 'not-sent') return notTaken('unreachable');
  if (reply.kind === 'lost') return effect === 'write' ? unsettled : notTaken('unavailable');
  if (isNoByStatus(reply.status) && !isLimit(reply)) return refusalIn(reply, redact);
  if (effect === 'write' && lostBehindGateway.has(reply.status)) return unsettled;
  return pauseIn(reply) ?? notTaken('unavailable');
};

/** A no to the order itself counts when it says what is wrong, and cannot be the echo of our own request having been taken. */
export const noToOrderIn = (answer: Answer, redact: Redact, resend: boolean): Refused | Unknown => {
  const { status, json } = answer;
  const words = wordsIn(json).join(' ');
  if (status === 401 && codeFor(answer, words) === 'bad-credentials') return refusalIn(answer, redact);
  const isNo = words !== '' && (noAtOrder.has(status) || (resend && isNoByStatus(status)));
  if (!isNo) return unknown(`WPS answered with status ${status}.`);
  if (isOfTrouble(words)) return troubled(redact(words));
  const code = status === 402 ? 'payment' : codeOf(dictionary, words, answer);
  if (!resend && (code === 'other' || mayBeEcho(code, words))) return doubtful(redact(words));
  return { verdict: 'refused', code, message: redact(words) };
};
