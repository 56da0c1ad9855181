import { AccountRow } from '../domain/account.ts';
import { emptier, isSwept, pausedAt, reserveSweep, timed } from '../domain/account-rules.ts';
import { type Draft, load } from '../domain/amend.ts';
import { allBands, dueBands } from '../domain/cadence.ts';
import type { Nudge } from '../domain/queues.ts';
import type { TrackVerdict } from '../domain/verdicts.ts';
import { instant, milliseconds } from '../domain/words.ts';
import { pauseAccount, reserveAccount, stopAccount } from '../ordering/account.ts';
import { openAccount } from '../ordering/open-account.ts';
import type { OrderingPorts, TimeLeft } from '../ordering/ports.ts';
import { pacer } from './pacer.ts';
import { record } from './record.ts';
import { dueAgain, failed, swept, tomorrow } from './schedule.ts';
import { settle } from './settle.ts';
import { verified } from './verified.ts';
import { type Looked, look, toAsk } from './watches.ts';

/**
 * One look-up over the open watches of an account whose age makes them due, with as few calls as its distributor allows. A
 * pause and the bucket are obeyed, and nobody else sweeps meanwhile; a forced sweep asks about all, due or not. "Nothing new"
 * writes nothing per purchase order.
 */
export const sweep = async (ports: OrderingPorts, nudge: Nudge, time: TimeLeft): Promise<void> => {
  const account = await load(ports.table, nudge, AccountRow);
  if (account === undefined) return;
  const now = ports.clock.now();
  const end = now + time.remainingMilliseconds();
  const force = nudge.force === true;
  if (!force && (!isDue(account, now) || isSwept(account, now))) return;
  if (pausedAt(account, now)) {
    const until = account.pausedUntil ?? instant(now);
    return settle(ports, account, (current) => dueAgain(current, until));
  }
  const pace = pacer(ports.clock);
  const opened = await openAccount(ports, account, end - 5000, { pace: pace.turn, schedule: account });
  if (opened.usable && opened.stop !== null && !(await verified(ports, account, opened))) return;

  const looked = await look(ports, account, force ? allBands : dueBands(account, now), now);
  const asked = toAsk(looked);
  if (asked.length === 0) return settle(ports, account, (current, at) => swept(current, at, looked));
  if (!opened.usable) return settle(ports, account, tomorrow);
  const reservation = await reserveAccount(ports, account, { known: account, take: reserveSweep(end) });
  if (!reservation.granted) return settle(ports, account, (current) => dueAgain(current, reservation.at));

  if (reservation.account !== undefined) pace.reserved(reservation.account.bucket);
  const answer = await ports.distributors[account.distributor].track(opened.account, asked, now);
  if (answer.verdict === 'credentials-refused') {
    await stopAccount(ports, account, opened.credentialVersion, answer.message);
    return;
  }
  if (answer.verdict === 'tracked') await record(ports, account, asked, answer.orders);
  await pauseWhereAsked(ports, account, answer);
  await settle(ports, account, concluded(answer, looked, pace.left()), reservation.account);
};

const isDue = ({ dueAt }: AccountRow, now: number): boolean => dueAt !== undefined && milliseconds(dueAt) <= now;

type Answered = Exclude<TrackVerdict, { verdict: 'credentials-refused' }>;

const pauseWhereAsked = async (ports: OrderingPorts, account: AccountRow, answer: Answered): Promise<void> => {
  const limit = answer.verdict === 'tracked' ? answer.pause : answer.verdict === 'not-taken' ? answer : null;
  if (limit?.reason === 'rate-limited') await pauseAccount(ports, account, limit.retryAfterSeconds);
};

/** What the sweep means for the account's schedule. */
const concluded =
  (answer: Answered, looked: Looked, left: AccountRow['bucket']) =>
  (current: Draft<AccountRow>, now: number): Draft<AccountRow> => {
    const bucket = emptier(current.bucket, left, now);
    const account = timed({ ...current, bucket, sweepingUntil: null }, now - looked.at, now);
    const next = answer.verdict === 'tracked' ? swept(account, now, looked, answer.rest) : failed(account, now);
    return untilPauseEnds(next, now);
  };

const untilPauseEnds = (account: Draft<AccountRow>, now: number): Draft<AccountRow> =>
  pausedAt(account, now) && account.pausedUntil !== null && (account.dueAt ?? '') < account.pausedUntil
    ? dueAgain(account, account.pausedUntil)
    : account;
