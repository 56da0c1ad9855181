import { AccountRow } from '../domain/account.ts';
import { pausedAt } from '../domain/account-rules.ts';
import { type Draft, load } from '../domain/amend.ts';
import { allBands, dueBands } from '../domain/cadence.ts';
import type { Nudge } from '../domain/queues.ts';
import type { TrackVerdict } from '../domain/verdicts.ts';
import { instant } from '../domain/words.ts';
import { pauseAccount, reserveAccount, stopAccount } from '../ordering/account.ts';
import { openAccount } from '../ordering/open-account.ts';
import type { OrderingPorts, TimeLeft } from '../ordering/ports.ts';
import { pacer } from './pacer.ts';
import { record } from './record.ts';
import { dueAgain, failed, type Swept, swept, tomorrow } from './schedule.ts';
import { settle } from './settle.ts';
import { verified } from './verified.ts';
import { watchesToAsk } from './watches.ts';

/**
 * One look-up over the open watches of an account whose age makes them due, with as few calls as its distributor allows. A
 * pause and the bucket are obeyed; a forced sweep asks about all, due or not. "Nothing new" writes nothing per purchase order.
 */
export const sweep = async (ports: OrderingPorts, nudge: Nudge, time: TimeLeft): Promise<void> => {
  const account = await load(ports.table, nudge, AccountRow);
  if (account === undefined) return;
  const now = ports.clock.now();
  const force = nudge.force === true;
  if (!force && account.due === undefined) return;
  if (pausedAt(account, now)) {
    const until = account.pausedUntil ?? instant(now);
    return settle(ports, account, (current) => dueAgain(current, until));
  }
  const opened = await openAccount(ports, account, now + time.remainingMilliseconds() - 5000, pacer(ports.clock));
  if (opened.usable && opened.stop !== null && !(await verified(ports, account, opened))) return;

  const bands = force ? allBands : dueBands(account, now);
  const { read, asked, next } = await watchesToAsk(ports, account, bands, now);
  if (asked.length === 0) {
    return settle(ports, account, (current, at) => swept(current, at, { read, bands, cursor: null }));
  }
  if (!opened.usable) return settle(ports, account, tomorrow);
  const reservation = await reserveAccount(ports, account);
  if (!reservation.granted) return settle(ports, account, (current) => dueAgain(current, reservation.at));

  const { track } = ports.distributors[account.distributor];
  const answer = await track(opened.account, asked, now);
  if (answer.verdict === 'tracked') await record(ports, account, asked, answer.orders);
  await conclude(ports, account, answer, opened.credentialVersion, { read, bands, cursor: next });
};

/** What the sweep means for the account's schedule. */
const conclude = async (
  ports: OrderingPorts,
  account: AccountRow,
  answer: TrackVerdict,
  credentialVersion: string,
  { read, bands, cursor: next }: Swept,
): Promise<void> => {
  const { distributor, mode } = account;
  if (answer.verdict === 'credentials-refused') {
    await stopAccount(ports, account, credentialVersion, answer.message);
    return;
  }
  const limited = answer.verdict === 'tracked' ? answer.pause : answer.verdict === 'not-taken' ? answer : null;
  if (limited?.reason === 'rate-limited') {
    ports.meter('RateLimited', 1, { distributor, mode });
    await pauseAccount(ports, account, limited.retryAfterSeconds);
  }
  const left = new Set(answer.verdict === 'tracked' ? answer.rest.map(({ poNumber }) => poNumber) : []);
  const cursor = read.find(({ poNumber }) => left.has(poNumber))?.sk ?? next;
  await settle(ports, account, (current, now) => {
    const next = answer.verdict === 'tracked' ? swept(current, now, { read, bands, cursor }) : failed(current, now);
    return untilPauseEnds(next, now);
  });
};

const untilPauseEnds = (account: Draft<AccountRow>, now: number): Draft<AccountRow> =>
  pausedAt(account, now) && account.pausedUntil !== null && (account.dueAt ?? '') < account.pausedUntil
    ? dueAgain(account, account.pausedUntil)
    : account;
