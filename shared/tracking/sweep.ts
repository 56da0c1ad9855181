import { openAccount } from '../accounts/open.ts';
import { amendAccount, pauseAccount, reserveAccount, stopAccount } from '../accounts/schedule.ts';
import { AccountRow, type Bucket } from '../domain/account/account.ts';
import { emptierBucket, isBeingSwept, pausedAt, reserveSweep, withSweepTime } from '../domain/account/account-rules.ts';
import { allBands, dueBands } from '../domain/account/cadence.ts';
import type { Nudge } from '../domain/ports/queues.ts';
import { type Draft, load } from '../domain/rows/amend.ts';
import { endOfWatch } from '../domain/rows/keys.ts';
import { seconds } from '../domain/time-limits.ts';
import type { OpenOrder, TrackVerdict } from '../domain/verdicts.ts';
import { type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import type { TimeLeft } from '../ordering/ports.ts';
import { pacer } from './pacer.ts';
import type { TrackingPorts } from './ports.ts';
import { recheckStopped } from './recheck-stopped.ts';
import { record, withUnreadable } from './record.ts';
import { afterFailure, afterSweep, dueAgain, retryTomorrow } from './schedule.ts';
import { readDueWatches, type SweepPlan, watchesToAsk } from './watches.ts';
import { writeSchedule } from './write-schedule.ts';

/** So long at the least is left for writing down what was found. */
const recordingMilliseconds = 20_000;

/**
 * One look-up over the open watches of an account whose age makes them due, with as few calls as its distributor allows. A
 * pause and the bucket are obeyed, and nobody else sweeps meanwhile; a forced sweep asks about every band, due or not. "Nothing new"
 * writes nothing per purchase order.
 */
export const sweep = async (ports: TrackingPorts, nudge: Nudge, time: TimeLeft): Promise<void> => {
  const account = await load(ports.table, nudge, AccountRow);
  if (account === undefined) return;
  const now = ports.clock.now();
  const end = now + time.remainingMilliseconds();
  const force = nudge.force === true;
  if (!force && (!isDue(account, now) || isBeingSwept(account, now))) return;
  if (pausedAt(account, now)) {
    const until = account.pausedUntil ?? instant(now);
    await writeSchedule(ports, account, (current) => dueAgain(current, until));
    return;
  }
  const pace = pacer(ports.clock);
  let askUntil = Number.POSITIVE_INFINITY;
  const opened = await openAccount(ports, account, end - recordingMilliseconds, {
    pace: pace.turn,
    askUntil: () => askUntil,
    schedule: account,
  });
  if (opened.usable && opened.stop !== null && !(await recheckStopped(ports, account, opened))) return;

  const looked = await readDueWatches(ports, account, force ? allBands : dueBands(account, now), now);
  const asked = watchesToAsk(looked);
  if (asked.length === 0 || !opened.usable) {
    const nothingAsked = (current: Draft<AccountRow>, at: number) => afterSweep(current, at, looked);
    await writeSchedule(ports, account, asked.length === 0 ? nothingAsked : retryTomorrow);
    return;
  }
  // No purchase order is asked about when its six weeks are over: at the first that ends the sweep is cut, and the next goes on without it.
  askUntil = asked.reduce((first, watch) => Math.min(first, endOfWatch(watch)), askUntil);
  const reservation = await reserveAccount(ports, account, { known: account, take: reserveSweep(end) });
  if (!reservation.granted) return comeAgain(ports, account, reservation.at);

  if (reservation.account !== undefined) pace.reserved(reservation.account.bucket);
  const answer = await ports.distributors[account.distributor].track(opened.account, asked, now);
  if (answer.verdict === 'credentials-refused') {
    await stopAccount(ports, account, opened.credentialVersion, answer.message);
    return;
  }
  const told =
    answer.verdict === 'tracked'
      ? withUnreadable(answer.orders, [...answer.unreadable, ...answer.missing.filter(isOld(now))])
      : [];
  const troubles = await record(ports, account, asked, told);
  if (answer.verdict === 'tracked') countUnreadable(ports, account, answer.unreadable.length);
  await pauseWhereAsked(ports, account, answer);
  const decide = concluded(answer, looked, pace.left(), troubles.length > 0);
  const after = await writeSchedule(ports, account, decide, reservation.account);
  ports.meter('SweepsInVain', after?.failures ?? 0, { distributor: account.distributor, mode: account.mode });
  if (troubles.length > 0) throw troubles[0];
};

/** A list may show an order late: one that was accepted in the last day is not missing yet. */
const isOld =
  (now: number) =>
  ({ submittedAt, acceptedAt }: OpenOrder): boolean =>
    milliseconds(acceptedAt ?? submittedAt) + seconds.day * 1000 <= now;

/** Orders whose answer could not be read, or not whole: what lasts is put before a person. */
const countUnreadable = (ports: TrackingPorts, { distributor, mode }: AccountRow, count: number): void => {
  if (count === 0) return;
  ports.log.warn('answers-unreadable', { distributor, orders: count });
  ports.meter('AnswersUnreadable', count, { distributor, mode });
};

/** There was no token. Whoever sweeps it meanwhile says himself when it is due. */
const comeAgain = async (ports: TrackingPorts, account: AccountRow, at: Instant): Promise<void> => {
  await amendAccount(ports, account, (current, now) => (isBeingSwept(current, now) ? null : dueAgain(current, at)));
};

const isDue = ({ dueAt }: AccountRow, now: number): boolean => dueAt !== undefined && milliseconds(dueAt) <= now;

type Answered = Exclude<TrackVerdict, { verdict: 'credentials-refused' }>;

const pauseWhereAsked = async (ports: TrackingPorts, account: AccountRow, answer: Answered): Promise<void> => {
  const limit = answer.verdict === 'tracked' ? answer.pause : answer.verdict === 'not-taken' ? answer : null;
  if (limit?.reason === 'rate-limited') await pauseAccount(ports, account, limit.retryAfterSeconds);
};

/** What the sweep means for the account's schedule. */
const concluded =
  (answer: Answered, looked: SweepPlan, left: Bucket, isTroubled: boolean) =>
  (current: Draft<AccountRow>, now: number): Draft<AccountRow> => {
    const bucket = emptierBucket(current.bucket, left, now);
    const account = withSweepTime({ ...current, bucket, sweepingUntil: null }, now - looked.at, now);
    // What could not be written is tried once more, soon; after that it keeps nobody waiting.
    const isAgain = isTroubled && account.failures === 0;
    const next =
      answer.verdict === 'tracked' && !isAgain
        ? afterSweep(account, now, looked, answer.rest)
        : afterFailure(account, now);
    return untilPauseEnds(next, now);
  };

const untilPauseEnds = (account: Draft<AccountRow>, now: number): Draft<AccountRow> =>
  pausedAt(account, now) && account.pausedUntil !== null && (account.dueAt ?? '') < account.pausedUntil
    ? dueAgain(account, account.pausedUntil)
    : account;
