import { fitting, mayBeTelephone } from './carrier-of.ts';
import { carriersNamed } from './carriers.ts';
import { isOneCharacter, isPlaceholder, knownShape, plain, sureInside } from './known-shapes.ts';
import { withoutLinks } from './links.ts';
import {
  isDate,
  isDoubtful,
  isOther,
  isRemark,
  isTelephone,
  isWithdrawal,
  label,
  namedBefore,
  withNames,
  withoutOthers,
  writtenOut,
} from './not-numbers.ts';

/** A tracking number found in a text, and the words beside it that may name its carrier. */
type FoundNumber = { readonly number: string; readonly words: string | null };

/**
 * What stands in a tracking field. `numbers`: each once, in their order. `note`: the text, shortened, where it holds none: a
 * placeholder or a remark. `unread`: the same, where it may hold a number that could not be read.
 */
export type TrackingText = {
  readonly numbers: readonly FoundNumber[];
  readonly note: string | null;
  readonly unread: string | null;
};

/** What is longer is read to here. */
const longestText = 200_000;
/** Words that stand apart are put together this many at a time, and not for ever. */
const most = { words: 36, digits: 40, tries: 1_000, shown: 80 } as const;

/** Between two numbers of a list. */
const separators = /[\n\r\v\f,;|&/\\()[\]{}<>"\u{201c}-\u{201e}\u{ab}\u{bb}?=]+/u;
const word = /[\p{L}\p{N}][\p{L}\p{N}.-]*/gu;

/**
 * Reads the text of a tracking field, whatever a number is wrapped in. `carrier`: the word for the carrier that stands elsewhere,
 * without which ten digits may be a telephone number; left out where a person says what they are.
 */
export const readTrackingText = (written: string, carrier?: string | null): TrackingText => {
  const text = legible(written);
  const head = text.slice(0, 400);
  const links = withoutLinks(text, carrier ?? null);
  const whole = writtenOut(withNames(spaced(links.rest)));
  const lines = withoutOthers(whole.rest)
    .split(separators)
    .map((piece) => (piece.match(word) ?? []).flatMap(unglued));
  const context = carriersNamed(head).length === 1 ? head : null;
  const budget = { tries: most.tries as number };
  const isNobodys = (number: string, beside: string | null): boolean =>
    carrier !== undefined && mayBeTelephone(number, beside ?? carrier);
  const pieces = lines.map((words) => readPiece(words, { context, column: carrier ?? null }, budget, isNobodys));
  const numbers = new Map(pieces.flatMap(({ numbers }) => numbers).map((found) => [found.number, found]));
  const isLeft = numbers.size === 0 && lines.every((words) => !isRemark(words)) && manyDigits(lines.flat());
  const isSpoilt = whole.isCut || (numbers.size === 0 && links.isUnread);
  const isTakenBack = numbers.size > 0 && carrier !== undefined && isWithdrawal(text.slice(0, 4_000));
  const isUnread =
    written.length > longestText || isLeft || isSpoilt || isTakenBack || pieces.some(({ unread }) => unread);
  const shown = /[\p{L}\p{N}]/u.test(text) ? shortened(written) : null;
  return {
    numbers: isTakenBack ? [] : [...numbers.values()],
    note: numbers.size === 0 && !isUnread ? shown : null,
    unread: isUnread ? shown : null,
  };
};

/** Upper case, without what cannot be seen; what a program wrote for a break between two lines is one. */
const legible = (written: string): string =>
  written
    .slice(0, longestText)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\\{1,4}[nrt](?=\\|\d|[A-Z])/g, '\n')
    .toUpperCase();

/**
 * `%20` and the like as blanks, what a barcode's reader writes before the postal code of its destination, `S/O` as one word, and a name
 * together with what it names, `"invoice":"123"`.
 */
