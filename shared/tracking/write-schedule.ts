import { type AccountPorts, amendAccount } from '../accounts/schedule.ts';
import type { AccountRow } from '../domain/account/account.ts';
import type { Draft } from '../domain/rows/amend.ts';
import { hour } from '../domain/time.ts';
import { instant } from '../domain/vocabulary.ts';
import { dueAgain } from './schedule.ts';

/**
 * Writes the schedule. A watch that was opened while the sweep ran is not forgotten: the count of them has grown, and then the
 * sooner due time stands. Gives the account as it then is. `seen` = the account before the watches were read; `known` = as it was last read or written.
 */
export const writeSchedule = async (
  ports: AccountPorts,
  seen: AccountRow,
  decide: (current: Draft<AccountRow>, now: number) => Draft<AccountRow>,
  known = seen,
): Promise<AccountRow | undefined> => {
  const decideAll = (account: Draft<AccountRow>, now: number) => {
    const decided = decide(account, now);
    const opened = account.watchesOpened !== seen.watchesOpened;
    if (!opened) return decided;
    const soonest = instant(now + hour);
    const dueAt = decided.dueAt !== undefined && decided.dueAt < soonest ? decided.dueAt : soonest;
    return dueAgain({ ...decided, youngestWatch: account.youngestWatch }, dueAt);
  };
  const { row } = await amendAccount(ports, seen, decideAll, known);
  return row;
};
