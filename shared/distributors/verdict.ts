import type { CredentialsRefused, NoAnswer, NotTaken, Refused, Unknown } from '../domain/verdicts.ts';
import type { RefusalCode } from '../domain/vocabulary.ts';
import type { DistributorReply } from './distributor.ts';

export const notTaken = (reason: NotTaken['reason'], retryAfterSeconds: number | null = null): NotTaken => ({
  verdict: 'not-taken',
  reason,
  retryAfterSeconds,
});
export const unknown = (reason: string): Unknown => ({ verdict: 'unknown', reason });
export const noAnswer = (reason: string): NoAnswer => ({ verdict: 'no-answer', reason });
export const credentialsRefused = (message: string): CredentialsRefused => ({
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
  message: `${name} is not known to offer this shipping method. Nothing was sent.`,
});

/** Why there is no whole answer, as a sentence. */
const whyNot = ({ reason }: NoWholeAnswer): string => said[reason];

/** The committing write brought no answer: it was never sent, or nobody knows. */
export const submitWithout = (reply: NoWholeAnswer): NotTaken | Unknown =>
  reply.kind === 'not-sent' ? notTaken('unreachable') : unknown(whyNot(reply));

/** A read brought no answer. */
export const readWithout = (reply: NoWholeAnswer): NoAnswer => noAnswer(whyNot(reply));

/** What words give which code, tried in the order written; structure has already decided that it is a no. */
export type Dictionary = Readonly<Record<Exclude<RefusalCode, 'other'>, RegExp>>;

/** The code for a distributor's words; words never heard are `other`. */
export const codeOf = (dictionary: Dictionary, words: string): RefusalCode => {
  const means = (code: string): code is keyof Dictionary =>
    Object.entries(dictionary).some(([key, word]) => key === code && word.test(words));
  return Object.keys(dictionary).find(means) ?? 'other';
};
