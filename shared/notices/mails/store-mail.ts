import type { StoreRow } from '../../domain/account/store.ts';
import type { OrderRow } from '../../domain/order/order.ts';
import type { Profile } from '../../domain/profile.ts';
import type { PurchaseOrderRow } from '../../domain/purchase-order/purchase-order.ts';
import type { Mail } from '../mailer.ts';
import type { NoticeRow } from '../notice.ts';
import { brandOf } from './brand.ts';
import { framed } from './layout.ts';
import { mailbox, sender } from './mailbox.ts';
import { type Fact, type StoreValues, storeHtml, storeText } from './store-template.ts';
import { asksForPerson, wordings } from './store-wordings.ts';
import { oneLine, shown, webPage } from './wording.ts';

export type StoreNews = {
  readonly store: StoreRow;
  readonly notice: NoticeRow;
  readonly po: PurchaseOrderRow | undefined;
  /** The webstore's order that it is about. */
  readonly order: OrderRow | undefined;
  /** The distributor that it is about, and whom to ask there. */
  readonly profile: Pick<Profile, 'name' | 'contact'> | null;
  /** The platform's address: where an answer goes, too. */
  readonly from: string;
};

/** The mail to a store's service address. `not-wanted` = this is not told by mail; `no-mailbox` = it has none. */
export const storeMail = (news: StoreNews): Mail | 'not-wanted' | 'no-mailbox' => {
  const { store, notice, po, profile, from } = news;
  if (!asksForPerson(notice.type)) return 'not-wanted';
  const to = mailbox(store.serviceEmail);
  if (to === null) return 'no-mailbox';
  const order = orderName(news);
  const { title, say } = wordings[notice.type]({ notice, po, name: profile?.name ?? 'the distributor', order });
  const storeName = shown(store.name, 80);
  const isTest = notice.account?.mode === 'test';
  const test = isTest ? 'It is about your test mode: nothing was bought, and no customer is concerned.' : null;
  const adminPage = adminPageOf(news);
  const values: StoreValues & { title: string; test: string | null } = {
    title: shown(title),
    test,
    storeName,
    brand: brandOf(store),
    paragraphs: say.map((text) => shown(text, 800)),
    adminPage,
    withoutPage: notice.orderId === null ? null : `Open order ${shown(order)} in your store’s admin to settle it.`,
    facts: factsOf(news),
    contact: notice.type === 'customer_mail.failed' ? null : (profile?.contact ?? null),
  };
  const footer = 'You get this e-mail because your store has no webhook that took it.';
  return {
    from: sender('Drop-ship service', from),
    to,
    replyTo: from,
    subject: oneLine(`${isTest ? '[TEST] ' : ''}${title}`),
    text: storeText(values),
    html: framed({ title: values.title, storeName, brand: values.brand, test, body: storeHtml(values), footer }),
  };
};

const orderName = ({ order, notice }: StoreNews): string => order?.displayNumber ?? notice.orderId ?? '';

/** The webstore's own page of the order; null where it has named none. */
const adminPageOf = ({ store: { adminUrl }, notice: { orderId } }: StoreNews): string | null =>
  adminUrl === null || orderId === null ? null : webPage(adminUrl.replaceAll('{orderId}', encodeURIComponent(orderId)));

const factsOf = (news: StoreNews): readonly Fact[] => {
  const { notice, po, order, profile } = news;
  const item = order?.items.find(({ itemId }) => itemId === po?.itemId);
  return [
    { name: 'Order', value: orderName(news) },
    { name: 'Item', value: item?.title ?? po?.itemId },
    { name: 'Part', value: po === undefined ? null : `${po.partNumber} × ${po.quantity}` },
    { name: 'Ships to', value: [po?.shipTo?.city, po?.shipTo?.state].filter(Boolean).join(', ') },
    { name: 'Purchase order', value: notice.poNumber },
    { name: 'Distributor', value: profile?.name },
    { name: 'Distributor’s order', value: po?.orderNumbers.join(', ') },
  ].flatMap(({ name, value }) => (value ? [{ name, value: shown(value) }] : []));
};
