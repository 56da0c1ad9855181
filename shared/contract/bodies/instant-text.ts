import * as v from 'valibot';

/** RFC 3339 (a blank for the `T` too) and the extended format of ISO 8601: seconds and the minutes of an offset may be left out. */
const shape =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)$/i;

const longest = 64;
const dayLength = 86_400_000;

/** The midnight with which a day of the calendar begins in UTC. */
const midnightOf = (day: string): number => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return new Date(Number.isNaN(midnight) ? 0 : midnight).toISOString().startsWith(day) ? midnight : Number.NaN;
};

/** A leap second ends a month in UTC; as everywhere in JavaScript it is the first of the next one. */
const isLeapSecond = (utc: number): boolean => utc % dayLength === 0 && new Date(utc).getUTCDate() === 1;

const written = (utc: number): string | null => {
  if (Number.isNaN(utc)) return null;
  const text = new Date(utc).toISOString();
  return /^\d{4}-/.test(text) ? text.replace('.000Z', 'Z') : null;
};

/** The instant that a time names, in UTC, to the millisecond; null where there is no such time. 24:00 is the end of its day. */
const utcOf = (input: string): string | null => {
  const [whole, day = '', hh, mm, ss = '0', fraction = '', sign, offsetHours, offsetMinutes = '0'] =
    shape.exec(input) ?? [];
  if (whole === undefined || input.length > longest) return null;
  const [hour, minute, second] = [Number(hh), Number(mm), Number(ss)];
  const millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
  if (hour > 24 || minute > 59 || second > 60) return null;
  if (hour === 24 && minute + second + Number(fraction) > 0) return null;
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes)) * (sign === '-' ? -60_000 : 60_000);
  const utc = midnightOf(day) + (hour * 60 + minute) * 60_000 + second * 1000 - offset;
  return second === 60 && !isLeapSecond(utc) ? null : written(utc + millisecond);
};

const howToWrite = 'Must be a time with its offset, such as 2026-11-20T17:03:00Z or 2026-11-20T12:03:00-05:00.';
const noSuchTime =
  'There is no such time: hours go to 23 (24:00:00 ends a day), seconds to 59 (60 only at the end of a month in UTC), days as the calendar has them.';

const description =
  'A time in RFC 3339 or ISO 8601: in either case, seconds optional, offset Z, +hh:mm, +hhmm or +hh; read to the millisecond.';

/** A time with an offset; kept in UTC. */
export const InstantText = v.pipe(
  v.string(howToWrite),
  v.check((input) => input.length <= longest && shape.test(input), howToWrite),
  v.check((input) => !shape.test(input) || utcOf(input) !== null, noSuchTime),
  v.metadata({ maxLength: longest, description }),
  v.transform((input) => utcOf(input) ?? input),
);

/** The same in a query, where a `+` that was not written `%2B` arrives as a blank: nothing else can stand before an offset. */
export const InstantInQuery = v.pipe(
  v.string(howToWrite),
  v.transform((input) => input.replace(/ (?=\d\d(?::?\d\d)?$)/, '+')),
  InstantText,
);
