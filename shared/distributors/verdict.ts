import {
  type Accepted,
  type AcceptedButDifferent,
  type CredentialsRefused,
  type NoAnswer,
  type NotTaken,
  type Refused,
  type SafeText,
  safeText,
  type Unknown,
} from '../domain/verdicts.ts';
import type { RefusalCode } from '../domain/vocabulary.ts';
import type { DistributorReply } from './distributor.ts';
import { hasField } from './lenient.ts';
import { isOfLimit, isOfTrouble, longest } from './phrases.ts';
import type { Redact } from './redact.ts';
import { wrongBeside } from './standing.ts';
import { saidOf, wordsOf } from './words.ts';

export const notTaken = (reason: NotTaken['reason'], retryAfterSeconds: number | null = null): NotTaken => ({
  verdict: 'not-taken',
  reason,
  retryAfterSeconds,
});
/** The reason of these two is a sentence of ours. */
export const unknown = (reason: string): Unknown => ({ verdict: 'unknown', reason: safeText(reason) });
export const noAnswer = (reason: string): NoAnswer => ({ verdict: 'no-answer', reason: safeText(reason) });
export const credentialsRefused = (message: SafeText): CredentialsRefused => ({
  verdict: 'credentials-refused',
  message,
});

/** A whole answer. */
export type Answer = Extract<DistributorReply, { kind: 'answer' }>;
export type NoWholeAnswer = Exclude<DistributorReply, Answer>;

const said: Readonly<Record<NoWholeAnswer['reason'], string>> = {
  'no-connection': 'The distributor could not be reached.',
  'no-time-left': 'There was no time left to ask the distributor.',
  'not-sendable': 'The request could not be written for this distributor, so nothing was sent.',
  'too-slow': 'The distributor did not answer in time.',
  'too-large': 'The answer was too large to be read.',
  'cut-short': 'The connection ended before the answer did.',
  redirect: 'The distributor answered with a redirect, which is not followed.',
};

/** Refused by us, before anything was sent. */
export const notOffered = (name: string): Refused => ({
  verdict: 'refused',
  code: 'not-allowed',
  message: safeText(`${name} is not known to offer this shipping method. Nothing was sent.`),
  before: true,
});

/** Why there is no whole answer, as a sentence. */
const whyNot = ({ reason }: NoWholeAnswer): string => said[reason];

/** The committing write brought no answer: it was never sent, or nobody knows. */
export const submitWithout = (reply: NoWholeAnswer): NotTaken | Unknown =>
  reply.kind === 'not-sent' ? notTaken('unreachable') : unknown(whyNot(reply));

/** A read brought no answer. */
export const readWithout = (reply: NoWholeAnswer): NoAnswer => noAnswer(whyNot(reply));

/** Whether words mean something. */
type Means = { readonly test: (words: string) => boolean };

/** The one and, somewhere after it, the other: in time linear in the words, which a `.*` between the two is not. */
export const followed = (first: RegExp, later: RegExp): Means => ({
  test: (words) => {
    const at = words.search(first);
    return at >= 0 && later.test(words.slice(at));
  },
});

export const either = (one: Means, other: Means): Means => ({ test: (words) => one.test(words) || other.test(words) });

/** What words give which code, tried in the order written; structure has already decided that it is a no. */
export type Dictionary = Readonly<Record<Exclude<RefusalCode, 'other'>, Means>>;

/** What gateways, brakes and walls in front of a distributor say of paths, tokens and rights of their own. */
const gateways =
  /missing authentication token|security token|state token|csrf|subscription key|explicit deny|on this server|request (blocked|could not be satisfied)|cloudflare|incapsula|akamai|web application firewall|\bwaf\b/i;
/** Whether an answer is of something in between, as far as its words tell. */
export const isGateways = ({ json, text }: Answer): boolean =>
  hasField(json, 'fault', 'cloudflare_error', 'ray_id') || gateways.test(text.slice(0, longest));

/**
 * The code for a distributor's words; words never heard are `other`. So is what the answer has of something in between: it says
 * nothing about the distributor's credentials.
 */
