import type { StoreRow } from '../../domain/account/store.ts';
import type { OrderItem, OrderRow } from '../../domain/order/order.ts';
import type { PurchaseOrderRow, Shipment } from '../../domain/purchase-order/purchase-order.ts';
import { moreWillFollow, piecesIn } from '../../domain/purchase-order/shipments.ts';
import { plainNumber } from '../../domain/tracking-numbers/carrier-of.ts';
import { carrierName } from '../../domain/tracking-numbers/carriers.ts';
import type { Mode } from '../../domain/vocabulary.ts';
import type { Mail } from '../mailer.ts';
import { brandOf } from './brand.ts';
import {
  type CustomerValues,
  customerFooterHtml,
  customerHtml,
  customerText,
  type ShownItem,
  type ShownParcel,
} from './customer-template.ts';
import { framed } from './layout.ts';
import { mailbox, sender } from './mailbox.ts';
import { oneLine, shown } from './wording.ts';

/** How `mailed` names a number of a purchase order. */
const numberKey = (poNumber: string, trackingNumber: string): string => `${poNumber}/${plainNumber(trackingNumber)}`;

/** How `mailed` names a parcel: one that is told anew, because it took another's place, is another parcel to it. */
export const parcelKey = (poNumber: string, { trackingNumber, retold = 0 }: Shipment): string =>
  `${numberKey(poNumber, trackingNumber)}${retold === 0 ? '' : `/${retold}`}`;

/** Whether the customer was told of this number. */
const wasMailed = (mailed: readonly string[], poNumber: string, trackingNumber: string): boolean => {
  const key = numberKey(poNumber, trackingNumber);
  return mailed.some((each) => each === key || each.startsWith(`${key}/`));
};

/** The parcels of one purchase order that a mail tells of. */
export type Telling = { readonly po: PurchaseOrderRow; readonly parcels: readonly Shipment[] };

/** Every parcel on its way that was not mailed yet, by purchase order; one that has none is left out. */
export const notYetMailed = (pos: readonly PurchaseOrderRow[], mailed: readonly string[]): readonly Telling[] =>
  pos
    .map((po) => ({
      po,
      parcels: po.shipments.filter(
        (shipment) => shipment.goneAt === null && !mailed.includes(parcelKey(po.poNumber, shipment)),
      ),
    }))
    .filter(({ parcels }) => parcels.length > 0);

export type CustomerNews = {
  readonly store: StoreRow;
  readonly order: OrderRow;
  readonly customer: { readonly name: string; readonly email: string | null };
  readonly mode: Mode;
  /** Every purchase order of the order in this mode. */
  readonly pos: readonly PurchaseOrderRow[];
  readonly telling: readonly Telling[];
  readonly mailed: readonly string[];
  /** The platform's address. */
  readonly from: string;
};

/**
 * The mail that tells a customer of parcels. A test's goes to the store, whatever the order says. What people typed is shown as
 * one line of text: no header, no markup and no link can come of it; the only links are a carrier's own page, the store's
 * website and its service address. Null when the mailbox it would go to cannot be one.
 */
export const customerMail = (news: CustomerNews): Mail | null => {
  const { store, order, customer, mode } = news;
  const to = mailbox(mode === 'test' ? store.serviceEmail : (customer.email ?? ''));
  if (to === null) return null;
  const items = news.telling.map((telling) => shownItem(telling, news));
  const title = titleOf(news, items);
  const [storeName, service] = [shown(store.name, 80), mailbox(store.serviceEmail)];
  const name = shown(customer.name, 80);
  const brand = brandOf(store);
  const values = {
    greeting: name === '' ? 'Hello,' : `Hello ${name},`,
    intro: introOf(items, isNeutral(news)),
    items,
    inLines: countOf(items) > mostInBoxes,
    awaited: awaitedIn(news),
    shipsTo: shipsTo(news.telling),
    storeName,
    brand,
    service,
  };
  const test = mode === 'test' ? testNote : null;
  const [body, footer] = [customerHtml(values), customerFooterHtml(values)];
  return {
    from: sender(store.name, news.from),
    to,
    replyTo: service,
    subject: oneLine(`${mode === 'test' ? '[TEST] ' : ''}${title}`),
    text: customerText({ ...values, title: shown(title), test }),
    html: framed({ title: shown(title), storeName, brand, test, body, footer }),
    // A test's goes to the store itself, which is told of nothing by it.
    ...(mode === 'test' ? {} : { about: { storeId: order.storeId, orderId: order.orderId } }),
  };
};

/** More parcels than these are a line each. */
const mostInBoxes = 20;

const testNote =
  'The order was placed in test mode: nothing was bought, and the customer did not get this e-mail. Live, it would look like this:';

const shownItem = ({ po, parcels }: Telling, news: CustomerNews): ShownItem => ({
  title: titleOfItem(po, news.order.items),
  quantity: po.quantity,
  parcels: parcels.map((parcel) => ({
    ...shownParcel(po.poNumber, parcel, news.mailed),
    sharedWith: sharedWith(po.poNumber, parcel, news),
  })),
});

