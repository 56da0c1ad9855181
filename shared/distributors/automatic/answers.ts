import { automaticProfile as profile } from '../profiles/automatic.ts';
import type { Redact } from '../redact.ts';
import type { EndOfAsking } from '../sweep.ts';
import { type Answer, credentialsRefused, isFresh, isLimit, noAnswer, noEntry, notTaken, pauseIn } from '../verdict.ts';
import { dictionary } from './dictionary.ts';
import { isFailure, noSuchOrder, rateLimit, refusalIn } from './refusals.ts';

export const isRateLimit = (answer: Answer): boolean => isLimit(answer) || isFailure(answer, rateLimit);

/** Something in between may say the same: alone it proves nothing. */
export const isNotFound = (answer: Answer): boolean => answer.json !== undefined && isFailure(answer, noSuchOrder);

export const isFreshNotFound = (answer: Answer): boolean => isNotFound(answer) && isFresh(answer);

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
export const stopIn = (answer: Answer, redact: Redact): EndOfAsking | null => {
  if (isFailure(answer, rateLimit)) return notTaken('rate-limited', answer.retryAfterSeconds);
  const pause = pauseIn(answer);
  if (pause !== null) return pause;
  const no = refusalIn(answer, null, redact, true);
  if (no?.verdict === 'refused' && no.code === 'bad-credentials') return credentialsRefused(no.message);
  if (answer.status === 401 || answer.status === 403) return noEntry(profile.name, dictionary, answer, redact);
  return answer.status >= 500 ? noAnswer('Automatic is not available.') : null;
};
