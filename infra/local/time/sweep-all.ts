import * as v from 'valibot';
import { AccountRow, WatchRow } from '../../../shared/domain/account/account.ts';
import type { Nudge } from '../../../shared/domain/ports/queues.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import type { LocalCloud } from '../local-cloud.ts';

/**
 * Nudges a sweep for every account with an open watch, due or not; the sweep itself obeys pauses and stops. Returns how
 * many accounts that were.
 */
export async function sweepAll(cloud: LocalCloud, now: number): Promise<number> {
  const accounts: Nudge[] = [];
  const watched = new Set<string>();
  for await (const row of cloud.table.rows()) {
    const account = v.safeParse(AccountRow, row);
    if (account.success) {
      const { storeId, distributor, mode } = account.output;
      accounts.push(keys.account(storeId, distributor, mode));
    }
    const watch = v.safeParse(WatchRow, row);
    if (watch.success && (watch.output.expiresAt ?? 0) * 1000 > now) watched.add(watch.output.pk);
  }
  const open = accounts.filter(({ pk }) => watched.has(pk));
  const queue = cloud.queueNamed('sweep');
  for (const account of open) await cloud.queues.send(queue, JSON.stringify([{ ...account, force: true }]));
  return open.length;
}
