import type { WatchRow } from './account.ts';
import { endOfWatch } from './keys.ts';
import { seconds } from './time-limits.ts';
import { type Instant, instant, milliseconds } from './words.ts';

const hour = 3600;
const day = 24 * hour;

/**
 * How often to look for an order's tracking, by its age: often in the first three days and two weeks, daily later. In seconds.
 * A band reaches one look beyond its days, so that nobody waits longer for the look that follows his last one as a younger.
 */
export const bands = [
  { youngerThan: 3 * day + hour, every: hour },
  { youngerThan: 14 * day + 4 * hour, every: 4 * hour },
  { youngerThan: seconds.watch, every: day },
] as const;

/** A place in `bands`. */
export type Band = number;

export const allBands: readonly Band[] = bands.map((_, band) => band);

/** When each band was last asked for, in the order of `bands`; null = never, or not to be relied on. */
type AskedAt = readonly (Instant | null)[];
export const neverAsked: AskedAt = bands.map(() => null);

/** The last look at a watch falls into its last hour: half an hour before its end, unless a regular look falls there anyhow. */
const lastHour = hour;
const lastLook = hour / 2;
/** A regular look so shortly before the end could come too late. */
const tooClose = hour / 6;

/** A band is also asked for when an eighth of its time is still to go: so the bands are asked for together, in one sweep. */
const early = 1 / 8;

/** When a watch was opened: at acceptance, or when tracking was resumed. */
const openedAt = (watch: WatchRow): number => endOfWatch(watch) - seconds.watch * 1000;

const bandOf = (opened: number, now: number): Band => {
  const band = bands.findIndex(({ youngerThan }) => now - opened < youngerThan * 1000);
  return band === -1 ? bands.length - 1 : band;
};

/** The band of a watch that was opened then, and how often it is looked at, in seconds. */
export const cadenceAt = (opened: Instant, now: number): { readonly band: Band; readonly every: number } => {
  const band = bandOf(milliseconds(opened), now);
  return { band, every: everyOf(band) };
};

/** The bands that can hold a watch: those of the youngest and of all that are older. */
const active = (youngestWatch: Instant | null, now: number): readonly Band[] => {
  const first = youngestWatch === null ? 0 : bandOf(milliseconds(youngestWatch), now);
  return allBands.filter((band) => band >= first);
};

const everyOf = (band: Band): number => bands[band]?.every ?? day;

const nextOf = (askedAt: AskedAt, band: Band, now: number): number => {
  const asked = askedAt[band] ?? null;
  return asked === null ? now : milliseconds(asked) + everyOf(band) * 1000;
};

type Asked = { readonly youngestWatch: Instant | null; readonly askedAt: AskedAt };

/** The bands to ask for now. */
export const dueBands = ({ youngestWatch, askedAt }: Asked, now: number): readonly Band[] =>
  active(youngestWatch, now).filter((band) => nextOf(askedAt, band, now) <= now + everyOf(band) * early * 1000);

/** Nothing ends later than this, however clocks differ. */
const farAhead = Date.UTC(9999, 0);

/** The time in which a band's watches end, from (inclusive) and to (exclusive), in milliseconds. */
const endsOf = (band: Band, now: number): readonly [from: number, to: number] => {
  const endAtAge = (age: number): number => now + (seconds.watch - age) * 1000 + 1;
  const [oldest, youngest] = [bands[band]?.youngerThan, bands[band - 1]?.youngerThan];
  return [endAtAge(oldest ?? seconds.watch), youngest === undefined ? farAhead : endAtAge(youngest)];
};

/** Those that end within a day are read by every sweep, so that no last look is missed. */
export const endingSoon = (now: number): readonly [from: number, to: number] => [now, now + day * 1000];

/** In which times the watches of these bands end, the oldest first. */
export const rangesOf = (due: readonly Band[], now: number): readonly (readonly [from: number, to: number])[] =>
  due.map((band) => endsOf(band, now)).toReversed();

/** Whether this watch is asked about now: its band is due, or it is its last hour. */
export const isAsked = (watch: WatchRow, due: readonly Band[], now: number): boolean =>
  due.includes(bandOf(openedAt(watch), now)) || endOfWatch(watch) - now <= lastHour * 1000;

const youngestOf = (watches: readonly WatchRow[]): Instant | null =>
  watches.length === 0 ? null : instant(watches.reduce((latest, watch) => Math.max(latest, openedAt(watch)), 0));

/**
 * When the youngest watch was opened, now that all of these bands were read. Null = there is none at all; `unknown` = none is
 * where the youngest was, and the older bands were not all read.
 */
export const youngestNow = (
  { youngestWatch }: Asked,
  read: readonly WatchRow[],
  bands: readonly Band[],
  now: number,
): Instant | null | 'unknown' => {
  const inPlay = active(youngestWatch, now);
  if (inPlay.every((band) => bands.includes(band))) return youngestOf(read);
  const [first = 0] = inPlay;
  if (!bands.includes(first)) return youngestWatch;
  return youngestOf(read.filter((watch) => bandOf(openedAt(watch), now) === first)) ?? 'unknown';
};

/** When to look again, after these watches were read and these bands asked for. */
export const nextLook = (asked: Asked, watches: readonly WatchRow[], now: number): Instant => {
  const regular = Math.min(...active(asked.youngestWatch, now).map((band) => nextOf(asked.askedAt, band, now)));
  const extra = watches
    .filter((watch) => regular < endOfWatch(watch) - lastHour * 1000 || regular > endOfWatch(watch) - tooClose * 1000)
    .map((watch) => endOfWatch(watch) - lastLook * 1000)
    .filter((at) => at > now);
  return instant(Math.min(regular, ...extra));
};
