import { AccountRow } from '../domain/account.ts';
import { newAccount } from '../domain/account-rules.ts';
import { amend, type Draft } from '../domain/amend.ts';
import { keys } from '../domain/keys.ts';
import { instant } from '../domain/words.ts';
import type { AccountPorts } from '../ordering/account.ts';
import { dueAgain } from './schedule.ts';

/**
 * Writes the schedule. A watch that was opened while the sweep ran is not forgotten: the count of them has grown, and then the
 * sooner due time stands.
 */
export const settle = async (
  ports: AccountPorts,
  seen: AccountRow,
  decide: (current: Draft<AccountRow>, now: number) => Draft<AccountRow>,
): Promise<void> => {
  await amend(ports, keys.account(seen.storeId, seen.distributor, seen.mode), AccountRow, (current) => {
    const now = ports.clock.now();
    const account = current ?? newAccount(seen, now);
    const decided = decide(account, now);
    const opened = account.watchesOpened !== seen.watchesOpened;
    if (!opened) return decided;
    const soonest = instant(now + 3600_000);
    const dueAt = decided.dueAt !== undefined && decided.dueAt < soonest ? decided.dueAt : soonest;
    return dueAgain({ ...decided, youngestWatch: account.youngestWatch }, dueAt);
  });
};
