import { asNumber, letters, numberKey } from '../domain/number-key.ts';
import { elsewhere, isElsewhere } from '../domain/postal-code.ts';
import {
  type Accepted,
  type AcceptedButDifferent,
  type OpenOrder,
  type SafeText,
  type SomeoneElses,
  safeText,
} from '../domain/verdicts.ts';
import type { IsAnothers } from './distributor.ts';
import type { Redact } from './redact.ts';
import { calledOffIn } from './standing.ts';

/** What was asked for. */
export type Wanted = {
  readonly poNumber: string;
  readonly partNumber: string;
  readonly quantity: number;
  readonly postalCode?: string | null;
};

/** What a distributor shows under our number; null = not told. */
export type Held = {
  readonly orderNumbers: readonly (string | null)[];
  readonly lines: readonly HeldLine[];
  readonly postalCode?: string | null;
  /** The words for how it stands. */
  readonly statuses?: readonly (string | null)[];
};
type Shown = Omit<Held, 'orderNumbers'>;
export type HeldLine = { readonly part: string | null; readonly quantity: number | null };

/** Whether two part numbers are one. */
export const isSamePart = (one: string, other: string): boolean => numberKey(one) === numberKey(other);

/** Our number as a distributor may have written it: in either case, or as a number without its leading zeros. */
const poKey = (poNumber: string): string => asNumber(poNumber.trim().toUpperCase());
export const isSamePo = (one: string, other: string): boolean => poKey(one) === poKey(other);

/** Fewer letters and digits than this are a part of many numbers. */
const shortestPart = 4;
/** Nobody's number is longer. */
const longestNumber = 60;

/** The numbers in a number: of `PO-0001001-01` they are 1001 and 1. */
const digitsOf = (number: string): string => (number.match(/\d+/g) ?? []).map(asNumber).join(' ');

/** Whether a number may be ours in the form that somebody's field has room for: without its dashes, cut, or with more around it. */
const isAlikePo = (one: string, other: string): boolean => {
  const [shorter = '', longer = ''] = [letters(one), letters(other)].toSorted((a, b) => a.length - b.length);
  if (shorter.length < shortestPart) return false;
  return longer.includes(shorter) || (digitsOf(one) !== '' && digitsOf(one) === digitsOf(other));
};

/** How the orders of a list are read. */
export type Reading<Found> = {
  readonly poNumberOf: (found: Found) => string | null;
  /** What an order shows; null = it cannot be read. */
  readonly shownIn: (found: Found) => Held | null;
};

/** More orders than these are not asked about one by one. */
const mostAsked = 100;

/**
 * The orders of a list under our number, as a distributor may have written it; and whether there are others that may be ours: what a
 * number that somebody keeps looks like is not known, so each that does not show another part, or another postal code, may be, unless
 * it is known to be another order of ours; and so may any without a number.
 */
export const searchIn = async <Found>(
  found: readonly Found[],
  { poNumberOf, shownIn }: Reading<Found>,
  wanted: Wanted,
  isAnothers: IsAnothers,
): Promise<{ readonly same: readonly Found[]; readonly mayStand: boolean }> => {
  const read = found.map((order) => ({ order, number: poNumberOf(order) ?? '', shown: shownIn(order) }));
  const isMeant = ({ number }: { readonly number: string }): boolean => isSamePo(number, wanted.poNumber);
  const exact = read.filter(({ number }) => number === wanted.poNumber);
  const likely = read
    .filter(({ number }) => number !== wanted.poNumber)
    .filter((each) => isMeant(each) || each.shown === null || whyNotOurs(wanted, each.shown, safeText) === null);
  const known = await Promise.all(
    likely
      .slice(0, mostAsked)
      .map(({ number, shown }) => (number === '' || shown === null ? false : isAnothers(number, shown.orderNumbers))),
  );
  const left = likely.filter((_, at) => known[at] !== true);
  const same = [...exact, ...left.filter(isMeant)].map(({ order }) => order);
  return { same, mayStand: found.some((order) => poNumberOf(order) === null) || !left.every(isMeant) };
};

/** Whether a short text spells our number, however it is written. */
export const spellsPo = (text: string, poNumber: string): boolean =>
  letters(poNumber).length >= shortestPart && letters(text).includes(letters(poNumber));

/** Whether a text names our number, whatever stands around it: a list that does may hold our order where it is not looked for. */
export const namesPo = (text: string, poNumber: string): boolean => {
  const [within, number] = [text.toUpperCase(), poNumber.toUpperCase()];
  const isApart = (at: number): boolean =>
    !/[A-Z0-9-]/.test(within.charAt(at - 1)) && !/[A-Z0-9-]/.test(within.charAt(at + number.length));
  for (let at = within.indexOf(number); at >= 0; at = within.indexOf(number, at + 1)) if (isApart(at)) return true;
  return false;
};

/** How a thing that is found names its order: by our number, and by theirs. */
export type Names<Found> = {
  readonly poNumberOf: (found: Found) => string | null;
  readonly orderNumbersOf: (found: Found) => readonly (string | null)[];
};

