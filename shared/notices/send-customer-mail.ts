import { StoreRow } from '../domain/account/store.ts';
import { OrderRow } from '../domain/order/order.ts';
import { meterMail } from '../domain/ports/metrics.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { instant } from '../domain/vocabulary.ts';
import { nudgeLater, settled, takeLease, waiting } from './lease.ts';
import type { MailOutcome } from './mailer.ts';
import { customerMail, notYetMailed, parcelKey } from './mails/customer-mail.ts';
import { MailRow } from './notice.ts';
import type { NoticePorts } from './ports.ts';
import { mailWaits, nextTry } from './schedule.ts';
import { type Some, tellStore } from './tell-store.ts';

/**
 * Sends the customer of an order one mail of every parcel that he was not told of. What it told is written at once afterwards;
 * a crash between the two is the only thing that can repeat a mail.
 */
export const sendCustomerMail = async (ports: NoticePorts, row: MailRow): Promise<void> => {
  const mail = await takeLease(ports, row);
  if (mail === null) return;
  const tried = await tryOnce(ports, mail);
  if (tried === null) return settle(ports, mail, (stored) => ({ ...stored, tries: 0 }));
  const { telling, told } = tried;
  const account = { distributor: telling[0].po.distributor, mode: mail.mode };
  meterMail(ports.meter, told.outcome === 'sent', account);
  if (told.outcome !== 'sent') return notSent(ports, mail, telling, told);
  const mailed = telling.flatMap(({ po: { poNumber }, parcels }) =>
    parcels.map((parcel) => parcelKey(poNumber, parcel)),
  );
  await settle(ports, mail, (stored) => ({
    ...stored,
    mailed: [...new Set([...stored.mailed, ...mailed])],
    tries: 0,
    failed: null,
  }));
};

type Tried = { readonly telling: Some; readonly told: MailOutcome };

/** Chooses the parcels and sends; null when there is nothing to tell, or nobody. */
const tryOnce = async (ports: NoticePorts, { storeId, orderId, mode, mailed }: MailRow): Promise<Tried | null> => {
  const [order, store] = await Promise.all([
    load(ports.table, keys.order(storeId, orderId), OrderRow),
    load(ports.table, keys.store(storeId), StoreRow),
  ]);
  if (order === undefined || order.customer === null || store === undefined) return null;
  const numbers = Object.values(order.attempts[mode]).flat();
  const loaded = await Promise.all(
    numbers.map((poNumber) => load(ports.table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow)),
  );
  // A row of the other mode among them would be a fault of ours; it must not reach a customer even so.
  const pos = loaded.filter((po) => po !== undefined).filter((po) => po.mode === mode && po.orderId === orderId);
  const [first, ...others] = notYetMailed(pos, mailed);
  if (first === undefined) return null;
  const telling: Some = [first, ...others];
  const { customer } = order;
  const written = customerMail({ store, order, customer, mode, pos, telling, mailed, from: ports.mailFrom });
  return { telling, told: written === null ? noMailbox : await ports.sendMail(written) };
};

const noMailbox: MailOutcome = { outcome: 'refused', message: 'The customer’s e-mail address is no mailbox.' };

/**
 * Writes what came of it. Where somebody owed the mail again meanwhile it stays owed, because its parcels may be newer than
 * those that were chosen.
 */
const settle = async (ports: NoticePorts, mail: MailRow, result: (row: MailRow) => MailRow): Promise<void> => {
  const { row } = await amend(ports, keyOf(mail), MailRow, (stored = mail) =>
    stored.rev === mail.rev
      ? settled(result(stored))
      : { ...waiting(result(stored), ports.clock.now()), sendingUntil: null },
  );
  if (row?.due !== undefined) await nudgeLater(ports, row, ports.clock.now());
};

/** Tries again later, or gives up and tells the store: before the row says so, so that a crash cannot swallow it. */
const notSent = async (ports: NoticePorts, mail: MailRow, telling: Some, told: NotSent): Promise<void> => {
  const { clock, log, newId, table } = ports;
  const now = clock.now();
  const tries = mail.tries + 1;
  log.warn('customer-mail-not-taken', { tries, reason: told.message, mode: mail.mode });
  const next = told.outcome === 'refused' ? null : nextTry(mailWaits, tries, now);
  if (next === null) {
    await tellStore(ports, mail, telling, told.message);
    return settle(ports, mail, (stored) => ({
      ...stored,
      tries: 0,
      failed: { at: instant(now), reason: told.message },
    }));
  }
  await amend({ table, newId }, keyOf(mail), MailRow, (stored = mail) => ({ ...waiting(stored, next), tries }));
  await nudgeLater(ports, mail, next);
};

type NotSent = Exclude<MailOutcome, { outcome: 'sent' }>;

const keyOf = ({ storeId, orderId, mode }: MailRow) => keys.mail(storeId, orderId, mode);
