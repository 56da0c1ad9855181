/** What a digit or letter counts: letters as UPS counts them. */
const countOf = (character: string): number =>
  character >= '0' && character <= '9' ? Number(character) : (character.charCodeAt(0) - 3) % 10;

const weighted = (serial: string, weightOf: (index: number) => number): number =>
  [...serial].reduce((sum, character, index) => sum + countOf(character) * weightOf(index), 0);

/** A number without its last character, and that character. */
const split = (number: string): readonly [string, string] => [number.slice(0, -1), number.slice(-1)];

/** Whether the last digit is the check digit of those before it. */
export type Check = (number: string) => boolean;

/** Modulo 10, the digits weighted in turns from the first. */
export const mod10 =
  (evens: number, odds: number): Check =>
  (number) => {
    const [serial, digit] = split(number);
    return (10 - (weighted(serial, (index) => (index % 2 === 0 ? evens : odds)) % 10)) % 10 === Number(digit);
  };

/** Modulo 10 of GS1: the digits weighted 3 and 1 in turns, from the last before the check digit. */
export const gs1: Check = (number) => {
  const [serial, digit] = split(number);
  const sum = weighted(serial, (index) => ((serial.length - index) % 2 === 1 ? 3 : 1));
  return (10 - (sum % 10)) % 10 === Number(digit);
};

/** Luhn: every second digit, from the last before the check digit, doubled and its digits added. */
export const luhn: Check = (number) => {
  const [serial, digit] = split(number);
  const sum = [...serial].reduceRight((total, character, index) => {
    const value = Number(character) * ((serial.length - index) % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(digit);
};

/** The remainder of division by 7. */
export const mod7: Check = (number) => {
  const [serial, digit] = split(number);
  return Number(serial) % 7 === Number(digit);
};

/** Modulo 11, then 10, with these weights in turns (FedEx). */
export const mod11 =
  (weights: readonly number[]): Check =>
  (number) => {
    const [serial, digit] = split(number);
    return (weighted(serial, (index) => weights[index % weights.length] ?? 0) % 11) % 10 === Number(digit);
  };

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** The check digit of S10, the postal services' international number, of its nine digits. */
export const s10: Check = (digits) => {
  const [serial, digit] = split(digits);
  const rest = 11 - (weighted(serial, (index) => s10Weights[index] ?? 0) % 11);
  return (rest === 10 ? 0 : rest === 11 ? 5 : rest) === Number(digit);
};
