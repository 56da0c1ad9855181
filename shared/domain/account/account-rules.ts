import type { SweepLane } from '../ports/queues.ts';
import type { Draft } from '../rows/amend.ts';
import { keys } from '../rows/keys.ts';
import { addSeconds, earlier, hour, later, minute } from '../time.ts';
import { type DistributorSlug, type Instant, instant, type Mode, milliseconds } from '../vocabulary.ts';
import type { AccountRow, Bucket } from './account.ts';
import { neverAsked, nowhereBegun } from './cadence.ts';

type Account = Draft<AccountRow>;
export type AccountId = {
  readonly storeId: string;
  readonly distributor: DistributorSlug;
  readonly mode: Mode;
};

/** At most one submit, or one request of a sweep, a second; five at once. */
export const bucket = { perSecond: 1, burst: 5 } as const;

/** How long to stay away when a distributor says "too many requests" and not for how long; and the bounds when it does. */
const pauseSeconds = { default: 60, least: 1, most: 6 * 3600 } as const;

/** A day and an hour, so that what comes once a day is not forgotten in between. */
const remembered = 25 * hour;

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
  cursors: [...nowhereBegun],
  failures: 0,
  lastSweptAt: null,
  longest: { took: 0, at: instant(now) },
  sweepingUntil: null,
});

/** A sweep took `milliseconds`. The longest of a day counts: not every sweep asks for all bands. */
export const withSweepTime = (account: Account, took: number, now: number): Account => {
  const isOld = now - milliseconds(account.longest.at) > remembered;
  return took >= account.longest.took || isOld ? { ...account, longest: { took, at: instant(now) } } : account;
};

type Timed = Pick<Account, 'longest'>;

/** A slow account keeps no quick one waiting: slow ones have a lane of their own. */
const laneOf = ({ longest: { took } }: Timed): SweepLane =>
  took <= 5_000 ? 'sweep' : took <= 30_000 ? 'sweep-slow' : 'sweep-slowest';

/** The account is owed a sweep, in its lane. */
export const sweepDue = (account: Timed, at: Instant): { due: SweepLane; dueAt: Instant } => ({
  due: laneOf(account),
  dueAt: at,
});

/** The poller looks every minute; slow accounts come together, every five. */
const gridOf = (account: Timed): number => (laneOf(account) === 'sweep' ? minute : 5 * minute);

/** What is due just after the poller has looked would wait for the next time: it is drawn forward, but never to now or before. */
export const drawnForward = (account: Timed, at: Instant, now: number): Instant => {
  const drawn = milliseconds(at) - (milliseconds(at) % gridOf(account));
  return drawn > now ? instant(drawn) : at;
};

/** The next time at which accounts of this lane are swept: for quick ones now. */
export const nextTurn = (account: Timed, now: number): Instant => {
  const grid = gridOf(account);
  return grid === minute ? instant(now) : instant(now - (now % grid) + grid);
};

export const pausedAt = (account: Account, now: number): boolean =>
  account.pausedUntil !== null && milliseconds(account.pausedUntil) > now;

/** A distributor's `Retry-After`, held to the bounds of a pause; `usual` where it said nothing. In seconds. */
export const clampRetryAfter = (retryAfterSeconds: number | null, usual: number): number =>
  Math.min(Math.max(retryAfterSeconds ?? usual, pauseSeconds.least), pauseSeconds.most);

/** A distributor limited our rate. A new pause never shortens an older one. */
export const withPause = (account: Account, now: number, retryAfterSeconds: number | null): Account => ({
  ...account,
  pausedUntil: later(account.pausedUntil, addSeconds(now, clampRetryAfter(retryAfterSeconds, pauseSeconds.default))),
});

/** The credentials were refused: nobody asks with them any more. It is due at once, because the store is owed the news. */
export const withStop = (account: Account, now: number, credentialVersion: string, message: string): Account | null =>
  account.stopped?.credentialVersion === credentialVersion
    ? null
    : {
        ...account,
        stopped: { credentialVersion, at: instant(now), message },
        sweepingUntil: null,
        ...sweepDue(account, instant(now)),
      };

/** The bucket as it has filled up again by now. */
const refilled = ({ tokens, at }: Bucket, now: number): Bucket => ({
  tokens: Math.min(bucket.burst, tokens + (Math.max(0, now - milliseconds(at)) / 1000) * bucket.perSecond),
  at: later(at, instant(now)),
});

/** Takes one token from a bucket, or says when there will be one. */
export const takeToken = (
  from: Bucket,
  now: number,
): { readonly granted: true; readonly bucket: Bucket } | { readonly granted: false; readonly at: Instant } => {
  const { tokens, at } = refilled(from, now);
  return tokens >= 1
    ? { granted: true, bucket: { tokens: tokens - 1, at } }
    : { granted: false, at: addSeconds(now, (1 - tokens) / bucket.perSecond) };
};

/** What two have left of one bucket, each without knowing what the other took. */
export const emptierBucket = (a: Bucket, b: Bucket, now: number): Bucket => {
  const [one, other] = [refilled(a, now), refilled(b, now)];
  return one.tokens < other.tokens ? one : other;
};

type Reservation =
  | { readonly granted: true; readonly account: Account }
  | { readonly granted: false; readonly at: Instant };

/** Takes one token from the account's bucket, or says when there will be one: not before a pause is over. */
export const reserve = (account: Account, now: number): Reservation => {
  if (account.pausedUntil !== null && pausedAt(account, now)) return { granted: false, at: account.pausedUntil };
  const taken = takeToken(account.bucket, now);
  return taken.granted ? { granted: true, account: { ...account, bucket: taken.bucket } } : taken;
};

/** Takes a token for a sweep that lives until then; while another lives, there is none. */
export const reserveSweep =
  (until: number) =>
  (account: Account, now: number): Reservation => {
    if (isBeingSwept(account, now)) return { granted: false, at: account.sweepingUntil ?? instant(now) };
    const reservation = reserve(account, now);
    if (!reservation.granted) return reservation;
    return { granted: true, account: { ...reservation.account, sweepingUntil: instant(until) } };
  };

/** Somebody sweeps it. */
export const isBeingSwept = ({ sweepingUntil }: Account, now: number): boolean =>
  sweepingUntil !== null && milliseconds(sweepingUntil) > now;

/** A watch was opened: the account is due within the cadence of the young. A stop or a pause does not keep it from being owed. */
export const watchOpened = (account: Account, now: number): Account => ({
  ...account,
  youngestWatch: instant(now),
  watchesOpened: account.watchesOpened + 1,
  ...sweepDue(account, earlier(account.dueAt, instant(now + hour))),
});

/** The account without its stop: due at once if there may be something to look up. */
export const withoutStop = <A extends Account>(account: A, now: number): A => ({
  ...account,
  stopped: null,
  ...(account.youngestWatch === null ? {} : sweepDue(account, instant(now))),
});
