import type { AttentionReason, EventType, PurchaseOrderRow } from '../../domain/purchase-order/purchase-order.ts';
import type { NoticeRow } from '../notice.ts';

/** What a store has to do something about: it is told whom to ask, and by mail where it has no webhook, or its webhook failed. */
const personalTypes = [
  'purchase_order.needs_person',
  'purchase_order.tracking_stopped',
  'account.stopped',
  'customer_mail.failed',
] as const;
type PersonalType = (typeof personalTypes)[number];

export const asksForPerson = (type: EventType): type is PersonalType => personalTypes.some((each) => each === type);

export type Told = {
  readonly notice: NoticeRow;
  readonly po: PurchaseOrderRow | undefined;
  /** The distributor's name. */
  readonly name: string;
  /** What people call the order. */
  readonly order: string;
};

/** The subject, and the heading, say what to do. */
type Wording = { readonly title: string; readonly say: readonly string[] };

const unknownWhether = (poNumber: string, name: string): string =>
  `Check PO ${poNumber} with ${name}: we don’t know whether it was placed`;

/** What to do, by why a person is needed. */
const byReason: Readonly<Record<AttentionReason, (poNumber: string, name: string) => string>> = {
  'cannot-be-decided': unknownWhether,
  'refused-on-resend': unknownWhether,
  'no-usable-credentials': unknownWhether,
  differs: (poNumber, name) => `Settle PO ${poNumber} with ${name}: it took the order otherwise than it was sent`,
  'someone-elses': (poNumber, name) => `Check PO ${poNumber} with ${name}: it shows an order there that is not ours`,
  'already-there': (poNumber, name) => `Check PO ${poNumber} with ${name}: it says that it has this number already`,
  'duplicate-suspected': (poNumber, name) => `Check PO ${poNumber} with ${name}: there may be two orders`,
  'tracking-unreadable': (poNumber, name) => `Ask ${name} for the tracking number of PO ${poNumber}`,
  'order-cancelled': (poNumber, name) => `Call ${name} about PO ${poNumber}: its order was cancelled`,
};

export const wordings: Readonly<Record<PersonalType, (told: Told) => Wording>> = {
  'purchase_order.needs_person': ({ notice, po, name }) => ({
    title: byReason[po?.attention?.reason ?? 'cannot-be-decided'](notice.poNumber ?? '', name),
    say: [notice.reason ?? po?.attention?.whatToDo ?? `Ask ${name} whether it holds the order, then resolve it.`],
  }),
  'purchase_order.tracking_stopped': ({ notice, po, name }) => ({
    title:
      po === undefined || po.shipments.length > 0
        ? `Ask ${name} about PO ${notice.poNumber ?? ''} if a parcel is missing: we look no longer`
        : `Ask ${name} about PO ${notice.poNumber ?? ''}: no parcel was found`,
    say: [
      notice.reason ?? 'Six weeks have passed: we no longer look for tracking.',
      `If the customer still waits for a parcel, ask ${name} what became of the order. You can enter a tracking number by hand, or have us look for another six weeks.`,
    ],
  }),
  'customer_mail.failed': ({ notice, order }) => ({
    title: `Tell the customer of order ${order} about the parcel: our e-mail was not taken`,
    say: [
      'A parcel of this order is on its way, and our e-mail about it could not be delivered.',
      notice.reason ?? 'The mailbox was refused.',
      'Send us the order with the right e-mail address, and the customer is told at once; or tell the customer yourself.',
    ],
  }),
  'account.stopped': ({ notice, name }) => ({
    title: `Check your credentials with ${name}: it refuses them`,
    say: [
      `${name} refused the credentials of your ${notice.account?.mode ?? ''} account. Until that is mended nothing is ordered there, and no tracking is found.`,
      `${name} said: ${notice.reason ?? 'nothing more.'}`,
      'Check the credentials with the distributor and enter them again, or verify them if they are right. We try once a day by ourselves.',
    ],
  }),
};
