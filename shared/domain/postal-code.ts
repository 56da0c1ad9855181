import { letters } from './number-key.ts';

/** A US postal code that was written as a number has lost its leading zeros. */
const asZip = (code: string): string => {
  if (!/^\d{3,9}$/.test(code)) return code;
  return code.padStart(code.length <= 5 ? 5 : 9, '0');
};

/** Whether a postal code that was told is another one; the four digits that some add are not compared. */
export const isElsewhere = (ours: string | null | undefined, told: string | null | undefined): boolean => {
  if (!ours || !told) return false;
  const [one, other] = [asZip(letters(ours)), asZip(letters(told))].sort((a, b) => a.length - b.length);
  return one === undefined || other === undefined || !other.startsWith(one);
};

/** The characters that are told even where some of a code are left out. */
const comparable = 5;

/** The part of a postal code that every way of writing it has; null = too short to tell one from another by it. */
export const comparablePostalCode = (code: string | null | undefined): string | null => {
  const whole = asZip(letters(code ?? ''));
  return whole.length < comparable ? null : whole.slice(0, comparable);
};

/** What a person is told of it. */
export const elsewhere = 'The order under this number goes to another postal code.';
