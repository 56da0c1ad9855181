import { elsewhere, isElsewhere } from '../domain/postal-code.ts';
import {
  type Accepted,
  type AcceptedButDifferent,
  type SafeText,
  type SomeoneElses,
  safeText,
} from '../domain/verdicts.ts';
import type { Redact } from './redact.ts';
import { calledOffIn } from './standing.ts';

/** What was asked for. */
export type Wanted = { readonly partNumber: string; readonly quantity: number; readonly postalCode?: string | null };

/** What a distributor shows under our number; null = not told. */
export type Held = {
  readonly orderNumbers: readonly (string | null)[];
  readonly lines: readonly HeldLine[];
  readonly postalCode?: string | null;
  /** The words for how it stands. */
  readonly statuses?: readonly (string | null)[];
};
export type HeldLine = { readonly part: string | null; readonly quantity: number | null };

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A text of digits as a number would write it: without its leading zeros. */
const asNumber = (text: string): string => (/^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text);

/** Whether two part numbers are one: case, dashes, dots, blanks and leading zeros are written differently by everybody. */
export const isSamePart = (one: string, other: string): boolean =>
  letters(one) === '' ? one === other : asNumber(letters(one)) === asNumber(letters(other));

/** Our number as a distributor may have written it: in either case, or as a number without its leading zeros. */
const poKey = (poNumber: string): string => asNumber(poNumber.trim().toUpperCase());
export const isSamePo = (one: string, other: string): boolean => poKey(one) === poKey(other);

/** Fewer letters and digits than this are the beginning of many numbers. */
const shortestCut = 6;

/** Whether a number may be ours in the form that somebody's field has room for: without its dashes, cut, or with more around it. */
const isAlikePo = (one: string, other: string): boolean => {
  const [shorter = '', longer = ''] = [letters(one), letters(other)].toSorted((a, b) => a.length - b.length);
  const isPart = longer.startsWith(shorter) || longer.endsWith(shorter);
  return !isSamePo(one, other) && shorter.length >= shortestCut && isPart;
};

/** How long a number somebody keeps is not known: an order of our part to our address under a number like ours may be ours. */
export const isNearlyOurs = (
  wanted: Wanted & { readonly poNumber: string },
  poNumber: string | null,
  held: Omit<Held, 'orderNumbers'>,
  redact: Redact,
): boolean => isAlikePo(poNumber ?? '', wanted.poNumber) && whyNotOurs(wanted, held, redact) === null;

/** What stands under each of our numbers: as it is written, else as a number may be, unless two of ours could be meant. */
export const byPoNumber = <Found>(
  orders: readonly { readonly poNumber: string }[],
  found: readonly Found[],
  poNumberOf: (found: Found) => string | null,
): ((order: { readonly poNumber: string }) => readonly Found[]) => {
  const asWritten = Map.groupBy(found, poNumberOf);
  const byKey = Map.groupBy(found, (one) => poKey(poNumberOf(one) ?? ''));
  const ours = Map.groupBy(new Set(orders.map(({ poNumber }) => poNumber)), poKey);
  return ({ poNumber }) => {
    const exact = asWritten.get(poNumber);
    if (exact !== undefined) return exact;
    return ours.get(poKey(poNumber))?.length === 1 ? (byKey.get(poKey(poNumber)) ?? []) : [];
  };
};

/** Why what is held is not ours, as a sentence; null when it may be. */
export const whyNotOurs = (
  wanted: Wanted,
  { lines, postalCode }: Omit<Held, 'orderNumbers'>,
  redact: Redact,
): SafeText | null => {
  const named = lines.flatMap(({ part }) => part ?? []);
  if (named.length > 0 && !named.some((part) => isSamePart(part, wanted.partNumber)))
    return redact(`The order under this number holds ${named.slice(0, 3).join(', ')}, not ${wanted.partNumber}.`);
  return isElsewhere(wanted.postalCode, postalCode) ? safeText(elsewhere) : null;
};

/** An order's numbers, each once; null when there is none. */
const numbersOf = (numbers: readonly (string | null)[]): readonly [string, ...string[]] | null => {
  const [first, ...others] = new Set(numbers.flatMap((number) => number ?? []));
  return first === undefined ? null : [first, ...others];
};

/** Judges an order that bears our number: whole, different, another's, or (null) without any order number of theirs. */
export const judge = (
  wanted: Wanted,
  held: Held,
  redact: Redact,
): Accepted | AcceptedButDifferent | SomeoneElses | null => {
  const orderNumbers = numbersOf(held.orderNumbers);
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
