/** Days in UTC, as the distributors write them. */
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** `2026-11-23`; empty when it has not happened. */
export const dashed = (at: number | null): string => (at === null ? '' : iso(at));

/** `20261123`; empty when it has not happened. */
export const packed = (at: number | null): string => dashed(at).replaceAll('-', '');

/** `11/23/26`; empty when it has not happened. */
export const slashed = (at: number | null): string =>
  at === null ? '' : `${iso(at).slice(5, 7)}/${iso(at).slice(8, 10)}/${iso(at).slice(2, 4)}`;

/** Whether `2026-11-23` or `20261123` is a day of the calendar. */
export const isDay = (text: string): boolean => {
  const day = text.length === 8 ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && iso(Date.parse(day)) === day;
};

/** How many days a window holds, both ends counted. */
export const daysIn = (from: string, to: string): number => {
  const day = (text: string): number =>
    Date.parse(text.length === 8 ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text);
  return (day(to) - day(from)) / 86_400_000 + 1;
};
