import type { CredentialsRefused, NoAnswer, NotTaken, OpenOrder } from '../domain/verdicts.ts';
import { milliseconds } from '../domain/vocabulary.ts';
import { type Day, type Days, dayOf } from './dates.ts';
import type { DistributorReply } from './distributor.ts';
import { type Answer, readWithout } from './verdict.ts';

/** Why a sweep ends before its end. */
export type EndOfAsking = NotTaken | CredentialsRefused | NoAnswer;

/**
 * What came of asking for some days, or some orders: what they hold (`isWhole`: and nothing else), a question too large, an answer
 * that cannot be read, or an end to all asking. What was found before it went wrong is kept.
 */
export type Part<Found> =
  | { readonly kind: 'read'; readonly found: readonly Found[]; readonly isWhole: boolean }
  | { readonly kind: 'too-much' | 'unreadable'; readonly found: readonly Found[] }
  | { readonly kind: 'stop'; readonly stop: EndOfAsking; readonly found: readonly Found[] };

/** Reads a reply to one question of a sweep; an answer that cannot be read may be readable in smaller pieces. */
export const readPart = <Found>(
  reply: DistributorReply,
  stopOf: (answer: Answer) => EndOfAsking | null,
  foundIn: (answer: Answer) => readonly Found[] | null,
): Part<Found> => {
  if (reply.kind !== 'answer') {
    const isTooMuch = reply.reason === 'too-slow' || reply.reason === 'too-large';
    return isTooMuch ? { kind: 'too-much', found: [] } : { kind: 'stop', stop: readWithout(reply), found: [] };
  }
  const stop = stopOf(reply);
  if (stop !== null) return { kind: 'stop', stop, found: [] };
  const found = foundIn(reply);
  return found === null ? { kind: 'unreadable', found: [] } : { kind: 'read', found, isWhole: true };
};

/**
 * What a whole sweep brought: what was found, the days or orders that it did not come to, those that it asked for alone and in
 * vain or whose answer was not whole, and why it ended early.
 */
export type Swept<Found, Question> = {
  readonly found: readonly Found[];
  readonly unanswered: readonly Question[];
  readonly unreadable: readonly Question[];
  readonly stop: EndOfAsking | null;
};

/** After this many questions without an answer the size of the question is not the cause. */
const patience = 12;

/** Asks question by question, splitting one that is too much, or cannot be read; one that cannot be split is given up. */
export const askAll = async <Found, Question>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<Part<Found>>,
  split: (question: Question) => readonly Question[],
): Promise<Swept<Found, Question>> => {
  const [found, unreadable]: [Found[], Question[]] = [[], []];
  const open = [...questions];
  let failures = 0;
  for (let question = open.shift(); question !== undefined; question = open.shift()) {
    const part = await ask(question);
    for (const one of part.found) found.push(one);
    if (part.kind === 'stop') return { found, unreadable, unanswered: [question, ...open], stop: part.stop };
    if (part.kind === 'read') {
      failures = 0;
      if (!part.isWhole) unreadable.push(question);
      continue;
    }
    failures += 1;
    if (failures >= patience) {
      return { found, unreadable: [], unanswered: [...unreadable, question, ...open], stop: null };
    }
    const smaller = split(question);
    if (smaller.length === 0) unreadable.push(question);
    else open.unshift(...smaller);
  }
  return { found, unreadable, unanswered: [], stop: null };
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

/** An order that waited, or was sent again, was placed at most this many days after it was submitted; another zone's day included. */
const placedWithin = 3;

const dayOfOrder = ({ submittedAt }: OpenOrder): Day => dayOf(milliseconds(submittedAt));

/** The last day under which an order may be listed: some days after it was submitted, or was accepted, which a person may have said later. */
const lastDayOf = (order: OpenOrder): Day =>
  placedWithin + Math.max(dayOfOrder(order), order.acceptedAt ? dayOf(milliseconds(order.acceptedAt)) : 0);

/** The days under which these orders may be listed, runs of them together: from a day before each was submitted. */
export const daysOf = (orders: readonly OpenOrder[], now: number): readonly Days[] => {
  const spans: Days[] = [];
  const lastOf = new Map<Day, Day>();
  for (const order of orders)
    lastOf.set(dayOfOrder(order), Math.max(lastOf.get(dayOfOrder(order)) ?? 0, lastDayOf(order)));
  for (const [day, listed] of [...lastOf].sort(([a], [b]) => a - b)) {
    const open = spans.at(-1);
    const last = Math.min(listed, dayOf(now) + 1);
    if (open !== undefined && day - 1 <= open.last + 1)
      spans[spans.length - 1] = { first: open.first, last: Math.max(open.last, last) };
    else spans.push({ first: day - 1, last });
  }
  return spans;
};

/** Runs of days in pieces of whole days, in each of which at most `most` of these orders were submitted, or one day. */
export const piecesOf = (runs: readonly Days[], orders: readonly OpenOrder[], most: number): readonly Days[] => {
  const countOn = Map.groupBy(orders, dayOfOrder);
  return runs.flatMap(({ first, last }) => {
    const days = Array.from({ length: last - first + 1 }, (_, n) => first + n);
    return chunks(days, most, (day) => countOn.get(day)?.length ?? 0).flatMap((piece) => {
      const [from, to] = [piece[0], piece.at(-1)];
      return from === undefined || to === undefined ? [] : { first: from, last: to };
    });
  });
};

/** Whether an order may have been listed under one of these days. */
export const isWithin = (order: OpenOrder, days: readonly Days[]): boolean => {
  const day = dayOfOrder(order);
  return days.some(({ first, last }) => first <= lastDayOf(order) && day - 1 <= last);
};
