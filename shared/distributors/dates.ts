import { type Instant, instant } from '../domain/vocabulary.ts';

/** A day of the calendar in UTC, counted from the epoch. */
export type Day = number;
/** Days from the first to the last, both included. */
export type Days = { readonly first: Day; readonly last: Day };

const dayLength = 86_400_000;

export const dayOf = (at: number): Day => Math.floor(at / dayLength);

/** `YYYY-MM-DD` */
export const dashed = (day: Day): string => instant(day * dayLength).slice(0, 10);
/** `YYYYMMDD` */
export const undashed = (day: Day): string => dashed(day).replaceAll('-', '');

const months = 'january february march april may june july august september october november december'.split(' ');
const time =
  '(?:,? (?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d))?(?: ?(?<half>[AP])M)?(?: (?:GMT|UTC|Z|(?<zone>[+-]\\d{4})))?)?';
const weekday = '(?:[a-z]{3,9}, ?)?';
const year = '(?:20)?(?<year>\\d\\d)';

/** With the time of day behind them, or without. */
const shapes = [
  '(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)',
  '(?<year>\\d{4})/(?<month>\\d\\d?)/(?<day>\\d\\d?)',
  '(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)',
  `(?<month>\\d\\d?)/(?<day>\\d\\d?)/${year}`,
  `${weekday}(?<day>\\d\\d?)[ -](?<name>[a-z]{3,9})\\.?,?[ -]${year}`,
  `${weekday}(?<name>[a-z]{3,9})\\.? (?<day>\\d\\d?)(?:st|nd|rd|th)?,? ${year}`,
].map((shape) => new RegExp(`^${shape}${time}$`, 'i'));
const isoTime = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
/** Seconds or milliseconds since 1970, alone or as .NET writes them; a day is of eight digits. */
const sinceEpoch = /^(?:\\?\/?Date\((?<inDate>\d{12,13})(?:[+-]\d{4})?\)\\?\/?|(?<alone>\d{13})|(?<seconds>\d{10}))$/i;

/**
 * A date as one of the distributors writes it, at the beginning of its day where it tells no time; a time without a zone is UTC.
 * Of numbers with slashes the first is the month, as all four write it. Null: not a date, or not one date only.
 */
export const instantOf = (written: string | null): Instant | null => {
  if (written === null || written.length > 60) return null;
  if (isoTime.test(written))
    return valid(/(Z|[+-]\d\d:?\d\d)$/.test(written) ? written : `${written.replace(' ', 'T')}Z`);
  const { inDate, alone, seconds } = sinceEpoch.exec(written)?.groups ?? {};
  const since = seconds === undefined ? (inDate ?? alone) : `${seconds}000`;
  if (since !== undefined) return valid(new Date(Number(since)).toISOString());
  const found = shapes.map((shape) => shape.exec(written)?.groups).find(Boolean);
  return found === undefined ? null : valid(isoOf(found));
};

const two = (digits: string | number = ''): string => String(digits).padStart(2, '0');

const isoOf = (found: Readonly<Record<string, string | undefined>>): string => {
  const { year = '', month = monthOf(found.name), day, minute, second, zone } = found;
  const moment = `${two(hourOf(found))}:${two(minute)}:${two(second)}.000`;
  return `${year.padStart(4, '20')}-${two(month)}-${two(day)}T${moment}${zone?.replace(/\d\d$/, ':$&') ?? 'Z'}`;
};

/** Before and after noon there are twelve hours, of which the first is called twelve. */
const hourOf = ({ hour = '', half }: Readonly<Record<string, string | undefined>>): string | number =>
  half === undefined ? hour : (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);

/** A month's name, whole or its beginning; 0 is none. */
const monthOf = (name = ''): string => String(1 + months.findIndex((month) => month.startsWith(name.toLowerCase())));

const valid = (iso: string): Instant | null => {
  const at = Date.parse(iso);
  return Number.isNaN(at) || !isDay(iso.slice(0, 10)) ? null : instant(at);
};

/** A day that the calendar has (a parser makes March of February 30), in years that a shipment can be of: not 0001 or 1900. */
const isDay = (day: string): boolean => /^20\d\d-/.test(day) && instant(Date.parse(`${day}T00:00:00Z`)).startsWith(day);