/** The item that an earlier mail told to be in this parcel; null where none did. */
const sharedWith = (poNumber: string, { trackingNumber }: Shipment, { pos, order, mailed }: CustomerNews) => {
  const other = pos.find((po) => po.poNumber !== poNumber && wasMailed(mailed, po.poNumber, trackingNumber));
  return other === undefined ? null : titleOfItem(other, order.items);
};

const titleOfItem = (po: PurchaseOrderRow, items: readonly OrderItem[]): string =>
  shown(items.find(({ itemId }) => itemId === po.itemId)?.title ?? '') || 'Your item';

/**
 * What is known to follow: the pieces that the quantities told so far leave, and accepted purchase orders of which no parcel was
 * found yet. Of an order that was cancelled or that a person has to look into nothing is promised.
 */
const awaitedIn = (news: CustomerNews): CustomerValues['awaited'] =>
  isNeutral(news)
    ? []
    : news.pos
        .filter(({ state, tracking, attention }) => state === 'accepted' && tracking === 'open' && attention === null)
        .map((po) => ({ title: titleOfItem(po, news.order.items), quantity: piecesAwaited(po) }))
        .filter(({ quantity }) => quantity > 0);

const piecesAwaited = (po: PurchaseOrderRow): number => {
  const standing = po.shipments.filter(({ goneAt }) => goneAt === null);
  if (standing.length === 0) return po.quantity;
  return moreWillFollow(po) ? po.quantity - piecesIn(standing) : 0;
};

/** Where the parcels go, as far as an e-mail should say it: no street. */
const shipsTo = (telling: readonly Telling[]): readonly string[] => {
  const places = telling.flatMap(({ po: { shipTo } }) =>
    shipTo === null ? [] : [shown([shipTo.name, shipTo.city, shipTo.state].filter(Boolean).join(', '), 160)],
  );
  return [...new Set(places)];
};

const shownParcel = (
  poNumber: string,
  parcel: Shipment,
  mailed: readonly string[],
): Omit<ShownParcel, 'sharedWith'> => {
  const { trackingNumber, trackingUrl, quantity, corrects } = parcel;
  return {
    carrier: parcel.carrier === null ? null : shown(carrierName(parcel.carrier), 60),
    number: shown(trackingNumber, 60),
    url: trackingUrl,
    quantity,
    corrects: corrects !== null && wasMailed(mailed, poNumber, corrects) ? shown(corrects, 60) : null,
  };
};

const only = (items: readonly ShownItem[], what: (parcel: ShownParcel) => boolean): boolean =>
  items.every(({ parcels }) => parcels.every(what));

const isCorrection = ({ corrects }: ShownParcel): boolean => corrects !== null;

const countOf = (items: readonly ShownItem[]): number => items.reduce((sum, { parcels }) => sum + parcels.length, 0);

/** The subject, and the heading: true also for who reads nothing else. */
const titleOf = ({ order, pos, telling, mailed }: CustomerNews, items: readonly ShownItem[]): string => {
  const called = order.displayNumber ?? order.orderId;
  const name = `your order ${called}`;
  if (only(items, isCorrection)) return `Corrected tracking number for ${name}`;
  if (mailed.length > 0)
    return countOf(items) === 1
      ? `Another parcel of ${name} is on its way`
      : `More parcels of ${name} are on their way`;
  const shipped = new Set(pos.filter(({ progress }) => progress === 'shipped').map(({ itemId }) => itemId));
  const others = order.items.filter(({ itemId, removed }) => !removed && !shipped.has(itemId));
  if (others.length === 0) return `Your order ${called} has shipped`;
  const open = new Set(telling.filter(({ po }) => !moreWillFollow(po)).map(({ po }) => po.itemId));
  if (others.some(({ itemId }) => !open.has(itemId))) return `Part of ${name} has shipped`;
  return countOf(items) === 1 ? `A parcel of ${name} is on its way` : `Parcels of ${name} are on their way`;
};

/** Nobody rejoices in a parcel of an order that was cancelled, or that a person has to look into. */
const isNeutral = ({ order, telling }: CustomerNews): boolean =>
  order.status === 'Cancelled' || telling.some(({ po }) => po.attention !== null);

const introOf = (items: readonly ShownItem[], neutral: boolean): string => {
  const many = countOf(items) > 1;
  if (only(items, isCorrection))
    return many
      ? 'Some tracking numbers that we sent you were wrong. These are right:'
      : 'A tracking number that we sent you was wrong. This one is right:';
  if (neutral)
    return many
      ? 'Parcels were sent to you. You can follow each of them by its tracking number.'
      : 'A parcel was sent to you. You can follow it by its tracking number.';
  if (many)
    return 'Good news: these parcels are on their way to you. You can follow each of them by its tracking number.';
  return 'Good news: your parcel is on its way to you. You can follow it by its tracking number.';
};
