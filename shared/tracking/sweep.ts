import * as v from 'valibot';
import { AccountRow, WatchRow } from '../domain/account.ts';
import { type AccountId, pausedAt } from '../domain/account-rules.ts';
import { type Draft, load } from '../domain/amend.ts';
import { keys } from '../domain/keys.ts';
import type { Nudge } from '../domain/queues.ts';
import type { TrackVerdict } from '../domain/verdicts.ts';
import { instant } from '../domain/words.ts';
import { pauseAccount, reserveAccount, stopAccount } from '../ordering/account.ts';
import { openAccount } from '../ordering/open-account.ts';
import type { OrderingPorts, TimeLeft } from '../ordering/ports.ts';
import { record } from './record.ts';
import { dueAgain, failed, idle, swept, tomorrow } from './schedule.ts';
import { settle } from './settle.ts';
import { verified } from './verified.ts';

/**
 * One look-up over all open watches of an account, with as few calls as its distributor allows. A pause and the bucket are
 * obeyed; a forced sweep only ignores the due time. "Nothing new" writes nothing per purchase order.
 */
export const sweep = async (ports: OrderingPorts, nudge: Nudge, time: TimeLeft): Promise<void> => {
  const account = await load(ports.table, nudge, AccountRow);
  if (account === undefined) return;
  const now = ports.clock.now();
  if (nudge.force !== true && account.due === undefined) return;
  if (pausedAt(account, now)) {
    const until = account.pausedUntil ?? instant(now);
    return settle(ports, account, (current) => dueAgain(current, until));
  }
  const opened = await openAccount(ports, account, now + time.remainingMilliseconds() - 5000);
  if (opened.usable && opened.stop !== null && !(await verified(ports, account, opened))) return;

  const watches = await openWatches(ports, account, now);
  if (watches.length === 0) return settle(ports, account, idle);
  if (!opened.usable) return settle(ports, account, tomorrow);
  const reservation = await reserveAccount(ports, account);
  if (!reservation.granted) return settle(ports, account, (current) => dueAgain(current, reservation.at));

  const { track } = ports.distributors[account.distributor];
  const answer = await track(opened.account, fromCursor(watches, account.cursor), now);
  if (answer.verdict === 'tracked') await record(ports, account, watches, answer.orders);
  await conclude(ports, account, watches, answer, opened.credentialVersion);
};

/** All watches that have not reached their end; deletion may lag, so the end is in the query. */
const openWatches = async ({ table }: OrderingPorts, id: AccountId, now: number): Promise<readonly WatchRow[]> => {
  const { pk } = keys.account(id.storeId, id.distributor, id.mode);
  const found: WatchRow[] = [];
  let after: string | undefined;
  do {
    const page = await table.query({
      pk,
      prefix: 'WATCH#',
      unexpiredAt: Math.floor(now / 1000),
      ...(after === undefined ? {} : { after }),
    });
    found.push(...v.parse(v.array(WatchRow), page.rows));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
};

/** Those that the last sweep did not come to are asked for first. */
const fromCursor = (watches: readonly WatchRow[], cursor: string | null): readonly WatchRow[] => {
  const start = cursor === null ? 0 : watches.findIndex(({ sk }) => sk >= cursor);
  return start <= 0 ? watches : [...watches.slice(start), ...watches.slice(0, start)];
};

/** What the sweep means for the account's schedule. */
const conclude = async (
  ports: OrderingPorts,
  account: AccountRow,
  watches: readonly WatchRow[],
  answer: TrackVerdict,
  credentialVersion: string,
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
  const left = answer.verdict === 'tracked' ? answer.rest[0] : undefined;
  const cursor = left === undefined ? null : keys.watch(account.storeId, distributor, mode, left.poNumber).sk;
  await settle(ports, account, (current, now) => {
    const next = answer.verdict === 'tracked' ? swept(current, now, watches, cursor) : failed(current, now);
    return untilPauseEnds(next, now);
  });
};

const untilPauseEnds = (account: Draft<AccountRow>, now: number): Draft<AccountRow> =>
  pausedAt(account, now) && account.pausedUntil !== null && (account.dueAt ?? '') < account.pausedUntil
    ? dueAgain(account, account.pausedUntil)
    : account;
