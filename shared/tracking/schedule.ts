import type { AccountRow, WatchRow } from '../domain/account.ts';
import type { Draft } from '../domain/amend.ts';
import { type Band, neverAsked, nextLook, youngestNow } from '../domain/cadence.ts';
import { type Instant, instant, milliseconds } from '../domain/words.ts';

type Account = Draft<AccountRow>;

const minute = 60;
const day = 86_400;

/** A sweep that was cut short, or has to look further, goes on after so long. */
const soon = minute;

const after = (now: number, seconds: number): Instant => instant(now + seconds * 1000);

/** An account that is owed no sweep: it leaves the index. */
export const idle = ({ due: _due, dueAt: _dueAt, ...account }: Account): Account => ({
  ...account,
  youngestWatch: null,
  askedAt: [...neverAsked],
  cursor: null,
});

export const dueAgain = (account: Account, at: Instant): Account => ({ ...account, due: 'sweep', dueAt: at });

/** What a sweep has done: the watches that it read, and the bands of which these are all. */
export type Swept = {
  readonly read: readonly WatchRow[];
  readonly bands: readonly Band[];
  /** Where it was cut short: the first watch that it did not come to; null = it came to its end. */
  readonly cursor: string | null;
};

/**
 * A sweep has ended well, or was cut short: then it goes on soon, at `cursor`; where it did not come any further than the last
 * one, it has failed.
 */
export const swept = (account: Account, now: number, { read, bands, cursor }: Swept): Account => {
  if (cursor !== null && cursor === account.cursor) return failed(account, now);
  const looked: Account = { ...account, failures: 0, cursor, lastSweptAt: instant(now) };
  if (cursor !== null) return dueAgain(looked, after(now, soon));
  const youngestWatch = youngestNow(account, read, bands, now);
  // A sweep that went on from a cursor has not seen what lies before it.
  if (youngestWatch === null && account.cursor === null) return idle(looked);
  if (youngestWatch === null || youngestWatch === 'unknown')
    return dueAgain({ ...looked, askedAt: [...neverAsked] }, after(now, soon));
  const askedAt = neverAsked.map((_, band) => (bands.includes(band) ? instant(now) : (account.askedAt[band] ?? null)));
  const known: Account = { ...looked, askedAt, youngestWatch };
  return dueAgain(known, nextLook(known, read, now));
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
