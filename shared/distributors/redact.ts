import type { Credentials } from '../domain/profile.ts';
import type { SafeText } from '../domain/verdicts.ts';
import type { Address } from '../domain/vocabulary.ts';

/** Enough for a reason, too little for a page. */
const maxLength = 500;
const hidden = '[redacted]';

/** Makes a distributor's words safe to keep and to show, for one account. */
export type Redact = (words: string) => SafeText;

/**
 * Hides these values wherever they stand in a distributor's words, in any case and however written (percent-encoded, in
 * base64, as JSON or HTML escapes, a mixture of them), takes away markup and control characters, and keeps 500 characters.
 */
export const redactor = (secrets: readonly string[]): Redact => {
  // The longest first: a dealer number that is part of the API key would leave the rest of the key to read.
  const values = secrets.filter((secret) => secret.trim() !== '').toSorted((a, b) => b.length - a.length);
  const plain = values.map((value) => value.toLowerCase());
  // Made when first needed: most answers are a yes, and hold no words.
  let patterns: readonly RegExp[] | undefined;
  const hide = (words: string): string => {
    patterns ??= values.map((value) => new RegExp(anyWriting(value), 'giu'));
    return patterns
      .reduce((rest, pattern) => rest.replace(pattern, hidden), words)
      .replace(base64Word, (word) => (plain.some((value) => unpacked(word).includes(value)) ? hidden : word));
  };
  const markupAs = (between: string) => (words: string) => hide(withoutMarkup(hide(words), between));
  return (words) => {
    const [spaced, joined] = [markupAs(' ')(words), words.includes('<') ? markupAs('')(words) : ''];
    return cut(timesHidden(joined) > timesHidden(spaced) ? joined : spaced);
  };
};

/** Markup between two words is a gap; markup within one may be there to break up a credential. */
const timesHidden = (words: string): number => words.split(hidden).length;

/** For an account's credentials and, where an order was sent, for what would tell whose it is. */
export const redactorFor = (credentials: Credentials, shipTo?: Address): Redact =>
  redactor([...Object.values(credentials), ...(shipTo === undefined ? [] : personal(shipTo))]);

const personal = ({ name, company, line1, line2, phone }: Address): readonly string[] =>
  [name, company, line1, line2, phone].flatMap((value) =>
    value !== null && value.trim().length >= shortValue ? value : [],
  );

/** Shorter values are hidden only where they stand alone, or a dealer number `1` would leave nothing to read. */
const shortValue = 4;

const anyWriting = (value: string): string => {
  const pattern = [...value].map(anyWritingOf).join('');
  return value.length < shortValue ? `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])` : `(?:${pattern})`;
};

const escapedName: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** One character: itself, or percent-encoded (once or twice), or escaped as HTML, JSON or JavaScript would. */
const anyWritingOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const units = [...Array(character.length).keys()].map((at) => character.charCodeAt(at).toString(16).padStart(4, '0'));
  const name = escapedName[character];
  const writings = [
    `\\\\{0,7}${character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}`,
    [...Buffer.from(character)].map((byte) => `%(?:25)?${byte.toString(16).padStart(2, '0')}`).join(''),
    `&#(?:0*${code}|x0*${hex});?`,
    `\\\\{1,7}${units.map((unit) => `u${unit}`).join('\\\\{1,7}')}`,
    ...(code < 256 ? [`\\\\{1,7}x${hex.padStart(2, '0')}`] : []),
    ...(name === undefined ? [] : [`&${name};`]),
    ...(character === ' ' ? ['\\+'] : []),
  ];
  return `(?:${writings.join('|')})`;
};

/** Four characters of base64 hold three; shorter words hide nothing worth hiding. */
const base64Word = /[A-Za-z0-9+/_-]{6,}={0,2}/g;

/** What a word of base64 holds, wherever its packing may have begun. */
const unpacked = (word: string): string =>
  [0, 1, 2, 3].map((from) => Buffer.from(word.slice(from), 'base64').toString('utf8').toLowerCase()).join('\n');

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
  if (words.length <= maxLength) return words;
  const last = words.charCodeAt(maxLength - 1);
  return words.slice(0, last >= 0xd800 && last <= 0xdbff ? maxLength - 1 : maxLength);
};
