import type { OpenOrder, Parcel, Tracked, TrackVerdict } from '../domain/verdicts.ts';
import { instantOf } from './dates.ts';
import { type Held, whyNotOurs } from './holding.ts';
import type { Redact } from './redact.ts';
import type { EndOfAsking } from './sweep.ts';
import { noAnswer } from './verdict.ts';

/** The parcels of one shipment, and the pieces of our part in all of them together; null where they are not counted. */
export type Sent = { readonly parcels: readonly Parcel[]; readonly pieces: number | null };

/** What is told of one order: what it holds, and its shipments. */
export type Seen = Omit<Held, 'orderNumbers'> & { readonly sent: readonly Sent[] };

/** What a distributor shows under an order's number, as far as it is ours. */
const tracked = (order: OpenOrder, seen: Seen, redact: Redact): Tracked => {
  const someoneElses = whyNotOurs(order, seen, redact);
  const withNumber = seen.sent.filter(({ parcels }) => parcels.length > 0);
  const byNumber = new Map(
    withNumber
      .flatMap(({ parcels }) => parcels)
      .map((parcel) => [parcel.trackingNumber.replace(/\s/g, '').toLowerCase(), parcel]),
  );
  const pieces = withNumber.reduce((sum, sent) => sum + (sent.pieces ?? 0), 0);
  return {
    poNumber: order.poNumber,
    parcels: someoneElses === null ? [...byNumber.values()] : [],
    complete: someoneElses === null && pieces >= order.quantity,
    someoneElses,
  };
};

/** What a sweep told of orders, each from what was found under its number; one that it did not speak of is left out. */
export const trackedIn = <Found>(
  orders: readonly OpenOrder[],
  foundOf: (order: OpenOrder) => readonly Found[],
  see: (found: readonly Found[], order: OpenOrder) => Seen,
  redact: Redact,
): readonly Tracked[] =>
  orders.flatMap((order) => {
    const found = foundOf(order);
    return found.length === 0 ? [] : [tracked(order, see(found, order), redact)];
  });

/** Orders without an answer: those that the sweep did not come to, and those that were asked for alone and in vain. */
type Unanswered = { readonly rest: readonly OpenOrder[]; readonly unreadable: readonly OpenOrder[] };

/** The verdict on a sweep: with nothing answered at all, why; else what was told, and what is left for the next time. */
export const trackVerdict = (
  orders: readonly Tracked[],
  { rest, unreadable }: Unanswered,
  asked: number,
  stop: EndOfAsking | null,
): TrackVerdict => {
  if (stop?.verdict === 'credentials-refused') return stop;
  if (asked > 0 && rest.length + unreadable.length >= asked && orders.length === 0)
    return stop ?? noAnswer('No answer of the distributor could be read.');
  return { verdict: 'tracked', orders, rest, unreadable, pause: stop?.verdict === 'not-taken' ? stop : null };
};

/** What is told beside tracking numbers; `quantity` is of all of them together. */
export type Shipment = {
  readonly carrier: string | null;
  readonly date: string | null;
  readonly quantity: number | null;
};

/** One parcel a tracking number. The pieces of a shipment are known of a parcel only where it is the only one. */
export const sentIn = (written: readonly (string | null)[], shipment: Shipment, redact: Redact): Sent => {
  const numbers = trackingNumbers(written);
  const { carrier, date, quantity } = shipment;
  const parcels = numbers.map((trackingNumber) => ({
    trackingNumber,
    carrierHint: carrier === null ? null : redact(carrier),
    shippedAt: instantOf(date),
    quantity: numbers.length === 1 ? quantity || null : null,
  }));
  return { parcels, pieces: quantity };
};

/** Tracking numbers as written, in one text or several; what has no digit (`N/A`, `PENDING`) is none. */
const trackingNumbers = (written: readonly (string | null)[]): readonly string[] =>
  written
    .flatMap((text) => text?.split(/[,;|]/) ?? [])
    .map((number) => number.trim())
    .filter((number) => /\d/.test(number) && /^[\w ./-]{1,64}$/.test(number));
