import { StoreRow } from '../domain/account/store.ts';
import { OrderRow } from '../domain/order/order.ts';
import { tagged } from '../domain/ports/log.ts';
import { meterMail } from '../domain/ports/metrics.ts';
import { sealedForWebhooks } from '../domain/ports/vault.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type Instant, instant, milliseconds } from '../domain/vocabulary.ts';
import type { Delivered } from './delivery.ts';
import { afterDelivery, endpointOf, oneDelivery, restAskedFor, takeTurn, turnAt } from './endpoint.ts';
import { nudgeLater, settled, takeLease, waiting } from './lease.ts';
import { storeMail } from './mails/store-mail.ts';
import { asksForPerson } from './mails/store-wordings.ts';
import type { NoticeRow } from './notice.ts';
import type { NoticePorts } from './ports.ts';
import { mailWaits, nextTry, notAllowedWait, webhookTried, webhookWaits } from './schedule.ts';
import { webhookBody } from './webhook-body.ts';
import { webhookId } from './webhook-id.ts';

type Outcome = NonNullable<NoticeRow['outcome']>;

/** What came of one try: an end, or another one then; and the log, where it has grown. */
type Tried = { readonly log?: NoticeRow['log'] } & Next;
type Next =
  | { readonly kind: 'end'; readonly outcome: Outcome }
  | { readonly kind: 'again'; readonly at: number; readonly tries: number }
  | { readonly kind: 'by-mail' };

/**
 * Sends a store one notice: to its webhook; by mail where it has none, or where that failed for good and the notice needs a
 * person. The outcome counts only if nobody has written the row meanwhile: who wants it sent again gets it sent again.
 */
export const sendEvent = async (world: NoticePorts, row: NoticeRow): Promise<void> => {
  const { storeId, orderId, poNumber, type, correlationId } = row;
  const ports = { ...world, log: tagged(world.log, { storeId, orderId, poNumber, notice: type, correlationId }) };
  const store = await load(ports.table, keys.store(row.storeId), StoreRow);
  if (store === undefined) return leased(ports, row, async () => end('not-wanted'));
  if (row.byMail) return leased(ports, row, (notice) => mail(ports, notice, store));
  if (store.webhook === null) return leased(ports, row, async () => withoutWebhook(row, 'not-wanted'));
  return toWebhook(ports, row, store, store.webhook.url);
};

const end = (outcome: Outcome): Tried => ({ kind: 'end', outcome });

/** What needs a person is mailed where the webhook will not hear of it; the rest ends. */
const withoutWebhook = (notice: NoticeRow, outcome: Outcome): Tried =>
  asksForPerson(notice.type) ? { kind: 'by-mail' } : end(outcome);

/** Tries while nobody else does, and writes what came of it. */
const leased = async (
  ports: NoticePorts,
  row: NoticeRow,
  tryOnce: (notice: NoticeRow) => Promise<Tried>,
): Promise<void> => {
  const notice = await takeLease(ports, row);
  if (notice === null) return;
  await write(ports, notice, await tryOnce(notice));
};

const write = async (ports: NoticePorts, notice: NoticeRow, tried: Tried): Promise<void> => {
  const { clock, table, newId } = ports;
  const queue = notice.byMail || tried.kind === 'by-mail' ? 'mail' : 'webhook';
  const at = tried.kind === 'again' ? tried.at : clock.now();
  const next: NoticeRow = { ...resultOf(notice, tried, queue, at), log: tried.log ?? notice.log, rev: newId() };
  if ((await table.write([{ put: next, was: notice.rev }])) === 'conflict' || tried.kind === 'end') return;
  await nudgeLater(ports, queue, notice, at);
};

const resultOf = (notice: NoticeRow, tried: Tried, queue: 'mail' | 'webhook', at: number): NoticeRow => {
  switch (tried.kind) {
    case 'end':
      return { ...settled(notice), tries: notice.tries + 1, outcome: tried.outcome };
    case 'again':
      return { ...waiting(notice, queue, at), tries: tried.tries };
    case 'by-mail':
      return { ...waiting(notice, queue, at), sendingUntil: null, tries: 0, byMail: true };
  }
};

/** An endpoint that fails is left alone: whatever it is owed waits, without being tried, for three days at the longest. */
const toWebhook = async (ports: NoticePorts, row: NoticeRow, store: StoreRow, url: string): Promise<void> => {
  const endpoint = { storeId: store.storeId, url };
  const now = ports.clock.now();
  const known = await endpointOf(ports.table, endpoint);
  const giveUpAt = row.giveUpAt ?? instant(now + webhookTried);
  const dated = { ...row, giveUpAt };
  const closed = turnAt(known, now);
  if (closed.turn === 'wait' && isDue(row, now)) return write(ports, dated, postponed(dated, closed.until, now));
  return leased(ports, dated, async (notice) => {
    const body = webhookBody(notice, await purchaseOrderOf(ports, notice), ports.distributors);
    if (body === null) return end('not-wanted');
    const turn = await takeTurn(ports, endpoint, known);
    if (turn.turn === 'disabled') return withoutWebhook(notice, 'gone');
    if (turn.turn === 'wait') return postponed(notice, turn.until, ports.clock.now());
    const told = await post(ports, notice, store, { url, body });
    await afterDelivery(ports, endpoint, turn.failures, told);
    return { ...judged(ports, notice, told), log: logged(notice, told, ports.clock.now()) };
  });
};

