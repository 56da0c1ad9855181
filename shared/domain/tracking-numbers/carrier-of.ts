import { type Carrier, carriersNamed, isFreight, shownWord } from './carriers.ts';
import { s10 } from './check-digits.ts';
import { type Shape, shapes } from './shapes.ts';

/** A tracking number as it is kept: without blanks and what cannot be seen, upper case, its digits of the plain width. */
export const plainNumber = (trackingNumber: string): string =>
  trackingNumber
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase();

/**
 * What carriers write around a parcel's own number: the postal code of its destination (USPS), its service (FedEx Ground and SmartPost), the
 * rest of a barcode (FedEx Express, of 34 and 32 digits).
 */
const wrapped = [
  /^420(?:\d{5}|\d{9})(9\d{21}|9\d{25})$/,
  /^96\d{5}(\d{15})$/,
  /^92(612\d{17})$/,
  /^(?:[0-8]\d|96)\d{20}(\d{12})$/,
  /^3\d{15}(\d{12})\d{4}$/,
];

/** By what a tracking number is told from another: the same for all spellings of one, and for nobody to see. */
export const identityOf = (trackingNumber: string): string => {
  const bare = plainNumber(trackingNumber).replace(/[.-]/g, '');
  return wrapped.map((each) => each.exec(bare)?.[1]).find((inner) => inner !== undefined) ?? withoutZeros(bare);
};

/** Digits that no carrier's number has the shape of are told with and without zeros before them. */
const withoutZeros = (bare: string): string => {
  const short = /^\d+$/.test(bare) ? bare.replace(/^0+/, '') : bare;
  return short === '' || [bare, short].some((each) => fitting(each).length > 0) ? bare : short;
};

/** Whether two tracking numbers are the same one, however they were written. */
export const sameNumber = (a: string, b: string): boolean => identityOf(a) === identityOf(b);

/** `carrier`: a code that we know, or else the word that was told, made safe to show. */
export type CarrierOf = { readonly carrier: string | null; readonly trackingUrl: string | null };

/** More than any carrier's number has. */
const longest = 60;

/** The shapes that a number may have, were its check digit right. */
const candidates = (number: string): readonly Shape[] =>
  number.length > longest || !/^[\dA-Z-]+$/.test(number) ? [] : shapes.filter(({ pattern }) => pattern.test(number));

/** The shapes that a number has, its check digit right. */
export const fitting = (plain: string): readonly Shape[] =>
  candidates(plain).filter(({ check }) => check === undefined || check(plain));

/**
 * Who carries a parcel, and the page that shows where it is. A shape that can be nobody else's outranks `hint` (somebody's word
 * for the carrier); the word outranks every other shape, and one that names several chooses among them; without a word, a likely
 * shape of one carrier only is believed. A link
 * is always https, to the carrier's own page, and made from a number whose shape is that carrier's: none rather than a wrong one.
 */
export const carrierOf = (trackingNumber: string, hint: string | null): CarrierOf => {
  const number = plainNumber(trackingNumber);
  const named = carriersNamed(hint);
  const fits = fitting(number).filter(({ strength }) => strength === 'sure' || !isFreight(hint));
  const sure = fits.filter(({ strength }) => strength === 'sure');
  const ofNamed = fits.find(({ carrier }) => named.includes(carrier));
  const [best] = sure;
  if (best !== undefined) return linked(ofNamed ?? best, number);
  if (ofNamed !== undefined) return linked(ofNamed, number);
  if (isForeignPost(number)) return { carrier: postIn(named), trackingUrl: null };
  if (named.length > 1) return { carrier: null, trackingUrl: null };
  const word = named[0] ?? shownWord(hint);
  if (word !== null) return { carrier: word, trackingUrl: null };
  const only = onlyLikely(fits);
  return only === null ? { carrier: null, trackingUrl: null } : linked(only, number);
};

/** The one likely reading; null where another carrier's number may look the same. */
const onlyLikely = (fits: readonly Shape[]): Shape | null => {
  const [first] = fits.filter(({ strength }) => strength === 'likely');
  const others = fits.filter(
    ({ carrier, strength, check }) => carrier !== first?.carrier && (strength === 'likely' || check !== undefined),
  );
  return first === undefined || others.length > 0 ? null : first;
};

/** A number of a postal service (UPU S10): no private carrier's, whatever the word says. */
const isForeignPost = (number: string): boolean => /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number) && s10(number.slice(2, -2));
const postIn = (named: readonly Carrier[]): Carrier | null =>
  named.find((carrier) => carrier === 'usps' || carrier === 'canada-post') ?? null;

const linked = ({ carrier, page }: Shape, number: string): CarrierOf => ({
  carrier,
  trackingUrl: page === null ? null : `${page}${encodeURIComponent(number)}`,
});

/**
 * Whether digits may as well be a telephone number of North America: they have the form of one, and neither are they of the
 * carrier that is named, nor is that one whose numbers nobody here knows.
 */
export const mayBeTelephone = (number: string, hint: string | null): boolean => {
  if (!/^1?(?:[2-9]\d\d){2}\d{4}$/.test(number) || isFreight(hint)) return false;
  const named = carriersNamed(hint);
  if (named.length === 0) return shownWord(hint) === null;
  return !fitting(number).some(({ carrier }) => named.includes(carrier));
};

/**
 * Whether a number cannot be one of the carrier that is named, because its check digit is wrong: it has the length and form of
 * that carrier's numbers, and fits none of them. `1Z` names UPS by itself.
 */
export const isSuspect = (trackingNumber: string, hint: string | null): boolean => {
  const number = plainNumber(trackingNumber);
  const named: readonly Carrier[] = number.startsWith('1Z') ? ['ups'] : carriersNamed(hint);
  if (isFreight(hint) && !number.startsWith('1Z')) return false;
  const alike = candidates(number).filter(({ carrier }) => named.includes(carrier));
  return alike.length > 0 && alike.every(({ check }) => check !== undefined && !check(number));
};