export const codeOf = (
  dictionary: Dictionary,
  words: string,
  answer?: Answer,
  among: readonly string[] = Object.keys(dictionary),
): RefusalCode => {
  const means = (code: string): code is keyof Dictionary =>
    Object.entries(dictionary).some(
      ([key, word]) => key === code && among.includes(key) && word.test(words.slice(0, longest)),
    );
  const code = isOfTrouble(words) ? 'other' : (Object.keys(dictionary).find(means) ?? 'other');
  return code === 'bad-credentials' && answer !== undefined && isGateways(answer) ? 'other' : code;
};

/** Whether nothing in between may have kept an answer, so that it can prove that an order is absent. */
export const isFresh = ({ isFromCache, mayBeFromCache }: Answer): boolean =>
  isFromCache !== true && mayBeFromCache !== true;

/** A 4xx that says "not now" instead of "no". */
const notNow = new Set([408, 425, 429]);
/** Whether it is a yes by its status. */
export const isYes = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** Whether a status is a no to what was asked, where nothing can have come of the asking. */
export const isNoByStatus = (status: number): boolean => status >= 400 && status < 500 && !notNow.has(status);

/** A yes in an answer that says beside it that something went wrong is a person's to judge. */
export const doubted = (
  yes: Accepted | AcceptedButDifferent,
  { json }: Answer,
  redact: Redact,
): Accepted | AcceptedButDifferent => {
  const wrong = yes.verdict === 'accepted' ? wrongBeside(json) : null;
  return wrong === null
    ? yes
    : { verdict: 'accepted-but-different', orderNumbers: yes.orderNumbers, message: redact(wrong) };
};

/** A no that may be the echo of our own request, to a first one: only a look-up tells. */
export const doubtful = (message: SafeText): Unknown => ({
  ...unknown(`This may be the echo of our own request: ${message}`),
  words: message,
});
/** Neither yes nor no, with whatever it says. */
export const neither = (reason: string, answer: Answer, redact: Redact): Unknown => {
  const words = wordsOf(answer).join(' ');
  return words === '' ? unknown(reason) : { ...unknown(reason), words: redact(words) };
};
/** A no in words of trouble on the way, to a first request or a later one. */
export const troubled = (message: SafeText): Unknown => ({
  ...unknown(`It speaks of trouble, not of the order: ${message}`),
  words: message,
});

/** Statuses under which gateways say that too much was asked, although there is one for it. */
const limits = new Set([400, 402, 403, 420, 509]);

/** Whether too much was asked: by its status, or in words under one that says no. */
export const isLimit = (answer: Answer): boolean =>
  answer.status === 429 ||
  (answer.status === 403 && answer.retryAfterSeconds !== null) ||
  (limits.has(answer.status) && wordsOf(answer).some(isOfLimit));

/** An answer that asks to be left alone: too many requests, or a server that is down and says for how long. */
export const pauseIn = (answer: Answer): NotTaken | null =>
  isLimit(answer) || (answer.status >= 500 && answer.retryAfterSeconds !== null)
    ? notTaken('rate-limited', answer.retryAfterSeconds)
    : null;

/** A page for people, which no distributor answers a program with. */
const page = /<(?:!doctype|html|head|body|title|h1|center)\b/i;

/**
 * Credentials are refused by a 401, or a 403 that speaks of them, in an answer that may be the distributor's own. What stands in
 * between refuses too, in pages and in other words, and of the credentials that says nothing: it is trouble.
 */
export const noEntry = (
  name: string,
  dictionary: Dictionary,
  answer: Answer,
  redact: Redact,
): CredentialsRefused | NoAnswer | null => {
  const { status, text } = answer;
  if (status !== 401 && status !== 403) return null;
  const words = wordsOf(answer).join(' ');
  const isOwn = !isGateways(answer) && (words !== '' || !page.test(text.slice(0, longest)));
  const isAbout = status === 401 || codeOf(dictionary, saidOf(answer).join(' ')) === 'bad-credentials';
  if (isOwn && isAbout) return credentialsRefused(redact(words || 'Unauthorized'));
  return noAnswer(redact(`${name} answered with status ${status}${words === '' ? '' : ` and “${words}”`}.`));
};
