import * as v from 'valibot';
import type { DistributorReply } from '../distributor.ts';
import { entry, read } from '../lenient.ts';
import { wpsProfile as profile } from '../profiles/wps.ts';
import type { Redact } from '../redact.ts';
import type { EndOfAsking } from '../sweep.ts';
import { type Answer, isFresh, isYes, noAnswer, noEntry, pauseIn } from '../verdict.ts';
import { wordsIn } from '../words.ts';
import { dictionary } from './dictionary.ts';

export const Wrapped = entry({ data: v.nonNullish(v.unknown()) });

/** Things come wrapped in `data`, though one client reads an order unwrapped. */
export const unwrapped = (json: unknown): unknown => read(Wrapped, json)?.data ?? json;

export const isGone = (reply: DistributorReply): boolean => reply.kind === 'answer' && reply.status === 404;

/** The answer, when it is a yes. */
export const yesIn = (reply: DistributorReply): Answer | null =>
  reply.kind === 'answer' && isYes(reply) ? reply : null;

/** Why a read ends: a pause, refused credentials, or a server that is down. Null: the answer may be read. */
export const stopIn = (answer: Answer, redact: Redact): EndOfAsking | null =>
  pauseIn(answer) ??
  noEntry(profile.name, dictionary, answer, redact) ??
  (answer.status >= 500 ? noAnswer('WPS is not available.') : null);

/** "No such order" is a 404 that says so in JSON. Something in between may say the same: alone it proves nothing. */
export const isNotFound = ({ status, json }: Answer): boolean => status === 404 && wordsIn(json).length > 0;

export const isFreshNotFound = (answer: Answer): boolean => isNotFound(answer) && isFresh(answer);
