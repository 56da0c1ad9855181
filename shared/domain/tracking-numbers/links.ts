import { knownShape, plain, sureInside } from './known-shapes.ts';

/** What parts a text into what may be the address of a page, and what a text puts around it. */
const apart = /([\s<>"'\\|]+)/;
const marks = /https?:\/\/|\bwww\.|\.(?:com|net|org|io|co|ca|us)\//i;
const ofHost = /[a-z\d.-]/i;
const longestHost = 61;
const longestLink = 2_000;

/** Where the address of a page begins in a text without blanks; -1 = there is none. */
const startOf = (piece: string): number => {
  const mark = piece.search(marks);
  let start = mark;
  if (piece[mark] === '.')
    while (start > 0 && mark - start < longestHost && ofHost.test(piece[start - 1] ?? '')) start -= 1;
  return start;
};

/** The text with each of its links replaced. */
const replaceLinks = (text: string, replace: (link: string) => string): string =>
  text
    .split(apart)
    .map((piece) => {
      const start = startOf(piece);
      if (start < 0) return piece;
      const end = start + longestLink;
      return piece.slice(0, start) + replace(piece.slice(start, end)) + piece.slice(end);
    })
    .join('');

/** Names under which an address tells a parcel's number. */
const tracking = /TRACK|TRK|INQUIRYNUM|LABEL|AWB|WAYBILL|CONSIGNMENT|BARCODE|^(?:PRO|PRO_?(?:NO|NUM|NUMBER)|TN|NUMS?)$/;
/** Names like those of something else. */
const notTracking =
  /ORDER|CUST|ACC|QUAL|USER|SESSION|TOKEN|EVENT|UTM|SIG|HASH|KEY|MAIL|ZIP|POSTAL|DATE|TIME|PHONE|STORE|SHOP|^(?:E|T|TS|V)$/;
const isOfParcel = (name: string): boolean => tracking.test(name) && !notTracking.test(name);

/** A part of an address, and the name it stands behind: that of its field, or the part of the path before it. */
type Part = { readonly name: string; readonly value: string };

/** Only the last part of a path may be a parcel's by the part before it; any is another thing's. */
const nameBefore = (before: string, isLast: boolean): string => (isLast || notTracking.test(before) ? before : '');

const partsOf = (link: string): readonly Part[] => {
  const [path = '', ...fields] = link.replace(/&AMP;/g, '&').split(/[?&#;]/);
  const [, ...steps] = path.replace(/^HTTPS?:\/\//, '').split('/');
  const last = steps.at(-1) === '' ? steps.length - 2 : steps.length - 1;
  return [
    ...steps.map((value, at) => ({ name: nameBefore(steps[at - 1] ?? '', at === last), value })),
    ...fields.map((field) => {
      const at = field.indexOf('=');
      return { name: at < 0 ? '' : field.slice(0, at), value: field.slice(at + 1) };
    }),
  ];
};

const word = /[\p{L}\p{N}][\p{L}\p{N}.-]*/gu;

/** The numbers of a known shape in a part of an address: its words, or all of them together. */
const knownIn = (value: string, beside: string): readonly string[] => {
  const words = value.replace(/%[\dA-F]{2}/g, ' ').match(word) ?? [];
  const known = words.filter((each) => sureInside(each).length > 0 || knownShape(each, false, beside) !== null);
  const joined = plain(words.join(''));
  return known.length === 0 && knownShape(joined, false, beside) !== null ? [joined] : known;
};

const fewest = 6;
/** What may be a number of a shape that nobody here knows, unless its name is that of something else. */
const mayBeNumber = ({ name, value }: Part): boolean =>
  value.replace(/\D+/g, '').length >= fewest && !notTracking.test(name);
/** On a page for parcels the only value that may be a number is the parcel's. */
const onlyIn = (link: string, parts: readonly Part[]): readonly string[] => {
  const [only, ...more] = parts.filter(mayBeNumber);
  return only !== undefined && more.length === 0 && tracking.test(link) ? [only.value] : [];
};

/**
 * The text (in capitals) with its links read: what is left of each is what stands behind a name for a parcel's number, and what
 * has a known shape, or else the only value that may be a number. An order's number, a customer's or a signature in it is no parcel.
 * `isUnread`: a link may hold a number, and none could be told from the rest.
 */
export const withoutLinks = (
  text: string,
  carrier: string | null,
): { readonly rest: string; readonly isUnread: boolean } => {
  let isUnread = false;
  const rest = replaceLinks(text, (link) => {
    const beside = `${link.slice(0, 200)} ${carrier ?? ''}`;
    const parts = partsOf(link);
    const told = parts.flatMap(({ name, value }) => {
      if (isOfParcel(name)) return value.split(',').map((each) => `TRACKING ${each}`);
      return knownIn(value, beside);
    });
    const kept = told.length > 0 ? told : onlyIn(link, parts);
    isUnread ||= kept.length === 0 && parts.some(({ value }) => value.replace(/\D+/g, '').length >= fewest);
    return `;${kept.join(';')};`;
  });
  return { rest, isUnread };
};
