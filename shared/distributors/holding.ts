import type { Accepted, AcceptedButDifferent, SafeText, SomeoneElses } from '../domain/verdicts.ts';
import type { Redact } from './redact.ts';

/** What was asked for. */
export type Wanted = { readonly partNumber: string; readonly quantity: number; readonly postalCode?: string | null };

/** What a distributor shows under our number; null = not told. */
export type Held = {
  readonly orderNumbers: readonly (string | null)[];
  readonly lines: readonly HeldLine[];
  readonly postalCode?: string | null;
};
export type HeldLine = { readonly part: string | null; readonly quantity: number | null };

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether two part numbers are one: case, dashes, dots and blanks are written differently by everybody. */
export const isSamePart = (one: string, other: string): boolean =>
  letters(one) === '' ? one === other : letters(one) === letters(other);

/** Whether a postal code that was told is another one; the four digits that some add are not compared. */
const isElsewhere = (ours: string | null | undefined, told: string | null | undefined): boolean => {
  if (!ours || !told) return false;
  const [one, other] = [letters(ours), letters(told)].sort((a, b) => a.length - b.length);
  return one === undefined || other === undefined || !other.startsWith(one);
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
  return isElsewhere(wanted.postalCode, postalCode) ? 'The order under this number goes to another postal code.' : null;
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
  const difference = differenceIn(wanted, held.lines);
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
