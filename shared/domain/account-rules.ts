import type { AccountRow } from './account.ts';
import type { Draft } from './amend.ts';
import { neverAsked } from './cadence.ts';
import { keys } from './keys.ts';
import { type DistributorSlug, type Instant, instant, type Mode, milliseconds } from './words.ts';

type Account = Draft<AccountRow>;
export type AccountId = {
  readonly storeId: string;
  readonly distributor: DistributorSlug;
  readonly mode: Mode;
};

/** At most one submit or sweep a second, five at once. */
export const bucket = { perSecond: 1, burst: 5 } as const;

/** How long to stay away when a distributor says "too many requests" and not for how long; and the bounds when it does. */
const pause = { default: 60, least: 1, most: 6 * 3600 } as const;

const hour = 3600;

const laterOf = (a: Instant | null, b: Instant): Instant => (a !== null && a > b ? a : b);
const sooner = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a < b ? a : b);
const after = (now: number, seconds: number): Instant => instant(now + seconds * 1000);

/** The schedule of an account that nobody has worked for yet. */
export const newAccount = ({ storeId, distributor, mode }: AccountId, now: number): Account => ({
  ...keys.account(storeId, distributor, mode),
  storeId,
  distributor,
  mode,
  pausedUntil: null,
  stopped: null,
  bucket: { tokens: bucket.burst, at: instant(now) },
  youngestWatch: null,
  watchesOpened: 0,
  askedAt: [...neverAsked],
  cursor: null,
  failures: 0,
  lastSweptAt: null,
});

export const pausedAt = (account: Account, now: number): boolean =>
  account.pausedUntil !== null && milliseconds(account.pausedUntil) > now;

/** A distributor's `Retry-After`, held to the bounds of a pause; `usual` where it said nothing. In seconds. */
export const bounded = (retryAfterSeconds: number | null, usual: number): number =>
  Math.min(Math.max(retryAfterSeconds ?? usual, pause.least), pause.most);

/** A distributor asked for peace. A new pause never shortens an older one. */
export const paused = (account: Account, now: number, retryAfterSeconds: number | null): Account => ({
  ...account,
  pausedUntil: laterOf(account.pausedUntil, after(now, bounded(retryAfterSeconds, pause.default))),
});

/** The credentials were refused: nobody asks with them any more. It is due at once, because the store is owed the news. */
export const stopped = (account: Account, now: number, credentialVersion: string, message: string): Account | null =>
  account.stopped?.credentialVersion === credentialVersion
    ? null
    : { ...account, stopped: { credentialVersion, at: instant(now), message }, due: 'sweep', dueAt: instant(now) };

/** Takes one token from the bucket, or says when there will be one. */
export const reserve = (
  account: Account,
  now: number,
): { readonly account: Account; readonly granted: true } | { readonly granted: false; readonly at: Instant } => {
  const { tokens, at } = account.bucket;
  const grown = Math.min(bucket.burst, tokens + (Math.max(0, now - milliseconds(at)) / 1000) * bucket.perSecond);
  return grown >= 1
    ? { granted: true, account: { ...account, bucket: { tokens: grown - 1, at: laterOf(at, instant(now)) } } }
    : { granted: false, at: after(now, (1 - grown) / bucket.perSecond) };
};

/** A watch was opened: the account is due within the cadence of the young. A stop or a pause does not keep it from being owed. */
export const watchOpened = (account: Account, now: number): Account => ({
  ...account,
  youngestWatch: instant(now),
  watchesOpened: account.watchesOpened + 1,
  due: 'sweep',
  dueAt: sooner(account.dueAt, after(now, hour)),
});
