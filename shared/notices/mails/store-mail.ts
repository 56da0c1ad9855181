import type { StoreRow } from '../../domain/account/store.ts';
import type { Profile } from '../../domain/profile.ts';
import type { EventType, PurchaseOrderRow } from '../../domain/purchase-order/purchase-order.ts';
import type { Mail } from '../mailer.ts';
import type { NoticeRow } from '../notice.ts';
import { framed } from './layout.ts';
import { mailbox, sender } from './mailbox.ts';
import { type Fact, type StoreValues, storeHtml, storeText } from './store-template.ts';
import { oneLine, shown } from './wording.ts';

/** What a store has to do something about: it is told whom to ask, and by mail where it has no webhook, or its webhook failed. */
const personalTypes = [
  'purchase_order.needs_person',
  'purchase_order.tracking_stopped',
  'account.stopped',
  'customer_mail.failed',
] as const;
type PersonalType = (typeof personalTypes)[number];

export const asksForPerson = (type: EventType): type is PersonalType => personalTypes.some((each) => each === type);

export type StoreNews = {
  readonly store: StoreRow;
  readonly notice: NoticeRow;
  readonly po: PurchaseOrderRow | undefined;
  /** The distributor that it is about, and whom to ask there. */
  readonly profile: Pick<Profile, 'name' | 'contact'> | null;
  /** The platform's address. */
  readonly from: string;
};

/** The mail to a store's service address. `not-wanted` = this is not told by mail; `no-mailbox` = it has none. */
export const storeMail = (news: StoreNews): Mail | 'not-wanted' | 'no-mailbox' => {
  const { store, notice, profile, from } = news;
  if (!asksForPerson(notice.type)) return 'not-wanted';
  const to = mailbox(store.serviceEmail);
  if (to === null) return 'no-mailbox';
  const { title, say } = wordings[notice.type](news, profile?.name ?? 'the distributor');
  const storeName = shown(store.name, 80);
  const isTest = notice.account?.mode === 'test';
  const test = isTest ? 'It is about your test mode: nothing was bought, and no customer is concerned.' : null;
  const values: StoreValues & { title: string; test: string | null } = {
    title: shown(title),
    test,
    storeName,
    paragraphs: say.map((text) => shown(text, 800)),
    facts: factsOf(news),
    contact: notice.type === 'customer_mail.failed' ? null : (profile?.contact ?? null),
  };
  const footer = 'You get this e-mail because your store has no webhook that took it.';
  return {
    from: sender('Drop-ship service', from),
    to,
    replyTo: null,
    subject: oneLine(`${isTest ? '[TEST] ' : ''}${title}`),
    text: storeText(values),
    html: framed({
      title: values.title,
      preview: values.paragraphs[0] ?? '',
      storeName,
      test,
      body: storeHtml(values),
      footer,
    }),
  };
};

type Wording = { readonly title: string; readonly say: readonly string[] };

const wordings: Readonly<Record<PersonalType, (news: StoreNews, name: string) => Wording>> = {
  'purchase_order.needs_person': ({ notice, po }, name) => ({
    title: `Purchase order ${notice.poNumber ?? ''} needs a person`,
    say: [
      `Somebody has to look at this purchase order at ${name}. We cannot decide by ourselves what is right.`,
      notice.reason ?? po?.attention?.whatToDo ?? `Ask ${name} whether it holds the order, then resolve it.`,
    ],
  }),
  'purchase_order.tracking_stopped': ({ notice }, name) => ({
    title: `Tracking of purchase order ${notice.poNumber ?? ''} has ended`,
    say: [
      notice.reason ?? 'Six weeks have passed: we no longer look for tracking.',
      `If the customer still waits for a parcel, ask ${name} what became of the order. You can enter a tracking number by hand, or have us look for another six weeks.`,
    ],
  }),
  'customer_mail.failed': ({ notice }) => ({
    title: `The customer of order ${notice.orderId ?? ''} could not be e-mailed`,
    say: [
      'A parcel of this order is on its way, and our e-mail about it could not be delivered.',
      notice.reason ?? 'The mailbox was refused.',
      'Send us the order with the right e-mail address, and the customer is told at once; or tell the customer yourself.',
    ],
  }),
  'account.stopped': ({ notice }, name) => ({
    title: `${name} refuses your credentials`,
    say: [
      `${name} refused the credentials of your ${notice.account?.mode ?? ''} account. Until that is mended nothing is ordered there, and no tracking is found.`,
      `${name} said: ${notice.reason ?? 'nothing more.'}`,
      'Check the credentials with the distributor and enter them again, or verify them if they are right. We try once a day by ourselves.',
    ],
  }),
};

const factsOf = ({ notice, po, profile }: StoreNews): readonly Fact[] =>
  [
    { name: 'Order', value: notice.orderId },
    { name: 'Item', value: po?.itemId },
    { name: 'Purchase order', value: notice.poNumber },
    { name: 'Distributor', value: profile?.name },
    { name: 'Distributor’s order', value: po?.orderNumbers.join(', ') },
    { name: 'Part', value: po === undefined ? null : `${po.partNumber} × ${po.quantity}` },
  ].flatMap(({ name, value }) => (value ? [{ name, value: shown(value) }] : []));
