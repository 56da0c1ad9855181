import { fitting } from './carrier-of.ts';
import { carriersNamed } from './carriers.ts';
import { isDoubtful } from './not-numbers.ts';
import type { Shape } from './shapes.ts';

/** A number without the dots and dashes in it. */
export const plain = (text: string): string => text.replace(/[.-]/g, '');

/** A number that can be nothing else. */
const sure = /^(?:1Z[A-Z\d]{16}|TB[ACM]\d{12})/;
const longestSure = 18;
const mostGlued = 8;
const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character);

/** The numbers of one kind that stand here, glued to each other; none that a digit follows, which would leave open what is meant. */
const gluedAt = (text: string, start: number): readonly string[] => {
  const numbers: string[] = [];
  let end = start;
  while (numbers.length < mostGlued) {
    const [number] = sure.exec(text.slice(end, end + longestSure)) ?? [];
    if (number === undefined || number.slice(0, 2) !== text.slice(start, start + 2)) break;
    numbers.push(number);
    end += number.length;
  }
  while (numbers.length > 0 && isDigit(text[end])) end -= numbers.pop()?.length ?? 0;
  return numbers;
};

/** The numbers in a word that can be nothing else, whatever is glued to them. */
export const sureInside = (text: string): readonly string[] => {
  const found: string[] = [];
  let end = 0;
  for (const { index } of text.matchAll(/1Z|TB/g)) {
    if (index < end || isDigit(text[index - 1])) continue;
    const numbers = gluedAt(text, index);
    found.push(...numbers);
    end = index + numbers.join('').length;
  }
  return found.filter((number) => !isPlaceholder(number) && knownShape(number, true, null) !== null);
};

/** `1Z` and a row of one digit, or other letters and a row of zeros; Amazon's are told in public with zeros alone. */
export const isPlaceholder = (number: string): boolean =>
  number.startsWith('1Z') ? isOneCharacter(number.slice(2)) : /^(?!TB)[A-Z]{1,4}0{8,}$/.test(number);

export const isOneCharacter = (text: string): boolean => [...text].every((each) => each === text[0]);

/** A word of a known shape; in a remark, or put together from long words, only of one that can be nothing else. */
export const knownShape = (text: string, onlySure: boolean, beside: string | null): string | null => {
  if (text.length < 9) return null;
  const dashed = text.length > 60 ? [] : fitting(text);
  const number = dashed.length > 0 ? text : plain(text);
  if (number.length < 9 || number.length > 60 || isOneCharacter(number) || isPlaceholder(number)) return null;
  const shapes = dashed.length > 0 ? dashed : fitting(number);
  const named = isDoubtful(number) ? [] : carriersNamed(beside);
  return shapes.some((shape) => isBelieved(shape, onlySure, named)) ? number : null;
};

const isBelieved = ({ strength, carrier, check }: Shape, onlySure: boolean, named: readonly string[]): boolean => {
  if (strength === 'sure') return true;
  const isNamed = named.includes(carrier);
  return onlySure ? isNamed && check !== undefined : isNamed || strength === 'likely';
};
