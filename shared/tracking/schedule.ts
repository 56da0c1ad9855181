import type { AccountRow, WatchRow } from '../domain/account.ts';
import { everySeconds } from '../domain/account-rules.ts';
import type { Draft } from '../domain/amend.ts';
import { type Instant, instant, milliseconds } from '../domain/words.ts';

type Account = Draft<AccountRow>;

const minute = 60;
const day = 86_400;

/** The last look at a watch falls so long before its end. */
const lastLook = 30 * minute;
/** A sweep that was cut short goes on after so long. */
const soon = minute;

const after = (now: number, seconds: number): number => now + seconds * 1000;

/** An account that is owed no sweep: it leaves the index. */
export const idle = ({ due: _due, dueAt: _dueAt, ...account }: Account): Account => ({
  ...account,
  youngestWatch: null,
  cursor: null,
});

export const dueAgain = (account: Account, at: Instant): Account => ({ ...account, due: 'sweep', dueAt: at });

/** When to look again: by the age of the youngest watch, and once more in the last hour of each. */
export const nextLook = (watches: readonly WatchRow[], now: number): Instant | null => {
  const youngest = youngestOf(watches);
  if (youngest === null) return null;
  const lastLooks = watches.map(({ expiresAt }) => ((expiresAt ?? 0) - lastLook) * 1000).filter((at) => at > now);
  const regular = after(now, everySeconds(youngest, now));
  return instant(lastLooks.reduce((first, at) => Math.min(first, at), regular));
};

export const youngestOf = (watches: readonly WatchRow[]): Instant | null =>
  watches.reduce<Instant | null>(
    (youngest, { acceptedAt }) => (youngest === null || acceptedAt > youngest ? acceptedAt : youngest),
    null,
  );

/**
 * A sweep has ended well, or was cut short with something left: then it goes on soon, at `cursor`; where it did not come any
 * further than the last one, it has failed.
 */
export const swept = (account: Account, now: number, watches: readonly WatchRow[], cursor: string | null): Account => {
  const next = nextLook(watches, now);
  if (next === null) return idle(account);
  if (cursor !== null && cursor === account.cursor) return failed(account, now);
  const at = cursor === null ? next : instant(after(now, soon));
  const looked: Account = {
    ...account,
    failures: 0,
    cursor,
    lastSweptAt: instant(now),
    youngestWatch: youngestOf(watches),
  };
  return dueAgain(looked, at);
};

/** A sweep brought nothing: each in a row waits longer, from five minutes to six hours. */
export const failed = (account: Account, now: number): Account => {
  const seconds = Math.min(5 * minute * 2 ** account.failures, 6 * 60 * minute);
  return dueAgain({ ...account, failures: account.failures + 1 }, instant(after(now, seconds)));
};

/** Stopped or not to be opened: looked at again in a day. */
export const tomorrow = (account: Account, now: number): Account => dueAgain(account, instant(after(now, day)));

/** Whether a day has passed since the stop, so that the poller asks by itself whether the credentials work again. */
export const verifyIsDue = (account: AccountRow, now: number): boolean =>
  account.stopped !== null && now >= milliseconds(account.stopped.at) + day * 1000;
