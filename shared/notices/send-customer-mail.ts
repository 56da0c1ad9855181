import { countMail, endOfDay } from '../domain/account/day-count.ts';
import { StoreRow } from '../domain/account/store.ts';
import { OrderRow } from '../domain/order/order.ts';
import { tagged } from '../domain/ports/log.ts';
import { meterMail } from '../domain/ports/metrics.ts';
import { purchaseOrderTags } from '../domain/purchase-order/log-tags.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { day } from '../domain/time.ts';
import { type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import { addressMarkOf } from './address-mark.ts';
import { nudgeLater, settled, takeLease, waiting } from './lease.ts';
import type { MailOutcome } from './mailer.ts';
import { customerMail, notYetMailed, parcelKey } from './mails/customer-mail.ts';
import { MailRow } from './notice.ts';
import { oweMailAgain } from './owe.ts';
import type { NoticePorts } from './ports.ts';
import { mailWaits, nextTry, notAllowedWait } from './schedule.ts';
import { type Some, tellStore } from './tell-store.ts';

/**
 * Sends the customer of an order one mail of every parcel that they were not told of. What it told is written at once afterwards;
 * a crash between the two is the only thing that can repeat a mail.
 */
export const sendCustomerMail = async (world: NoticePorts, row: MailRow): Promise<void> => {
  const { storeId, orderId, mode } = row;
  const ports = { ...world, log: tagged(world.log, { storeId, orderId, mode }) };
  const mail = await takeLease(ports, row);
  if (mail === null) return;
  const tried = await tryOnce(ports, mail);
  if (tried === null) return settle(ports, mail, (stored) => ({ ...stored, tries: 0 }));
  if ('gatherUntil' in tried) return tryLater(ports, mail, tried.gatherUntil, 0);
  const { telling, told, addressMark } = tried;
  const account = { distributor: telling[0].po.distributor, mode: mail.mode };
  meterMail(ports.meter, told.outcome, account);
  if (told.outcome !== 'sent') return notSent(ports, mail, telling, { ...told, addressMark });
  for (const { po } of telling) ports.log.info('customer-mailed', purchaseOrderTags(po));
  const mailed = telling.flatMap(({ po: { poNumber }, parcels }) =>
    parcels.map((parcel) => parcelKey(poNumber, parcel)),
  );
  await settle(ports, mail, (stored) => ({
    ...stored,
    mailed: [...new Set([...stored.mailed, ...mailed])],
    tries: 0,
    failed: null,
    sentAt: [...recent(stored, ports.clock.now()), instant(ports.clock.now())],
  }));
};

/** How many mails an order's customer gets in a day; what is found beyond that is told together, when the day is over. */
const mostADay = 5;

/** The mails of the last day. */
const recent = ({ sentAt }: MailRow, now: number): readonly Instant[] =>
  sentAt.filter((at) => milliseconds(at) > now - day);

/** Null while another mail may be sent; else when. */
const gatherUntil = (mail: MailRow, now: number): number | null => {
  const oldest = recent(mail, now).at(-mostADay);
  return oldest === undefined ? null : milliseconds(oldest) + day;
};

type Tried =
  | { readonly telling: Some; readonly told: MailOutcome; readonly addressMark: string }
  | { readonly gatherUntil: number };

/** Chooses the parcels and sends; null when there is nothing to tell, or nobody. */
const tryOnce = async (ports: NoticePorts, mail: MailRow): Promise<Tried | null> => {
  const { storeId, orderId, mode, mailed } = mail;
  const [order, store] = await Promise.all([
    load(ports.table, keys.order(storeId, orderId), OrderRow),
    load(ports.table, keys.store(storeId), StoreRow),
  ]);
  if (order === undefined || store === undefined || !store.customerMail) return null;
  const numbers = order.attempts.filter((attempt) => attempt.mode === mode).map(({ poNumber }) => poNumber);
  const loaded = await Promise.all(
    numbers.map((poNumber) => load(ports.table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow)),
  );
  // A row of the other mode among them would be a fault of ours; it must not reach a customer even so.
  const pos = loaded.filter((po) => po !== undefined).filter((po) => po.mode === mode && po.orderId === orderId);
  const [first, ...others] = notYetMailed(pos, mailed);
  if (first === undefined) return null;
  const full = gatherUntil(mail, ports.clock.now());
  if (full !== null) return { gatherUntil: full };
  const telling: Some = [first, ...others];
  const { customer } = order;
  if (customer === null) return { telling, addressMark: addressMarkOf(order.orderId, ''), told: erased };
  const written = customerMail({ store, order, customer, mode, pos, telling, mailed, from: ports.mailFrom });
  const addressMark = addressMarkOf(order.orderId, customer.email ?? '');
  if (mail.mode === 'live' && mail.failed?.forGood && mail.failed.addressMark === addressMark)
    return { telling, addressMark, told: { outcome: 'refused', message: mail.failed.reason } };
  if (written === null) return { telling, addressMark, told: noMailbox };
  if (mailed.length + parcelsIn(telling) > mostMailed) return { telling, addressMark, told: tooMany };
  const allowed = mode === 'test' || (await isAllowedToday(ports, store));
  if (!allowed) return { gatherUntil: endOfDay(ports.clock.now()) };
  return { telling, addressMark, told: await ports.sendMail(written) };
};

/** Whether the platform allows the store another mail today. A try counts, so that no limit is passed by two at once. */
const isAllowedToday = async (ports: NoticePorts, { storeId, limits }: StoreRow): Promise<boolean> => {
  const limit = limits?.customerMailsPerDay ?? null;
  return limit === null || countMail(ports, storeId, limit, ports.clock.now());
};

const erased: MailOutcome = {
  outcome: 'refused',
  message: 'The customer’s data was erased. Tell the customer yourselves, if you still can.',
};

/** Of how many parcels the customer of an order is mailed: a row of the table holds 400 kB, and names each of them. */
const mostMailed = 1000;

const parcelsIn = (telling: Some): number => telling.reduce((sum, { parcels }) => sum + parcels.length, 0);

const tooMany: MailOutcome = {
  outcome: 'refused',
  message: `We mail the customer of an order of ${mostMailed} parcels at most. Tell the customer of these yourselves.`,
};

const noMailbox: MailOutcome = {
  outcome: 'refused',
  message: 'The customer’s e-mail address is no mailbox.',
};

/**
 * Writes what came of it. Where somebody owed the mail again meanwhile it stays owed, because its parcels may be newer than
 * those that were chosen.
 */
const settle = async (ports: NoticePorts, mail: MailRow, result: (row: MailRow) => MailRow): Promise<void> => {
  const { row } = await amend(ports, keyOf(mail), MailRow, (stored = mail) =>
    stored.rev === mail.rev
      ? settled(result(stored))
      : { ...waiting(result(stored), 'mail', ports.clock.now()), sendingUntil: null },
  );
  if (row?.due !== undefined) await nudgeLater(ports, 'mail', row, ports.clock.now());
};

/** Tries again later, or gives up and tells the store: before the row says so, so that a crash cannot swallow it. */
const notSent = async (ports: NoticePorts, mail: MailRow, telling: Some, told: NotSent): Promise<void> => {
  const { clock, log } = ports;
  const now = clock.now();
  if (told.outcome === 'not-allowed') {
    log.error('mail-not-allowed', { reason: told.message });
    return tryLater(ports, mail, now + notAllowedWait, mail.tries);
  }
  const tries = mail.tries + 1;
  log.warn('customer-mail-not-taken', { tries, reason: told.message });
  const next = told.outcome === 'refused' ? null : nextTry(mailWaits, tries, now);
  if (next === null) {
    await tellStore(ports, mail, telling, told);
    await settle(ports, mail, (stored) => ({
      ...stored,
      tries: 0,
      failed: {
        at: instant(now),
        reason: told.message,
        addressMark: told.addressMark,
        forGood: stored.failed?.forGood === true && stored.failed.addressMark === told.addressMark,
      },
    }));
    return sendToNewAddress(ports, mail);
  }
  return tryLater(ports, mail, next, tries);
};

/** The address may have been changed while the old one was tried, before it was known to fail. */
const sendToNewAddress = async (ports: NoticePorts, { storeId, orderId, mode }: MailRow): Promise<void> => {
  const order = mode === 'live' ? await load(ports.table, keys.order(storeId, orderId), OrderRow) : undefined;
  const email = order?.customer?.email ?? null;
  if (email !== null) await oweMailAgain(ports, { storeId, orderId }, email);
};

type NotSent = Exclude<MailOutcome, { outcome: 'sent' }> & { readonly addressMark: string };

const tryLater = async (ports: NoticePorts, mail: MailRow, at: number, tries: number): Promise<void> => {
  await amend(ports, keyOf(mail), MailRow, (stored = mail) => ({ ...waiting(stored, 'mail', at), tries }));
  await nudgeLater(ports, 'mail', mail, at);
};

const keyOf = ({ storeId, orderId, mode }: MailRow) => keys.mail(storeId, orderId, mode);
