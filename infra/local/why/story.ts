import * as v from 'valibot';
import { AccountRow } from '../../../shared/domain/account/account.ts';
import { OrderRow } from '../../../shared/domain/order/order.ts';
import type { Table } from '../../../shared/domain/ports/table.ts';
import { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { load } from '../../../shared/domain/rows/amend.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { MailRow, NoticeRow } from '../../../shared/notices/notice.ts';
import type { Entry } from './entry.ts';
import { type LogLine, logEntries } from './log-lines.ts';

type Named = { readonly storeId: string; readonly poNumber: string };

/**
 * Everything that happened to a purchase order, a line each, the oldest first, and how it stands: from its rows, and from what the functions
 * logged about it where somebody has kept that. No name, no address, no secret. Null = there is no such purchase order.
 */
export const storyOf = async (table: Table, named: Named, lines: readonly LogLine[] = []): Promise<string | null> => {
  const po = await load(table, keys.purchaseOrder(named.storeId, named.poNumber), PurchaseOrderRow);
  if (po === undefined) return null;
  const { storeId, orderId, mode, distributor } = po;
  const [order, mail, account, notices] = await Promise.all([
    load(table, keys.order(storeId, orderId), OrderRow),
    load(table, keys.mail(storeId, orderId, mode), MailRow),
    load(table, keys.account(storeId, distributor, mode), AccountRow),
    noticesOf(table, named),
  ]);
  const happened: readonly Entry[] = [
    ...po.history.map(({ at, text }) => ({ at, what: text })),
    ...(order?.notes ?? []).map(({ at, text }) => ({ at, what: `Order ${orderId}: ${text}` })),
    ...parcelsOf(po),
    ...notices.flatMap(tellingOf),
    ...mailsOf(mail),
    ...logEntries(po, lines),
  ];
  const heading = `PO ${po.poNumber} of store ${storeId}: order ${orderId}, item ${po.itemId}, ${po.quantity} × ${po.partNumber} at ${distributor} (${mode})`;
  const told = happened
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ at, what }) => `${at}  ${what}`);
  return [heading, ...told, ...standingOf(po, mail, account)].join('\n');
};

/** How many pages of a store's notices are read; they are kept for 30 days. */
const mostPages = 50;

const noticesOf = async (table: Table, { storeId, poNumber }: Named): Promise<readonly NoticeRow[]> => {
  const { pk } = keys.notice(storeId, '');
  const found: NoticeRow[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const read = await table.query({ pk, prefix: 'NOTICE#', ...(after === undefined ? {} : { after }) });
    const rows = read.rows.map((row) => v.safeParse(NoticeRow, row));
    found.push(...rows.flatMap(({ success, output }) => (success && output.poNumber === poNumber ? [output] : [])));
    if (read.next === null) break;
    after = read.next;
  }
  return found;
};

const parcelsOf = ({ shipments }: PurchaseOrderRow): readonly Entry[] =>
  shipments.flatMap(({ trackingNumber, foundAt, source, goneAt }) => [
    {
      at: foundAt,
      what: `Parcel ${trackingNumber}: ${source === 'person' ? 'entered by a person' : 'told by the distributor'}.`,
    },
    ...(goneAt === null ? [] : [{ at: goneAt, what: `Parcel ${trackingNumber}: no longer told.` }]),
  ]);

const tellingOf = ({ at, type, log, outcome, byMail, sequence }: NoticeRow): readonly Entry[] => [
  { at, what: `The store is told ${type} (number ${sequence})${outcome === null ? '' : `: ${outcome}`}.` },
  ...log.map((tried) => ({
    at: tried.at,
    what: `Webhook ${type}: ${tried.error ?? `answered ${tried.status}`}`,
  })),
  ...(byMail ? [{ at, what: `${type} goes to the store by mail.` }] : []),
];

const mailsOf = (mail: MailRow | undefined): readonly Entry[] => [
  ...(mail?.sentAt ?? []).map((at) => ({ at, what: 'The customer was mailed.' })),
  ...(mail?.failed ? [{ at: mail.failed.at, what: `The customer’s mail failed: ${mail.failed.reason}` }] : []),
];

const standingOf = (
  po: PurchaseOrderRow,
  mail: MailRow | undefined,
  account: AccountRow | undefined,
): readonly string[] => {
  const lines = [
    `Now: ${po.status}; sent ${po.sends} times${po.orderNumbers.length > 0 ? `, there as ${po.orderNumbers.join(', ')}` : ''}.`,
    po.dueAt === undefined ? 'Nothing is due.' : `Due at ${po.dueAt} in ${po.due}.`,
  ];
  if (po.refusal !== null) lines.push(`Refused (${po.refusal.code}): ${po.refusal.message}`);
  if (po.attention !== null) lines.push(`Needs a person (${po.attention.reason}): ${po.attention.whatToDo}`);
  if (po.owed.length > 0) lines.push(`Owed: ${po.owed.map(({ kind }) => kind).join(', ')}.`);
  if (po.tracking === 'open' && po.trackUntil !== null) lines.push(`Looked up until ${po.trackUntil}.`);
  if (mail?.dueAt !== undefined) lines.push(`The customer’s mail is due at ${mail.dueAt}.`);
  if (account?.stopped) lines.push(`The account is stopped: ${account.stopped.message}`);
  if (account?.pausedUntil) lines.push(`The account was paused until ${account.pausedUntil}.`);
  if (account?.dueAt !== undefined) lines.push(`Its next sweep is due at ${account.dueAt}.`);
  if (po.correlationId !== undefined) lines.push(`The request that submitted it: ${po.correlationId}`);
  return lines;
};