const spaced = (text: string): string =>
  text
    .replace(/%[\dA-F]{2}/g, ' ')
    .replace(/\(420\) ?(?=\d)/g, '420 ')
    .replace(/(?<![\p{L}\p{N}])([A-Z])\/([A-Z])(?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/(?<=\p{L})["'\\]{0,2} ?[:=]>? ?["'\\]{0,2}(?=[\p{L}\p{N}])/gu, ' ');

/** A text in one line, for people. */
const shortened = (written: string): string =>
  written
    .slice(0, 4 * most.shown)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, most.shown);

/** A word without the dots and dashes at its end, or the `.0` that a spreadsheet adds; a label before its number is a word of its own. */
const unglued = (text: string): readonly string[] => {
  if (/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(text)) return [text];
  const [, first, second] = /^(\d{10,40})[.-](\d{10,40})$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined) return [first, second];
  const [, parcel, piece] = /^(\d{12,34})-(\d{1,2})$/.exec(text) ?? [];
  if (parcel !== undefined && piece !== undefined && isChecked(parcel) && !isChecked(parcel + piece))
    return [parcel, piece];
  const glued = label.exec(text)?.[0] ?? '';
  const end = /(?<=\d)\.00?$/.test(text) ? text.lastIndexOf('.') : lastOfWord(text) + 1;
  return glued === '' ? [text.slice(0, end)] : [glued, text.slice(glued.length, end).replace(/^[.-]/, '')];
};

/** Whether it has a carrier's length and check digit. */
const isChecked = (number: string): boolean => fitting(number).some(({ check }) => check !== undefined);

const lastOfWord = (text: string): number => {
  let last = text.length - 1;
  while (text[last] === '.' || text[last] === '-') last -= 1;
  return last;
};

/** Whether digits are left that a number may have been cut up into: more than a date or two have. */
const manyDigits = (words: readonly string[]): boolean => {
  const digits = words
    .filter((each) => !isDate(each) && !isTelephone(each) && !isOther(each) && !isPlaceholder(plain(each)))
    .join('')
    .replace(/\P{N}+/gu, '');
  return digits.length > 8 && !isOneCharacter(digits);
};

type Piece = { readonly numbers: readonly FoundNumber[]; readonly unread: boolean };
type Budget = { tries: number };

/** Whether a number that its piece holds is left for a person to look at. */
type IsLeft = (number: string, beside: string | null) => boolean;

/** The words for the carrier: in the text, where they name one only, and beside it, in a field of their own. */
type Carriers = { readonly context: string | null; readonly column: string | null };

const readPiece = (words: readonly string[], { context, column }: Carriers, budget: Budget, isLeft: IsLeft): Piece => {
  const inRemark = isRemark(words);
  const beside = carriersNamed(words.join(' ').slice(0, 200)).length > 0 ? words.join(' ').slice(0, 200) : context;
  const numbers: FoundNumber[] = [];
  let unread = false;
  for (let at = 0; at < words.length; ) {
    const inside = sureInside(words[at] ?? '');
    if (inside.length > 0) {
      numbers.push(...inside.map((number) => ({ number, words: beside })));
      at += 1;
      continue;
    }
    const name = namedBefore(words, at, column);
    const onlySure = name !== 'label' && (inRemark || name === 'remark');
    const known = knownAt(
      words,
      at,
      onlySure,
      name === 'remark' ? null : (beside ?? (onlySure ? null : column)),
      budget,
    );
    const likely = known ?? (onlySure || name === 'thing' ? null : likelyAt(words, at, budget));
    const found = likely === null || name === 'label' || !isLeft(likely.number, beside) ? likely : null;
    if (found !== null) numbers.push({ number: found.number, words: beside });
    else unread ||= name !== 'remark' && mightHold(words[at] ?? '');
    at += found?.words ?? 1;
  }
  return { numbers, unread };
};

type Found = { readonly number: string; readonly words: number };

/** A number of a known shape that begins at this word: alone, or put together from words that stand apart. */
const knownAt = (
  words: readonly string[],
  at: number,
  onlySure: boolean,
  beside: string | null,
  budget: Budget,
): Found | null => {
  const first = words[at] ?? '';
  const alone = knownShape(first, onlySure, beside);
  if (alone !== null) return { number: alone, words: 1 };
  if (/^\d{8,}$/.test(plain(first)) && !/^(?:420|9)/.test(first)) return null;
  let joined = plain(first);
  let best: Found | null = null;
  for (let count = 2; count <= most.words && at + count <= words.length && budget.tries > 0; count += 1) {
    joined += plain(words[at + count - 1] ?? '');
    if (joined.length > most.digits) break;
    if (joined.length < 9) continue;
    budget.tries -= 1;
    const isApart = words
      .slice(at, at + count)
      .every((each, index) => each.length < 8 || (index === 1 && /^[A-Z]{1,3}$/.test(first)));
    const number = knownShape(joined, onlySure || !isApart, beside);
    if (number !== null) best = { number, words: count };
  }
  return best;
};

/** What could be a number of a shape that nobody here knows: a word, or groups of digits that stand apart. */
const likelyAt = (words: readonly string[], at: number, budget: Budget): Found | null => {
  const first = words[at] ?? '';
  if (couldBeNumber(first)) return mayBeCut(words, at, budget) ? null : { number: first, words: 1 };
  if (/^\d/.test(words[at - 1] ?? '')) return null;
  let count = 0;
  while (/^\d{2,7}$/.test(words[at + count] ?? '') && count < 12) count += 1;
  const joined = words.slice(at, at + count).join('');
  const isAll = count > 1 && !/^\d/.test(words[at + count] ?? '');
  return isAll && joined.length >= 9 && joined.length <= 40 && !isTelephone(words.slice(at, at + count).join('-'))
    ? couldBeNumber(joined)
      ? { number: joined, words: count }
      : null
    : null;
};

/**
 * Whether together with groups of digits beside it a number has a carrier's length and check digit: then it may be a piece of it. Numbers
 * of one length are a list.
 */
const mayBeCut = (words: readonly string[], at: number, budget: Budget): boolean => {
  const isGroup = (n: number): boolean => /^\d{2,11}$/.test(words[n] ?? '');
  if (!/^\d+$/.test(words[at] ?? '')) return false;
  for (let from = at; from === at || (from >= at - 4 && isGroup(from)); from -= 1) {
    for (let to = at; to === at || (to <= at + 4 && isGroup(to)); to += 1) {
      const groups = words.slice(from, to + 1);
      const joined = groups.join('');
      if (joined.length > most.digits || budget.tries <= 0) break;
      if (groups.every(({ length }) => length === words[at]?.length)) continue;
      budget.tries -= 1;
      if (isChecked(joined)) return true;
    }
  }
  return false;
};

/** At least eight letters and digits, six of them digits and no more letters than digits; no date, no telephone number, no row of one digit. */
const couldBeNumber = (text: string): boolean => {
  const bare = plain(text);
  if (!/^[A-Z\d]{8,40}$/.test(bare)) return false;
  const digits = bare.replace(/[A-Z]+/g, '');
  return (
    significant(bare).replace(/[A-Z]+/g, '').length >= 6 &&
    digits.length * 2 >= bare.length &&
    !isOneCharacter(digits) &&
    !isPlaceholder(bare) &&
    !misread.test(bare) &&
    !isDate(text) &&
    !isTelephone(text) &&
    !isOther(text) &&
    !isDoubtful(text.replace(/^1Z/, ''))
  );
};

/** `1Z`, read by a machine or written by hand as letters. */
const misread = /^[IL]Z[A-Z\d]{16}$/;

/** What has enough digits to hold a number, and is none that could be read. */
const mightHold = (text: string): boolean => {
  const digits = text.replace(/[^\p{N}]+/gu, '');
  if (isPlaceholder(plain(text))) return false;
  return (
    significant(digits).length >= 6 && !isOneCharacter(digits) && !isDate(text) && !isTelephone(text) && !isOther(text)
  );
};

/** A number without the zeros that it begins with. */
const significant = (number: string): string => number.replace(/^0+/, '');
