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

const shapes = [
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
  /^(?<month>\d\d?)\/(?<day>\d\d?)\/(?:20)?(?<year>\d\d)$/,
];
const isoTime = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** A date as one of the distributors writes it, at the beginning of its day; a time without a zone is UTC. Null: not a date. */
export const instantOf = (written: string | null): Instant | null => {
  if (written === null) return null;
  if (isoTime.test(written))
    return valid(/(Z|[+-]\d\d:?\d\d)$/.test(written) ? written : `${written.replace(' ', 'T')}Z`);
  const { year = '', month = '', day = '' } = shapes.map((shape) => shape.exec(written)?.groups).find(Boolean) ?? {};
  return valid(`${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00.000Z`);
};

const valid = (iso: string): Instant | null => {
  const at = Date.parse(iso);
  return Number.isNaN(at) || !isDay(iso.slice(0, 10)) ? null : instant(at);
};

/** A day that the calendar has (a parser makes March of February 30), in years that a shipment can be of: not 0001 or 1900. */
const isDay = (day: string): boolean => /^20\d\d-/.test(day) && instant(Date.parse(`${day}T00:00:00Z`)).startsWith(day);
