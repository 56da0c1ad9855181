import type { Credentials } from '../domain/profile.ts';
import { type SafeText, safeText } from '../domain/verdicts.ts';
import type { Address } from '../domain/vocabulary.ts';
import { type Range, rangesOf, shortValue } from './secret-ranges.ts';

/** Enough for a reason, too little for a page. */
const maxLength = 500;
const hidden = '[redacted]';

/** Makes a distributor's words safe to keep and to show, for one account. */
export type Redact = (words: string) => SafeText;

/**
 * Hides these values wherever they stand in a distributor's words: in any case; percent-encoded, as HTML, JSON or JavaScript
 * escapes, three layers of them and any mixture; in hex, with or without separators; in base64; broken over lines; and, of a value
 * of 12 characters or more, its first or last half alone. Takes away markup and control characters, and keeps 500 characters.
 * Its time is linear in the text, which is cut first.
 */
export const redactor = (secrets: readonly string[]): Redact => {
  // The longest first: a dealer number that is part of the API key would leave the rest of the key to read.
  const values = secrets.filter((secret) => secret.trim() !== '').toSorted((a, b) => b.length - a.length);
  const hide = (words: string): string => withoutRanges(words, rangesOf(values, words));
  const markupAs = (between: string) => (words: string) => hide(withoutMarkup(hide(words), between));
  return (words) => {
    const looked = cutFirst(words);
    const [spaced, joined] = [markupAs(' ')(looked), looked.includes('<') ? markupAs('')(looked) : ''];
    return cut(timesHidden(joined) > timesHidden(spaced) ? joined : spaced);
  };
};

/** So much of the words is looked at. */
const looksAt = 8_000;

/** Where the words are cut a credential may be, too: the last of them is left out. */
const cutFirst = (words: string): string => {
  if (words.length <= looksAt) return words;
  const kept = words.slice(0, looksAt);
  const last = Math.max(kept.lastIndexOf(' '), looksAt - 500);
  return kept.slice(0, last);
};

/** Markup between two words is a gap; markup within one may be there to break up a credential. */
const timesHidden = (words: string): number => words.split(hidden).length;

/** For an account; and, where an order was sent, for what would tell whose it is. */
export const redactorFor = (credentials: Credentials, shipTo?: Address): Redact =>
  redactor([...Object.values(credentials), ...(shipTo === undefined ? [] : personal(shipTo))]);

const personal = ({ name, company, line1, line2, phone }: Address): readonly string[] =>
  [name, company, line1, line2, phone].flatMap((value) =>
    value !== null && value.trim().length >= shortValue ? value : [],
  );

const withoutRanges = (words: string, ranges: readonly Range[]): string => {
  const [parts, end] = [[] as string[], { at: 0 }];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    if (from >= end.at) parts.push(words.slice(end.at, from), hidden);
    end.at = Math.max(end.at, to);
  }
  return parts.join('') + words.slice(end.at);
};

const withoutMarkup = (words: string, between: string): string => {
  const plain = stripTags(words.replace(/<(script|style)\b[^<>]*>[^<]*/gi, between), between);
  const read = stripTags(plain.replace(/&(?:amp|lt|gt|quot|apos|nbsp|#39);/gi, readEntity), between);
  return read
    .replace(/[\t\r\n]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
};

const stripTags = (words: string, between: string): string =>
  words.replace(/<[^<>]*>/g, between).replace(/[<>]/g, between);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};
const readEntity = (entity: string): string => entities[entity.slice(1, -1).toLowerCase()] ?? entity;

const cut = (words: string): SafeText => {
  if (words.length <= maxLength) return safeText(words);
  const last = words.charCodeAt(maxLength - 1);
  return safeText(words.slice(0, last >= 0xd800 && last <= 0xdbff ? maxLength - 1 : maxLength));
};
