import { OrderRow } from '../domain/order/order.ts';
import type { Log } from '../domain/ports/ports.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import { addressMarkOf } from './address-mark.ts';
import { isBeingSent } from './lease.ts';
import { notYetMailed, parcelKey, type Telling } from './mails/customer-mail.ts';
import { MailRow } from './notice.ts';
import type { NoticeOwing } from './owe.ts';
import type { Returned } from './returned.ts';
import { tellStore } from './tell-store.ts';

export type ReturnPorts = NoticeOwing & { readonly log: Log };

/**
 * A customer's mail has come back, or is not wanted: the store is told, once, and what the address did not get is owed to the
 * next one. Where it is for good, the address is not mailed again. Throws while the mail is still being sent: then it comes too
 * early.
 */
export const recordReturn = async (ports: ReturnPorts, returned: Returned): Promise<void> => {
  const { storeId, orderId, recipient, how } = returned;
  const key = keys.mail(storeId, orderId, 'live');
  const [mail, order] = await Promise.all([
    load(ports.table, key, MailRow),
    load(ports.table, keys.order(storeId, orderId), OrderRow),
  ]);
  ports.log.warn('customer-mail-returned', { storeId, orderId, how, reason: returned.reason });
  if (mail === undefined || order === undefined) return;
  if (isBeingSent(mail, ports.clock.now())) throw new Error('The mail is being sent at this moment.');
  const addressMark = addressMarkOf(orderId, recipient);
  const told = await toldBy(ports, order, mail, returned.sentAt);
  const [first, ...others] = told;
  if (first !== undefined)
    await tellStore(ports, mail, [first, ...others], { message: returned.reason, addressMark, how });
  // The address may be another one by now, which may have got all: then it stays as it is.
  if (addressMarkOf(orderId, order.customer?.email ?? '') !== addressMark) return;
  const untold = told.flatMap(({ po, parcels }) => parcels.map((parcel) => parcelKey(po.poNumber, parcel)));
  const failed = { at: instant(ports.clock.now()), reason: returned.reason, addressMark, forGood: returned.forGood };
  await amend(ports, key, MailRow, (row) => {
    // Recorded already: SES may tell of it twice.
    if (row === undefined || (row.failed?.addressMark === addressMark && (row.failed.forGood || !failed.forGood)))
      return null;
    // A mail that arrived has told of its parcels.
    return {
      ...row,
      failed,
      mailed: how === 'bounced' ? row.mailed.filter((each) => !untold.includes(each)) : row.mailed,
    };
  });
};

/** What the customer was told of by the time that the mail was sent. */
const toldBy = async (
  { table }: ReturnPorts,
  { storeId, orderId, attempts }: OrderRow,
  { mailed }: MailRow,
  sentAt: Instant,
): Promise<readonly Telling[]> => {
  const numbers = attempts.filter(({ mode }) => mode === 'live').map(({ poNumber }) => poNumber);
  const loaded = await Promise.all(
    numbers.map((poNumber) => load(table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow)),
  );
  const pos = loaded.filter((po) => po !== undefined).filter((po) => po.mode === 'live' && po.orderId === orderId);
  const isTold = (po: PurchaseOrderRow, parcel: Telling['parcels'][number]): boolean =>
    mailed.includes(parcelKey(po.poNumber, parcel)) && milliseconds(parcel.foundAt) <= milliseconds(sentAt);
  return notYetMailed(pos, [])
    .map(({ po, parcels }) => ({ po, parcels: parcels.filter((parcel) => isTold(po, parcel)) }))
    .filter(({ parcels }) => parcels.length > 0);
};
