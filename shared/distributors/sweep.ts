import type {
  CredentialsRefused,
  NoAnswer,
  NotTaken,
  OpenOrder,
  Parcel,
  Tracked,
  TrackVerdict,
} from '../domain/verdicts.ts';
import { milliseconds } from '../domain/words.ts';
import { type Day, type Days, dayOf, daysAround, instantOf } from './dates.ts';
import type { DistributorReply } from './distributor.ts';
import { type Held, whyNotOurs } from './holding.ts';
import type { Redact } from './redact.ts';
import { type Answer, noAnswer, readWithout } from './verdict.ts';

/** Why a sweep ends before its end. */
export type Stop = NotTaken | CredentialsRefused | NoAnswer;

/** What came of asking for some days, or some orders: what they hold, a question too large, or an end to all asking. */
export type Part<Found> =
  | { readonly kind: 'read'; readonly found: readonly Found[] }
  | { readonly kind: 'too-much' }
  | { readonly kind: 'stop'; readonly stop: Stop };

/** Reads a reply to one question of a sweep; an answer that cannot be read may be readable in smaller pieces. */
export const partOf = <Found>(
  reply: DistributorReply,
  stopOf: (answer: Answer) => Stop | null,
  foundIn: (answer: Answer) => readonly Found[] | null,
): Part<Found> => {
  if (reply.kind !== 'answer') {
    const isTooMuch = reply.reason === 'too-slow' || reply.reason === 'too-large';
    return isTooMuch ? { kind: 'too-much' } : { kind: 'stop', stop: readWithout(reply) };
  }
  const stop = stopOf(reply);
  if (stop !== null) return { kind: 'stop', stop };
  const found = foundIn(reply);
  return found === null ? { kind: 'too-much' } : { kind: 'read', found };
};

/** What a whole sweep brought: what was found, the days or orders without an answer, and why it ended early. */
export type Swept<Found, Question> = {
  readonly found: readonly Found[];
  readonly unanswered: readonly Question[];
  readonly stop: Stop | null;
};

/** So many questions without one answer between them: it is not the size of the question. */
const patience = 12;

/** Asks question by question, splitting one that is too much; one that cannot be split stays unanswered. */
export const sweep = async <Found, Question>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<Part<Found>>,
  split: (question: Question) => readonly Question[],
): Promise<Swept<Found, Question>> => {
  const [found, unanswered]: [Found[], Question[]] = [[], []];
  const open = [...questions];
  let failures = 0;
  for (let question = open.shift(); question !== undefined; question = open.shift()) {
    const part = await ask(question);
    if (part.kind === 'stop') return { found, unanswered: [...unanswered, question, ...open], stop: part.stop };
    if (part.kind === 'read') {
      failures = 0;
      found.push(...part.found);
      continue;
    }
    failures += 1;
    if (failures >= patience) return { found, unanswered: [...unanswered, question, ...open], stop: null };
    const smaller = split(question);
    if (smaller.length === 0) unanswered.push(question);
    else open.unshift(...smaller);
  }
  return { found, unanswered, stop: null };
};

/** Two halves of some days; a single day cannot be halved. */
export const halve = ({ first, last }: Days): readonly Days[] => {
  const middle = Math.floor((first + last) / 2);
  return first === last
    ? []
    : [
        { first, last: middle },
        { first: middle + 1, last },
      ];
};

/** Two halves of a list; a single thing cannot be halved. */
export const halveList = <Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] => {
  const middle = Math.ceil(things.length / 2);
  return things.length < 2 ? [] : [things.slice(0, middle), things.slice(middle)];
};

/** A list in pieces whose sizes add up to `most`, or to one thing that is larger alone. */
export const chunks = <Thing>(
  things: readonly Thing[],
  most: number,
  sizeOf: (thing: Thing) => number,
): readonly (readonly Thing[])[] => {
  const pieces: Thing[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    size += sizeOf(thing);
    if (size > most) {
      pieces.push([]);
      size = sizeOf(thing);
    }
    pieces.at(-1)?.push(thing);
  }
  return pieces;
};

/** The days from the oldest of these orders to tomorrow. */
export const daysOf = (orders: readonly OpenOrder[], now: number): readonly Days[] => {
  const [oldest] = orders.map(({ submittedAt }) => submittedAt).sort();
  return oldest === undefined ? [] : [daysAround(oldest, now)];
};

/** Whether an order may have been listed under one of these days. */
export const isWithin = ({ submittedAt }: OpenOrder, days: readonly Days[]): boolean => {
  const day: Day = dayOf(milliseconds(submittedAt));
  return days.some(({ first, last }) => first <= day + 1 && day - 1 <= last);
};

/** What is told of one order: what it holds, and its parcels. */
export type Seen = Omit<Held, 'orderNumbers'> & { readonly parcels: readonly Parcel[] };

/** What a distributor shows under an order's number, as far as it is ours. */
export const tracked = (order: OpenOrder, seen: Seen, redact: Redact): Tracked => {
  const someoneElses = whyNotOurs(order, seen, redact);
  const byNumber = new Map(
    seen.parcels.map((parcel) => [parcel.trackingNumber.replace(/\s/g, '').toLowerCase(), parcel]),
  );
  return {
    poNumber: order.poNumber,
    parcels: someoneElses === null ? [...byNumber.values()] : [],
    complete: false,
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

/** The verdict on a sweep: with nothing answered at all, why; else what was told, and what is left for the next time. */
export const trackVerdict = (
  orders: readonly Tracked[],
  rest: readonly OpenOrder[],
  asked: number,
  stop: Stop | null,
): TrackVerdict => {
  if (stop?.verdict === 'credentials-refused') return stop;
  if (asked > 0 && rest.length >= asked && orders.length === 0)
    return stop ?? noAnswer('No answer of the distributor could be read.');
  return { verdict: 'tracked', orders, rest, pause: stop?.verdict === 'not-taken' ? stop : null };
};

/** What is told beside tracking numbers; `quantity` is of all of them together. */
export type Shipment = {
  readonly carrier: string | null;
  readonly date: string | null;
  readonly quantity: number | null;
};

/** One parcel a tracking number. The pieces of a shipment are known of a parcel only where it is the only one. */
export const parcels = (written: readonly (string | null)[], shipment: Shipment, redact: Redact): readonly Parcel[] => {
  const numbers = trackingNumbers(written);
  const { carrier, date, quantity } = shipment;
  return numbers.map((trackingNumber) => ({
    trackingNumber,
    carrierHint: carrier === null ? null : redact(carrier),
    shippedAt: instantOf(date),
    quantity: numbers.length === 1 ? quantity || null : null,
  }));
};

/** Tracking numbers as written, in one text or several; what has no digit (`N/A`, `PENDING`) is none. */
const trackingNumbers = (written: readonly (string | null)[]): readonly string[] =>
  written
    .flatMap((text) => text?.split(/[,;|]/) ?? [])
    .map((number) => number.trim())
    .filter((number) => /\d/.test(number) && /^[\w ./-]{1,64}$/.test(number));
