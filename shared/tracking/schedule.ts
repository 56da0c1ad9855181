import type { AccountRow } from '../domain/account/account.ts';
import { drawnForward, nextTurn, sweepDue } from '../domain/account/account-rules.ts';
import { type BandSlice, neverAsked, nextLook, nowhereBegun, youngestNow } from '../domain/account/cadence.ts';
import type { Draft } from '../domain/rows/amend.ts';
import { day, hour, minute } from '../domain/time.ts';
import { type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import type { SweepPlan } from './watches.ts';

type Account = Draft<AccountRow>;

const nothingAsked: Pick<Account, 'askedAt' | 'cursors'> = { askedAt: [...neverAsked], cursors: [...nowhereBegun] };

/** An account that is owed no sweep: it leaves the index. */
export const withoutSweep = ({ due: _due, dueAt: _dueAt, ...account }: Account): Account => ({
  ...account,
  ...nothingAsked,
  youngestWatch: null,
});

export const dueAgain = (account: Account, at: Instant): Account => ({ ...account, ...sweepDue(account, at) });

type Unanswered = readonly { readonly poNumber: string }[];

/** The parts without what was left unanswered: each is begun again at the first of those. */
const answered = (parts: readonly BandSlice[], rest: Unanswered): readonly BandSlice[] => {
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
export const afterSweep = (account: Account, now: number, looked: SweepPlan, rest: Unanswered = []): Account => {
  const { at, due, ending } = looked;
  const parts = answered(looked.parts, rest);
  if (rest.length > 0 && parts.every(isStuck)) return afterNoProgress(account, now, parts);
  const done: Account = { ...account, ...progress(account, parts, at), failures: 0, lastSweptAt: instant(now) };
  const youngestWatch = youngestNow(account, parts, now);
  const isCut = rest.length > 0 || parts.length < due.length || parts.some(({ next }) => next !== null);
  if (isCut) return dueAgain({ ...done, youngestWatch: youngestWatch ?? account.youngestWatch }, nextTurn(done, now));
  if (youngestWatch === null) return withoutSweep(done);
  const next: Account = { ...done, youngestWatch };
  const look = nextLook(next, [...ending, ...parts.flatMap(({ watches }) => watches)], at, now);
  return dueAgain(next, drawnForward(next, look, now));
};

/** It ended where it began. */
const isStuck = ({ from, next }: BandSlice): boolean => next !== null && next === from?.next;

/** As after a failure; but the bands that are not stuck are asked for in their time. */
const afterNoProgress = (account: Account, now: number, parts: readonly BandSlice[]): Account => {
  const waiting = afterFailure(account, now);
  const askedAt = account.askedAt.map((asked, band) =>
    parts.some((part) => part.band === band) ? instant(now) : asked,
  );
  const others = nextLook({ ...account, askedAt }, [], now, now);
  return waiting.dueAt === undefined || others < waiting.dueAt ? dueAgain(waiting, others) : waiting;
};

/** A band that came to its end was asked for, as of the time when that was begun; of another it is known where to go on. */
const progress = ({ askedAt, cursors }: Account, parts: readonly BandSlice[], at: number): typeof nothingAsked => {
  const of = new Map(parts.map((part) => [part.band, part]));
  const since = (part: BandSlice): Instant => part.from?.since ?? instant(at);
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
export const afterFailure = (account: Account, now: number): Account => {
  const wait = Math.min(5 * minute * 2 ** account.failures, 6 * hour);
  return dueAgain({ ...account, failures: account.failures + 1 }, instant(now + wait));
};

/** Not to be opened, or still stopped a day after the stop: looked at again in a day. */
export const retryTomorrow = (account: Account, now: number): Account => dueAgain(account, instant(now + day));

/** Stopped: looked at again when the stop is a day old, then once a day, whatever made somebody look meanwhile. */
export const retryStopped = (account: Account, now: number): Account => {
  const first = account.stopped === null ? now : milliseconds(account.stopped.at) + day;
  return first > now ? dueAgain(account, instant(first)) : retryTomorrow(account, now);
};

/** Whether a day has passed since the stop, so that the poller asks by itself whether the credentials work again. */
export const verifyIsDue = (account: AccountRow, now: number): boolean =>
  account.stopped !== null && now >= milliseconds(account.stopped.at) + day;
