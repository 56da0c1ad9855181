import type { AccountRow } from '../domain/account/account.ts';
import { drawnForward, nextTurn, sweepDue } from '../domain/account/account-rules.ts';
import { neverAsked, nextLook, nowhereBegun, type Part, youngestNow } from '../domain/account/cadence.ts';
import type { Draft } from '../domain/rows/amend.ts';
import { type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import type { Looked } from './watches.ts';

type Account = Draft<AccountRow>;

const minute = 60;
const day = 86_400;

const after = (now: number, seconds: number): Instant => instant(now + seconds * 1000);

const nothingAsked: Pick<Account, 'askedAt' | 'cursors'> = { askedAt: [...neverAsked], cursors: [...nowhereBegun] };

/** An account that is owed no sweep: it leaves the index. */
export const idle = ({ due: _due, dueAt: _dueAt, ...account }: Account): Account => ({
  ...account,
  ...nothingAsked,
  youngestWatch: null,
});

export const dueAgain = (account: Account, at: Instant): Account => ({ ...account, ...sweepDue(account, at) });

type Unanswered = readonly { readonly poNumber: string }[];

/** The parts without what was left unanswered: each is begun again at the first of those. */
const answered = (parts: readonly Part[], rest: Unanswered): readonly Part[] => {
  const left = new Set(rest.map(({ poNumber }) => poNumber));
  return parts.map((part) => {
    const first = part.watches.find(({ poNumber }) => left.has(poNumber));
    return first === undefined ? part : { ...part, next: first.sk };
  });
};

/**
 * What a sweep means for the schedule: it has ended well; or it was cut short and goes on with its next turn; or it came no
 * further than the last one, and waits longer and longer.
 */
export const swept = (account: Account, now: number, looked: Looked, rest: Unanswered = []): Account => {
  const { at, due, ending } = looked;
  const parts = answered(looked.parts, rest);
  if (rest.length > 0 && parts.every(isStuck)) return stuck(account, now, parts);
  const done: Account = { ...account, ...progress(account, parts, at), failures: 0, lastSweptAt: instant(now) };
  const youngestWatch = youngestNow(account, parts, now);
  const isCut = rest.length > 0 || parts.length < due.length || parts.some(({ next }) => next !== null);
  if (isCut) return dueAgain({ ...done, youngestWatch: youngestWatch ?? account.youngestWatch }, nextTurn(done, now));
  if (youngestWatch === null) return idle(done);
  const next: Account = { ...done, youngestWatch };
  const look = nextLook(next, [...ending, ...parts.flatMap(({ watches }) => watches)], at, now);
  return dueAgain(next, drawnForward(next, look, now));
};

/** It ended where it began. */
const isStuck = ({ from, next }: Part): boolean => next !== null && next === from?.next;

/** As after a failure; but the bands that are not stuck are asked for in their time. */
const stuck = (account: Account, now: number, parts: readonly Part[]): Account => {
  const waiting = failed(account, now);
  const askedAt = account.askedAt.map((asked, band) =>
    parts.some((part) => part.band === band) ? instant(now) : asked,
  );
  const others = nextLook({ ...account, askedAt }, [], now, now);
  return waiting.dueAt === undefined || others < waiting.dueAt ? dueAgain(waiting, others) : waiting;
};

/** A band that came to its end was asked for, as of the time when that was begun; of another it is known where to go on. */
const progress = ({ askedAt, cursors }: Account, parts: readonly Part[], at: number): typeof nothingAsked => {
  const of = new Map(parts.map((part) => [part.band, part]));
  const since = (part: Part): Instant => part.from?.since ?? instant(at);
  return {
    askedAt: neverAsked.map((_, band) => {
      const part = of.get(band);
      return part?.next === null ? since(part) : (askedAt[band] ?? null);
    }),
    cursors: nowhereBegun.map((_, band) => {
      const part = of.get(band);
      if (part === undefined) return cursors[band] ?? null;
      return part.next === null ? null : { since: since(part), next: part.next };
    }),
  };
};

/** A sweep brought nothing: each in a row waits longer, from five minutes to six hours. */
export const failed = (account: Account, now: number): Account => {
  const seconds = Math.min(5 * minute * 2 ** account.failures, 6 * 60 * minute);
  return dueAgain({ ...account, failures: account.failures + 1 }, after(now, seconds));
};

/** Stopped or not to be opened: looked at again in a day. */
export const tomorrow = (account: Account, now: number): Account => dueAgain(account, after(now, day));

/** Whether a day has passed since the stop, so that the poller asks by itself whether the credentials work again. */
export const verifyIsDue = (account: AccountRow, now: number): boolean =>
  account.stopped !== null && now >= milliseconds(account.stopped.at) + day * 1000;
