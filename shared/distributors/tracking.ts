import { bareNumber } from '../domain/number-key.ts';
import { comparablePostalCode } from '../domain/postal-code.ts';
import { readTrackingText, type TrackingText } from '../domain/tracking-numbers/tracking-text.ts';
import type { OpenOrder, Parcel, Remark, Tracked, TrackVerdict } from '../domain/verdicts.ts';
import { instantOf } from './dates.ts';
import { type Held, whyNotOurs } from './holding.ts';
import type { Redact } from './redact.ts';
import { isCalledOff } from './standing.ts';
import type { EndOfAsking } from './sweep.ts';
import { noAnswer } from './verdict.ts';

/** As it was written: told only when it was made safe. */
type UnsafeRemark = Omit<Remark, 'text'> & { readonly text: string };

/** The parcels of one shipment, and the pieces of our part in all of them together; null where they are not counted. */
export type Sent = {
  readonly parcels: readonly Parcel[];
  readonly pieces: number | null;
  /** Texts that are no tracking number, as written. */
  readonly remarks: readonly UnsafeRemark[];
};

/** What is told of one order: what it holds, and its shipments. */
export type Seen = Omit<Held, 'orderNumbers'> & {
  readonly sent: readonly Sent[];
  /** The distributor's own numbers beside: of its orders, of their invoices. */
  readonly numbers?: readonly (string | null)[];
};

/** What a distributor shows under an order's number, as far as it is ours. */
const tracked = (order: OpenOrder, seen: Seen, redact: Redact): Tracked => {
  const someoneElses = whyNotOurs(order, seen, redact);
  const isOwn = ownNumbers(order, seen.numbers ?? []);
  const sent = seen.sent.map((each) => withoutOwn(each, isOwn));
  const withNumber = sent.filter(({ parcels }) => parcels.length > 0);
  const byNumber = new Map(
    withNumber.flatMap(({ parcels }) => parcels).map((parcel) => [bareNumber(parcel.trackingNumber), parcel]),
  );
  const pieces = withNumber.reduce((sum, sent) => sum + (sent.pieces ?? 0), 0);
  const isShort = pieces > 0 && pieces < order.quantity;
  const off = offIn(seen.statuses ?? [], byNumber.size > 0 ? isShort : null);
  const remarks = [...remarksOf(sent, redact), ...(off === null ? [] : [calledOff(off, redact)])];
  return {
    poNumber: order.poNumber,
    parcels: someoneElses === null ? [...byNumber.values()] : [],
    complete: someoneElses === null && pieces >= order.quantity,
    someoneElses,
    ...(seen.postalCode ? { postalCode: seen.postalCode } : {}),
    ...(remarks.length === 0 ? {} : { remarks }),
  };
};

/** The word that calls off an order, if all of it is; or a part of it, where fewer pieces were sent (`isShort`; null = nothing was). */
const offIn = (statuses: readonly (string | null)[], isShort: boolean | null): string | null => {
  const off = statuses.filter(isCalledOff);
  const isTold = off.length === statuses.length || isShort === true;
  return isTold ? (off[0] ?? null) : null;
};

const calledOff = (status: string, redact: Redact): Remark => ({
  text: redact(status),
  isUnread: false,
  isStatus: true,
});

/** Our number of the order, the distributor's and the part's stand in tracking fields too. */
const ownNumbers = (
  { poNumber, orderNumbers, partNumber }: OpenOrder,
  others: readonly (string | null)[],
): ((number: string) => boolean) => {
  const theirs = [...orderNumbers, ...others.flatMap((number) => number ?? [])].map(bareNumber);
  const own = new Set([bareNumber(poNumber), bareNumber(partNumber), ...theirs]);
  const isLong = (number: string): boolean => number.length >= longEnough && own.has(number);
  return (written) => {
    const number = bareNumber(written);
    return own.has(number) || shortened(number).some(isLong);
  };
};

/** A number of so many letters and digits is nobody else's beginning. */
const longEnough = 6;
/** A number without a few digits at its end (`7654321-001`, of a part of the order), or without a few letters and zeros before it. */
const shortened = (number: string): readonly string[] => [
  ...[1, 2, 3].flatMap((digits) => (/^\d+$/.test(number.slice(-digits)) ? number.slice(0, -digits) : [])),
  ...[1, 2, 3, 4].flatMap((letters) =>
    /^[A-Z]+$/.test(number.slice(0, letters)) ? number.slice(letters).replace(/^0{0,4}/, '') : [],
  ),
];

