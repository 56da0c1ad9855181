import type { Clock, Log, NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { amend } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { readable } from '../domain/rows/readable.ts';
import { instant } from '../domain/vocabulary.ts';
import { NoticeRow } from '../notices/notice.ts';
import { owedAgain } from '../notices/owe.ts';
import { storeOf } from './stores.ts';

export type RedeliverPorts = { readonly table: Table; readonly clock: Clock; readonly newId: NewId; readonly log: Log };

const page = 25;

/**
 * Owes the store's webhook every notice since then once more; the poller finds them. Returns how many. None where the store
 * has no webhook: what was mailed in its place is not mailed twice.
 */
export const redeliver = async (ports: RedeliverPorts, storeId: string, since: string): Promise<number> => {
  const store = await storeOf(ports.table, storeId);
  if (store.webhook === null) return 0;
  const { pk, sk: prefix } = keys.notice(storeId, '');
  let redelivered = 0;
  let after: string | null = prefix + instant(Date.parse(since));
  while (after !== null) {
    const unexpiredAt = Math.floor(ports.clock.now() / 1000);
    const found = await ports.table.query({ pk, prefix, after, limit: page, unexpiredAt });
    await Promise.all(readable(found.rows, NoticeRow, ports.log).map((notice) => oweAgain(ports, notice)));
    redelivered += found.rows.length;
    after = found.next;
  }
  return redelivered;
};

const oweAgain = ({ table, clock, newId }: RedeliverPorts, { storeId, id }: NoticeRow) =>
  amend({ table, newId }, keys.notice(storeId, id), NoticeRow, (notice) =>
    notice === undefined ? null : owedAgain(notice, clock.now()),
  );
