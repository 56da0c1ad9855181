import type { Log } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { keys } from '../domain/rows/keys.ts';
import { readable } from '../domain/rows/readable.ts';
import { NoticeRow } from '../notices/notice.ts';

type State = NonNullable<NoticeRow['outcome']> | 'pending';

const stateOf = (outcome: NoticeRow['outcome']): State => outcome ?? 'pending';

/** What became of one notice: every try of the webhook that is remembered, and when the next one is. */
const viewDelivery = ({ id, type, poNumber, at, log, outcome, due, dueAt }: NoticeRow) => ({
  id,
  type,
  poNumber,
  createdAt: at,
  tries: log,
  state: stateOf(outcome),
  nextTryAt: due === undefined ? null : (dueAt ?? null),
});

/** A store's notices of the last thirty days, the newest first, page by page: `next` is the id to go on after. */
export const listDeliveries = async (
  { table, log }: { readonly table: Table; readonly log: Log },
  storeId: string,
  { limit, after, now }: { readonly limit: number; readonly after: string | null; readonly now: number },
) => {
  const { pk, sk: prefix } = keys.notice(storeId, '');
  const found: NoticeRow[] = [];
  let next = after === null ? null : keys.notice(storeId, after).sk;
  do {
    const page: Awaited<ReturnType<Table['query']>> = await table.query({
      pk,
      prefix,
      descending: true,
      limit: limit - found.length,
      unexpiredAt: Math.floor(now / 1000),
      ...(next === null ? {} : { after: next }),
    });
    found.push(...readable(page.rows, NoticeRow, log));
    next = page.next;
  } while (next !== null && found.length < limit);
  return { deliveries: found.map(viewDelivery), next: next === null ? null : next.slice(prefix.length) };
};
