import * as v from 'valibot';
import { StoreRow } from '../domain/account/store.ts';
import { RowParts, storedObject } from '../domain/ports/table.ts';
import { EventType } from '../domain/purchase-order/purchase-order.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { readable } from '../domain/rows/readable.ts';
import { Instant, instant } from '../domain/vocabulary.ts';
import { takeLease } from './lease.ts';
import { NoticeRow } from './notice.ts';
import { type NoticeOwing, owedAgain } from './owe.ts';
import type { NoticePorts } from './ports.ts';
import { webhookId } from './webhook-id.ts';

/** Notices of a store that are to be sent again: owed work, one at a time for each store. Due until all of them are owed again. */
export const RedeliveryRow = storedObject({
  ...RowParts,
  storeId: v.string(),
  since: Instant,
  until: Instant,
  type: v.nullable(EventType),
  id: v.nullable(v.string()),
  /** The key of the last notice that was looked at. */
  after: v.nullable(v.string()),
  sendingUntil: v.nullable(Instant),
});
type RedeliveryRow = v.InferOutput<typeof RedeliveryRow>;

/** Which notices: owed since then, until then, of that kind, or this one, by its id or by the `webhook-id` that it was sent with. */
export type Wanted = {
  readonly since: Instant;
  readonly until: Instant | null;
  readonly type: EventType | null;
  readonly id: string | null;
};

/** Owes the store its notices once more; `in-progress` while it is still owed the last time. */
export const oweRedelivery = async (
  ports: NoticeOwing,
  storeId: string,
  wanted: Wanted,
): Promise<'owed' | 'in-progress'> => {
  const key = keys.redelivery(storeId);
  const now = instant(ports.clock.now());
  const until = wanted.until ?? now;
  const { written } = await amend(ports, key, RedeliveryRow, (row) =>
    row?.due !== undefined
      ? null
      : { ...key, ...wanted, storeId, until, after: null, sendingUntil: null, due: 'webhook', dueAt: now },
  );
  if (!written) return 'in-progress';
  await ports.queues.send('webhook', [key]);
  return 'owed';
};

const page = 25;
/** How many pages are read in one turn; the poller finds the rest. */
const mostPages = 40;

/** Owes the wanted notices again, page by page, and remembers how far it has come. */
export const walkRedelivery = async (ports: NoticePorts, row: RedeliveryRow): Promise<void> => {
  let leased = await takeLease(ports, row);
  if (leased === null) return;
  const store = await load(ports.table, keys.store(row.storeId), StoreRow);
  // What was mailed where there is no webhook is not mailed twice.
  let after: string | null = store === undefined || store.webhook === null ? null : (leased.after ?? '');
  for (let turn = 0; after !== null && turn < mostPages; turn++) {
    after = await walkPage(ports, leased, after);
    const written = await write(ports, leased, after);
    if (written === null) return;
    leased = written;
  }
  await write(ports, leased, after, true);
};

/** Writes how far it has come: null = somebody else works on it. When the turn is over it is free, and due if anything is left. */
const write = async (
  { table, newId, clock }: NoticePorts,
  row: RedeliveryRow,
  after: string | null,
  isOver = false,
): Promise<RedeliveryRow | null> => {
  const { due, dueAt, ...rest } = row;
  const owed = isOver ? (after === null ? {} : { due, dueAt: instant(clock.now()) }) : { due, dueAt };
  const next = { ...rest, ...owed, after, sendingUntil: isOver ? null : row.sendingUntil, rev: newId() };
  return (await table.write([{ put: next, was: row.rev }])) === 'done' ? next : null;
};

/** Owes one page again; the key to go on after, or null when that was all. */
const walkPage = async (ports: NoticePorts, wanted: RedeliveryRow, after: string): Promise<string | null> => {
  const { pk, sk: prefix } = keys.notice(wanted.storeId, '');
  const found = await ports.table.query({
    pk,
    between: [`${prefix}${wanted.since}`, `${prefix}${wanted.until}~`],
    ...(after === '' ? {} : { after }),
    limit: page,
    unexpiredAt: Math.floor(ports.clock.now() / 1000),
  });
  const named = wanted.id === null ? null : webhookId(wanted.id);
  const notices = readable(found.rows, NoticeRow, ports.log).filter(
    ({ type, id }) => (wanted.type ?? type) === type && (named ?? webhookId(id)) === webhookId(id),
  );
  await Promise.all(
    notices.map(({ storeId, id }) =>
      amend(ports, keys.notice(storeId, id), NoticeRow, (notice) =>
        notice === undefined ? null : owedAgain(notice, ports.clock.now()),
      ),
    ),
  );
  return found.next;
};