const withoutOwn = (sent: Sent, isOwn: (number: string) => boolean): Sent => {
  const own = sent.parcels.filter(({ trackingNumber }) => isOwn(trackingNumber));
  const told = sent.remarks.map((remark) => (isOwn(remark.text) ? { ...remark, isUnread: false } : remark));
  return {
    ...sent,
    parcels: sent.parcels.filter((parcel) => !own.includes(parcel)),
    remarks: [...told, ...own.map(({ trackingNumber }) => ({ text: trackingNumber, isUnread: false }))],
  };
};

/** How many different remarks are told of one order. */
const mostRemarks = 20;

const remarksOf = (sent: readonly Sent[], redact: Redact): readonly Remark[] => {
  const byText = new Map(sent.flatMap(({ remarks }) => remarks).map((remark) => [remark.text, remark]));
  return [...byText.values()].slice(0, mostRemarks).map(({ text, isUnread }) => ({ text: redact(text), isUnread }));
};

/**
 * What a sweep told of orders, each from what was found under its number; one that it did not speak of is left out. `postalCodeOf` = where
 * a thing that was found goes; left out: nobody tells.
 */
export const trackedIn = <Found>(
  orders: readonly OpenOrder[],
  foundOf: (order: OpenOrder) => readonly Found[],
  see: (found: readonly Found[], order: OpenOrder) => Seen,
  redact: Redact,
  postalCodeOf: (found: Found) => string | null = () => null,
): readonly Tracked[] =>
  orders.flatMap((order) =>
    byPlace(foundOf(order), postalCodeOf).map((found) => tracked(order, see(found, order), redact)),
  );

/** What is told under one number, apart by where it goes: what goes elsewhere is another's, and nothing of ours. */
const byPlace = <Found>(
  found: readonly Found[],
  postalCodeOf: (found: Found) => string | null,
): readonly (readonly Found[])[] => {
  const told = found.map((one) => ({ one, place: comparablePostalCode(postalCodeOf(one)) }));
  const places = new Set(told.flatMap(({ place }) => place ?? []));
  if (places.size < 2) return found.length === 0 ? [] : [found];
  return [...places].map((place) => told.filter((each) => (each.place ?? place) === place).map(({ one }) => one));
};

/** Orders without an answer: see `TrackVerdict`. */
type Unanswered = Omit<Extract<TrackVerdict, { readonly verdict: 'tracked' }>, 'verdict' | 'orders' | 'pause'>;

/** The verdict on a sweep: with nothing answered at all, why; else what was told, and what is left for the next time. */
export const trackVerdict = (
  orders: readonly Tracked[],
  { rest, unreadable, missing }: Unanswered,
  asked: number,
  stop: EndOfAsking | null,
): TrackVerdict => {
  if (stop?.verdict === 'credentials-refused') return stop;
  if (asked > 0 && rest.length + unreadable.length >= asked && orders.length === 0)
    return stop ?? noAnswer('No answer of the distributor could be read.');
  return { verdict: 'tracked', orders, rest, unreadable, missing, pause: stop?.verdict === 'not-taken' ? stop : null };
};

/** What is told beside tracking numbers; `quantity` is of all of them together. */
export type Shipment = {
  readonly carrier: string | null;
  readonly date: string | null;
  readonly quantity: number | null;
};

/** One parcel a tracking number. The pieces of a shipment are known of a parcel only where it is the only one. */
export const sentIn = (written: readonly (string | null)[], shipment: Shipment, redact: Redact): Sent => {
  const { carrier, date, quantity } = shipment;
  const texts = written.flatMap((text) => (text === null ? [] : readTrackingText(text, carrier)));
  const numbers = texts.flatMap((text) => text.numbers);
  const told = carrier === null ? null : redact(carrier);
  const parcels = numbers.map(({ number, words }) => ({
    trackingNumber: number,
    carrierHint: words === null ? told : redact(words),
    shippedAt: instantOf(date),
    quantity: numbers.length === 1 ? quantity || null : null,
  }));
  return { parcels, pieces: quantity, remarks: texts.flatMap(remarkIn) };
};

const remarkIn = ({ note, unread }: TrackingText): readonly UnsafeRemark[] => {
  const text = unread ?? note;
  return text === null ? [] : [{ text, isUnread: unread !== null }];
};
