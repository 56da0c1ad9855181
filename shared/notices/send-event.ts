import { StoreRow } from '../domain/account/store.ts';
import { meterMail } from '../domain/ports/metrics.ts';
import { sealedForWebhooks } from '../domain/ports/vault.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { instant } from '../domain/vocabulary.ts';
import { nudgeLater, settled, takeLease, waiting } from './lease.ts';
import { storeMail } from './mails/store-mail.ts';
import type { NoticeRow } from './notice.ts';
import type { NoticePorts } from './ports.ts';
import { mailWaits, nextTry, webhookWaits } from './schedule.ts';
import { webhookBody } from './webhook-body.ts';

type Outcome = NonNullable<NoticeRow['outcome']>;

/** What came of one try: an end, or another try by these waits. */
type Tried = { readonly end: Outcome } | { readonly again: readonly number[]; readonly reason: string };

/**
 * Sends a store one notice: to its webhook, or by mail where it has none. The outcome counts only if nobody has written the row
 * meanwhile: who wants it sent again gets it sent again.
 */
export const sendEvent = async (ports: NoticePorts, row: NoticeRow): Promise<void> => {
  const notice = await takeLease(ports, row);
  if (notice === null) return;
  const tried = await tryOnce(ports, notice);
  const tries = notice.tries + 1;
  const next = 'end' in tried ? null : nextTry(tried.again, tries, ports.clock.now());
  if ('again' in tried) ports.log.warn('notice-not-taken', { type: notice.type, tries, reason: tried.reason });
  const rev = ports.newId();
  const settledOrWaiting: NoticeRow =
    next === null
      ? { ...settled(notice), rev, tries, outcome: 'end' in tried ? tried.end : 'given-up' }
      : { ...waiting(notice, next), rev, tries };
  if ((await ports.table.write([{ put: settledOrWaiting, was: notice.rev }])) === 'conflict') return;
  if (next !== null) await nudgeLater(ports, notice, next);
};

const tryOnce = async (ports: NoticePorts, notice: NoticeRow): Promise<Tried> => {
  const { storeId, poNumber } = notice;
  const store = await load(ports.table, keys.store(storeId), StoreRow);
  if (store === undefined) return { end: 'not-wanted' };
  const po =
    poNumber === null ? undefined : await load(ports.table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow);
  return store.webhook === null ? mail(ports, notice, store, po) : post(ports, notice, store, store.webhook.url, po);
};

const post = async (
  { deliver, vault, clock, meter, distributors }: NoticePorts,
  notice: NoticeRow,
  { storeId, signingSecrets }: StoreRow,
  url: string,
  po: PurchaseOrderRow | undefined,
): Promise<Tried> => {
  const now = instant(clock.now());
  const live = signingSecrets.filter(({ retiresAt }) => retiresAt === null || retiresAt > now).toReversed();
  const secrets = await Promise.all(live.map(({ sealed }) => vault.open(sealed, sealedForWebhooks(storeId))));
  const contact = notice.account === null ? null : distributors[notice.account.distributor].profile.contact;
  const told = await deliver({ url, id: webhookId(notice.id), body: webhookBody(notice, po, contact), secrets });
  meter('WebhooksFailed', told.outcome === 'delivered' ? 0 : 1, notice.account ?? {});
  return told.outcome === 'failed' ? { again: webhookWaits, reason: told.reason } : { end: told.outcome };
};

/** What is signed is joined by full stops: Standard Webhooks asks for ids without any. */
const webhookId = (id: string): string => id.replaceAll('.', '_');

const mail = async (
  { sendMail, mailFrom, distributors, meter, log }: NoticePorts,
  notice: NoticeRow,
  store: StoreRow,
  po: PurchaseOrderRow | undefined,
): Promise<Tried> => {
  const profile = notice.account === null ? null : distributors[notice.account.distributor].profile;
  const written = storeMail({ store, notice, po, profile, from: mailFrom });
  if (written === 'not-wanted') return { end: 'not-wanted' };
  const told = written === 'no-mailbox' ? noMailbox : await sendMail(written);
  meterMail(meter, told.outcome === 'sent', notice.account ?? {});
  if (told.outcome === 'sent') return { end: 'delivered' };
  if (told.outcome === 'try-later') return { again: mailWaits, reason: told.message };
  log.error('store-cannot-be-mailed', { type: notice.type, reason: told.message });
  return { end: 'given-up' };
};

const noMailbox = { outcome: 'refused', message: 'The service address is no mailbox.' } as const;
