import type * as v from 'valibot';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { NoticeQueue, Queues } from '../domain/ports/queues.ts';
import type { Change, Key, Table } from '../domain/ports/table.ts';
import type { EventType } from '../domain/purchase-order/purchase-order.ts';
import { amend, Contended, type Draft, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { addSeconds } from '../domain/time.ts';
import { seconds } from '../domain/time-limits.ts';
import { type DistributorSlug, instant, type Mode } from '../domain/vocabulary.ts';
import { addressMarkOf } from './address-mark.ts';
import { isBeingSent } from './lease.ts';
import { MailRow, type NoticeRow, SequenceRow } from './notice.ts';

/** What owing a notice needs. */
export type NoticeOwing = {
  readonly table: Table;
  readonly queues: Queues;
  readonly clock: Clock;
  readonly newId: NewId;
};

/** Something that the store is to hear of. The same `id` is the same event, however often it is owed. */
export type Event = {
  readonly storeId: string;
  readonly id: string;
  readonly type: EventType;
  /** Null for what is no order's (`account.stopped`). */
  readonly orderId: string | null;
  readonly poNumber: string | null;
  readonly account: { readonly distributor: DistributorSlug; readonly mode: Mode } | null;
  readonly reason: string | null;
  /** The request that began it. */
  readonly correlationId?: string;
};

/** Notices are kept so long, sent or not, so that they can be sent again. */
const keptSeconds = 30 * 24 * 60 * 60;

/** So often a counter that somebody else moved is read again. */
const mostRounds = 8;

/** Its message is on its way; if that is lost, the poller nudges after one lease. So its place in the index stays while it is sent. */
const dueSoon = (queue: NoticeQueue, now: number) => ({ due: queue, dueAt: addSeconds(now, seconds.noticeLease) });

/** Owes an event to the store: once, and with the next number of its order. What is owed already stays as it is. */
export const oweEvent = async (ports: NoticeOwing, event: Event): Promise<void> => {
  const key = keys.notice(event.storeId, event.id);
  for (let round = 0; round < mostRounds; round += 1) {
    if ((await ports.table.get(key)) !== undefined) return;
    const { sequence, changes } = await nextSequence(ports, event);
    const notice = newNotice(ports, event, sequence);
    if ((await ports.table.write([...changes, { put: notice, was: null }])) === 'done')
      return nudge(ports, 'webhook', key);
  }
  throw new Contended(`The ${event.type} notice could not be owed: others kept writing its order’s counter.`);
};

/** The order's next number, and the change that takes it. What is no order's has no number: 0. */
const nextSequence = async (
  { table, newId }: NoticeOwing,
  { storeId, orderId }: Event,
): Promise<{ sequence: number; changes: readonly Change[] }> => {
  if (orderId === null) return { sequence: 0, changes: [] };
  const key = keys.sequence(storeId, orderId);
  const row = await load(table, key, SequenceRow);
  const counter: v.InferOutput<typeof SequenceRow> = { ...row, ...key, rev: newId(), last: (row?.last ?? 0) + 1 };
  return { sequence: counter.last, changes: [{ put: counter, was: row?.rev ?? null }] };
};

const newNotice = ({ clock, newId }: NoticeOwing, event: Event, sequence: number): NoticeRow => {
  const { storeId, id, type, orderId, poNumber, account, reason, correlationId } = event;
  const now = clock.now();
  return {
    ...keys.notice(storeId, id),
    rev: newId(),
    ...dueSoon('webhook', now),
    expiresAt: Math.floor(now / 1000) + keptSeconds,
    storeId,
    id,
    type,
    at: instant(now),
    orderId,
    poNumber,
    account,
    reason,
    ...(correlationId === undefined ? {} : { correlationId }),
    sequence,
    tries: 0,
    sendingUntil: null,
    outcome: null,
    byMail: false,
    giveUpAt: null,
    log: [],
  };
};

/** Owes a notice again that was sent or given up: from the start of the schedule, and found by the poller. To be written in place of `notice`. */
export const owedAgain = (notice: NoticeRow, now: number): Draft<NoticeRow> => ({
  ...notice,
  due: 'webhook',
  dueAt: instant(now),
  tries: 0,
  sendingUntil: null,
  outcome: null,
  byMail: false,
  giveUpAt: null,
});

export type CustomerMail = { readonly storeId: string; readonly orderId: string; readonly mode: Mode };

/**
 * Owes the customer a mail of every parcel not told of yet. Which those are is chosen when it is sent: so the parcels
 * must be written first. Owing it twice sends nothing twice.
 */
export const oweCustomerMail = async (ports: NoticeOwing, mail: CustomerMail): Promise<void> => {
  const key = keys.mail(mail.storeId, mail.orderId, mail.mode);
  const owed = await amend(ports, key, MailRow, (row) => owedMail(mail, row, ports.clock.now()));
  if (owed.written) await nudge(ports, 'mail', key);
};

/** The row that owes the mail; null when it does already. */
const owedMail = (mail: CustomerMail, row: MailRow | undefined, now: number): Draft<MailRow> | null => {
  const key = keys.mail(mail.storeId, mail.orderId, mail.mode);
  if (row === undefined)
    return {
      ...key,
      ...mail,
      ...dueSoon('mail', now),
      mailed: [],
      tries: 0,
      sendingUntil: null,
      failed: null,
      sentAt: [],
    };
  if (row.due === undefined) return { ...row, ...dueSoon('mail', now), tries: 0, sendingUntil: null };
  // Nobody has chosen its parcels yet: whoever does will see the new ones.
  if (row.sendingUntil === null) return null;
  // It may be being sent at this moment, with the parcels of before: a new `rev` makes the sender leave it owed.
  return row;
};

/** Only makes it sooner: the row is due, with or without this. */
const nudge = async ({ queues }: NoticeOwing, queue: NoticeQueue, { pk, sk }: Key): Promise<void> =>
  queues.send(queue, [{ pk, sk }]);

/**
 * The order has another e-mail address than the one that failed: its mail is owed again. Whoever PUTs an order asks this after
 * the order is written; an address that did not fail, or the same one, changes nothing.
 */
export const oweMailAgain = async (
  ports: NoticeOwing,
  { storeId, orderId }: { readonly storeId: string; readonly orderId: string },
  email: string,
): Promise<void> => {
  const key = keys.mail(storeId, orderId, 'live');
  const now = ports.clock.now();
  const owed = await amend(ports, key, MailRow, (row) =>
    row === undefined || row.failed === null || row.failed.addressMark === addressMarkOf(orderId, email)
      ? null
      : isBeingSent(row, now)
        ? // Perhaps to that very address: a new `rev` makes the sender leave it owed.
          { ...row, tries: 0, failed: null }
        : { ...row, ...dueSoon('mail', now), tries: 0, sendingUntil: null, failed: null },
  );
  if (owed.written) await nudge(ports, 'mail', key);
};