const isDue = ({ due, sendingUntil }: NoticeRow, now: number): boolean =>
  due !== undefined && (sendingUntil === null || milliseconds(sendingUntil) <= now);

const isOver = ({ giveUpAt }: NoticeRow, now: number): boolean => giveUpAt !== null && milliseconds(giveUpAt) <= now;

/** What is over waits no longer than somebody asks: the endpoint may be well, and nobody could ask it at the same time. */
const postponed = (notice: NoticeRow, until: Instant, now: number): Tried => {
  const at = milliseconds(until);
  if (!isOver(notice, now)) return { kind: 'again', at: notAfterEnd(notice, at), tries: notice.tries };
  if (at - now > oneDelivery * 1000) return withoutWebhook(notice, 'given-up');
  return { kind: 'again', at, tries: notice.tries };
};

const notAfterEnd = ({ giveUpAt }: NoticeRow, at: number): number =>
  giveUpAt === null ? at : Math.min(at, milliseconds(giveUpAt));

const judged = ({ clock, log }: NoticePorts, notice: NoticeRow, told: Delivered): Tried => {
  if (told.outcome === 'delivered') {
    log.info('notice-delivered', { status: told.status });
    return end('delivered');
  }
  if (told.outcome === 'gone') return withoutWebhook(notice, 'gone');
  const now = clock.now();
  const tries = notice.tries + 1;
  log.warn('notice-not-taken', { tries, reason: told.reason, retryAfterSeconds: told.retryAfterSeconds });
  const next = nextTry(webhookWaits, tries, now);
  if (next === null || isOver(notice, now)) return withoutWebhook(notice, 'given-up');
  // Never sooner than the schedule says: its tries must last for three days.
  return { kind: 'again', at: notAfterEnd(notice, Math.max(next, now + restAskedFor(told) * 1000)), tries };
};

/** How many tries are kept to be shown. */
const mostLogged = 20;

const logged = ({ log }: NoticeRow, told: Delivered, now: number): NoticeRow['log'] =>
  [...log, { at: instant(now), status: told.status, error: told.outcome === 'failed' ? told.reason : null }].slice(
    -mostLogged,
  );

const purchaseOrderOf = async ({ table }: NoticePorts, { storeId, poNumber }: NoticeRow) =>
  poNumber === null ? undefined : load(table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow);

const orderOf = async ({ table }: NoticePorts, { storeId, orderId }: NoticeRow) =>
  orderId === null ? undefined : load(table, keys.order(storeId, orderId), OrderRow);

const post = async (
  ports: NoticePorts,
  notice: NoticeRow,
  { storeId, signingSecrets }: StoreRow,
  { url, body }: { readonly url: string; readonly body: string },
): Promise<Delivered> => {
  const { deliver, vault, clock, meter } = ports;
  const now = instant(clock.now());
  const live = signingSecrets.filter(({ retiresAt }) => retiresAt === null || retiresAt > now).toReversed();
  const secrets = await Promise.all(live.map(({ sealed }) => vault.open(sealed, sealedForWebhooks(storeId))));
  const told = await deliver({ url, id: webhookId(notice.id), body, secrets, correlationId: notice.correlationId });
  meter('WebhooksFailed', told.outcome === 'delivered' ? 0 : 1, notice.account ?? {});
  return told;
};

const mail = async (ports: NoticePorts, notice: NoticeRow, store: StoreRow): Promise<Tried> => {
  const { sendMail, mailFrom, distributors, meter, log, clock } = ports;
  const profile = notice.account === null ? null : distributors[notice.account.distributor].profile;
  const [po, order] = await Promise.all([purchaseOrderOf(ports, notice), orderOf(ports, notice)]);
  const written = storeMail({ store, notice, po, order, profile, from: mailFrom });
  if (written === 'not-wanted') return end('not-wanted');
  const told = written === 'no-mailbox' ? noMailbox : await sendMail(written);
  meterMail(meter, told.outcome, notice.account ?? {});
  if (told.outcome === 'sent') {
    log.info('notice-mailed');
    return end('mailed');
  }
  const { message: reason } = told;
  const [tries, now] = [notice.tries + 1, clock.now()];
  if (told.outcome === 'not-allowed') {
    log.error('mail-not-allowed', { reason });
    return { kind: 'again', at: now + notAllowedWait, tries: notice.tries };
  }
  const next = told.outcome === 'refused' ? null : nextTry(mailWaits, tries, now);
  if (next !== null) return { kind: 'again', at: next, tries };
  log.error('store-cannot-be-mailed', { reason });
  return end('given-up');
};

const noMailbox = { outcome: 'refused', message: 'The service address is no mailbox.' } as const;