/**
 * What was found of each of our orders: under our number as it is written, else as a number may be, unless two of ours could be
 * meant; else under the distributor's own number, where ours is not told or is written in another way.
 */
export const foundOfEach = <Found>(
  orders: readonly Pick<OpenOrder, 'poNumber' | 'orderNumbers'>[],
  found: readonly Found[],
  { poNumberOf, orderNumbersOf }: Names<Found>,
): ((order: Pick<OpenOrder, 'poNumber' | 'orderNumbers'>) => readonly Found[]) => {
  const asWritten = Map.groupBy(found, poNumberOf);
  const byKey = Map.groupBy(found, (one) => poKey(poNumberOf(one) ?? ''));
  const ours = Map.groupBy(new Set(orders.map(({ poNumber }) => poNumber)), poKey);
  // Made where an order is not there under its own number: a list may hold many others, and each has to be read for it.
  let strange: ReadonlyMap<string, readonly { readonly one: Found }[]> | undefined;
  const byOrderNumber = () => {
    strange ??= Map.groupBy(
      found
        .filter((one) => !ours.has(poKey(poNumberOf(one) ?? '')))
        .flatMap((one) => orderNumbersOf(one).flatMap((number) => (number === null ? [] : { number, one }))),
      ({ number }) => numberKey(number),
    );
    return strange;
  };
  return ({ poNumber, orderNumbers }) => {
    const exact = asWritten.get(poNumber);
    if (exact !== undefined) return exact;
    const alike = ours.get(poKey(poNumber))?.length === 1 ? byKey.get(poKey(poNumber)) : undefined;
    if (alike !== undefined) return alike;
    const theirs = orderNumbers.flatMap((number) => byOrderNumber().get(numberKey(number)) ?? []).map(({ one }) => one);
    return [...new Set(theirs)].filter((one) => isNoneOrAlike(poNumberOf(one), poNumber));
  };
};
const isNoneOrAlike = (number: string | null, poNumber: string): boolean =>
  number === null || isAlikePo(number.slice(0, longestNumber), poNumber);

/** Why what is held is not ours, as a sentence; null when it may be. */
export const whyNotOurs = (wanted: Wanted, { lines, postalCode }: Shown, redact: Redact): SafeText | null => {
  const named = lines.flatMap(({ part }) => part ?? []);
  if (named.length > 0 && !named.some((part) => isSamePart(part, wanted.partNumber)))
    return redact(`The order under this number holds ${named.slice(0, 3).join(', ')}, not ${wanted.partNumber}.`);
  return isElsewhere(wanted.postalCode, postalCode) ? safeText(elsewhere) : null;
};

/** Whether what stands where a distributor's order number does is our own number, or the part's: that names no order of theirs. */
export const isOwnNumber = (number: string | null, { poNumber, partNumber }: Wanted): boolean =>
  number !== null &&
  [poNumber, partNumber].some((ours) =>
    [number, number.replace(/^p\.?o\.?\W{0,3}/i, '')].some((one) => isSamePart(one, ours)),
  );

/** Of several orders under our number those that may be ours; where none may, all of them. */
export const oursAmong = <Found>(
  orders: readonly Found[],
  { shownIn }: Pick<Reading<Found>, 'shownIn'>,
  wanted: Wanted,
): readonly Found[] => {
  const ours = orders.filter((order) => {
    const shown = shownIn(order);
    return shown !== null && whyNotOurs(wanted, shown, safeText) === null;
  });
  return ours.length > 0 ? ours : orders;
};

/** An order's numbers, each once; null when there is none. */
const numbersOf = (numbers: readonly (string | null)[], wanted: Wanted): readonly [string, ...string[]] | null => {
  const [first, ...others] = new Set(
    numbers.flatMap((number) => (number === null || isOwnNumber(number, wanted) ? [] : number)),
  );
  return first === undefined ? null : [first, ...others];
};

/** Judges an order that bears our number: whole, different, another's, or (null) without any order number of theirs. */
export const judge = (
  wanted: Wanted,
  held: Held,
  redact: Redact,
): Accepted | AcceptedButDifferent | SomeoneElses | null => {
  const orderNumbers = numbersOf(held.orderNumbers, wanted);
  if (orderNumbers === null) return null;
  const notOurs = whyNotOurs(wanted, held, redact);
  if (notOurs !== null) return { verdict: 'someone-elses', message: notOurs };
  const difference = calledOffIn(held.statuses ?? []) ?? differenceIn(wanted, held.lines);
  if (difference !== null) return { verdict: 'accepted-but-different', orderNumbers, message: redact(difference) };
  return { verdict: 'accepted', orderNumbers };
};

const differenceIn = ({ partNumber, quantity }: Wanted, lines: readonly HeldLine[]): string | null => {
  const others = lines.flatMap(({ part }) => (part === null || isSamePart(part, partNumber) ? [] : part));
  if (others.length > 0) return `It also holds ${others.slice(0, 3).join(', ')}.`;
  const told = lines.flatMap((line) => line.quantity ?? []);
  const pieces = told.reduce((sum, piece) => sum + piece, 0);
  return told.length === 0 || pieces === quantity ? null : `It holds ${pieces} of the ${quantity} pieces asked for.`;
};
