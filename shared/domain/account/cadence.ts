import { endOfWatch } from '../rows/keys.ts';
import { day, hour, minute, second } from '../time.ts';
import { seconds } from '../time-limits.ts';
import { type Instant, instant, milliseconds } from '../vocabulary.ts';
import type { AccountRow, Cursor, WatchRow } from './account.ts';

const watchTime = seconds.watch * second;

/**
 * How often to look for an order's tracking, by its age: often in the first three days and two weeks, daily later. In milliseconds.
 * A band reaches one look beyond its days, so that the first look in an older band comes no later than the younger band would have had it.
 */
export const bands = [
  { youngerThan: 3 * day + hour, every: hour },
  { youngerThan: 14 * day + 4 * hour, every: 4 * hour },
  { youngerThan: watchTime, every: day },
] as const;

/** A place in `bands`. */
export type Band = number;

export const allBands: readonly Band[] = bands.map((_, band) => band);

/** When each band was last asked for, in the order of `bands`; null = never, or not to be relied on. */
type AskedAt = readonly (Instant | null)[];
export const neverAsked: AskedAt = bands.map(() => null);

/** No band was begun and not finished. */
export const nowhereBegun: AccountRow['cursors'] = bands.map(() => null);

/** What one sweep looks at of a band, from where the last one ended. `next` = the first watch that it leaves; null = it leaves none. */
export type BandSlice = {
  readonly band: Band;
  readonly from: Cursor | null;
  readonly watches: readonly WatchRow[];
  readonly next: string | null;
};

/** The last look at a watch falls into its last hour: half an hour before its end, unless a regular look falls there anyhow. */
const lastHour = hour;
const lastLook = 30 * minute;
/** A regular look so shortly before the end could come too late: it is drawn forward. */
const tooClose = 5 * minute;

/** When a watch was opened: at acceptance, or when tracking was resumed. */
const openedAt = (watch: WatchRow): number => endOfWatch(watch) - watchTime;

const bandOf = (opened: number, now: number): Band => {
  const band = bands.findIndex(({ youngerThan }) => now - opened < youngerThan);
  return band === -1 ? bands.length - 1 : band;
};

/** The band of a watch that was opened then, and how often it is looked at, in milliseconds. */
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
  return asked === null ? now : milliseconds(asked) + everyOf(band);
};

type Asked = { readonly youngestWatch: Instant | null; readonly askedAt: AskedAt };

/**
 * The bands to ask for now. What would be due before half the time to the next regular sweep has gone is asked for with it: so
 * the bands, whenever they began, are soon asked for together.
 */
export const dueBands = ({ youngestWatch, askedAt }: Asked, now: number): readonly Band[] => {
  const inPlay = active(youngestWatch, now);
  const early = Math.min(...inPlay.map(everyOf)) / 2;
  return inPlay.filter((band) => nextOf(askedAt, band, now) <= now + early);
};

/** Nothing ends later than this, however clocks differ. */
const farAhead = Date.UTC(9999, 0);

/** The time in which a band's watches end, from (inclusive) and to (exclusive), in milliseconds. */
export const rangeOf = (band: Band, now: number): readonly [from: number, to: number] => {
  const endAtAge = (age: number): number => now + watchTime - age + 1;
  const [oldest, youngest] = [bands[band]?.youngerThan, bands[band - 1]?.youngerThan];
  return [endAtAge(oldest ?? watchTime), youngest === undefined ? farAhead : endAtAge(youngest)];
};

const isLastHour = (end: number, now: number): boolean => end - now <= lastHour;

/** Whether this watch is asked about by every sweep. */
export const isInLastHour = (watch: WatchRow, now: number): boolean => isLastHour(endOfWatch(watch), now);

const youngestOf = (watches: readonly WatchRow[]): Instant | null =>
  watches.length === 0 ? null : instant(watches.reduce((latest, watch) => Math.max(latest, openedAt(watch)), 0));

const isFinished = ({ next }: BandSlice): boolean => next === null;
const isWhole = (part: BandSlice): boolean => part.from === null && isFinished(part);

/**
 * When the youngest watch was opened, now that these parts were read; at the latest, where its band turned out to be empty. Null =
 * all that can hold one was read, and there is none.
 */
export const youngestNow = ({ youngestWatch }: Asked, parts: readonly BandSlice[], now: number): Instant | null => {
  const inPlay = active(youngestWatch, now);
  const [first = 0] = inPlay;
  const part = parts.find(({ band }) => band === first);
  if (part === undefined || !isFinished(part)) return youngestWatch;
  const found = youngestOf(part.watches);
  // What a sweep went on from, it has read before, and may be the youngest.
  if (found !== null || !isWhole(part)) return found ?? youngestWatch;
  const whole = parts.filter(isWhole);
  if (inPlay.every((band) => whole.some((each) => each.band === band)))
    return youngestOf(whole.flatMap(({ watches }) => watches));
  return instant(now - (bands[first]?.youngerThan ?? watchTime));
};

/** The watches whose last look may fall before the next regular sweep, whichever band they are in: every sweep reads them. */
export const endingSoon = (youngestWatch: Instant | null, now: number): readonly [from: number, to: number] => {
  const every = youngestWatch === null ? 0 : cadenceAt(youngestWatch, now).every;
  return [now, now + every + lastHour + tooClose];
};

/** When to look at a watch beside the regular look; null = that one does, or another comes before it. */
const extraLook = (end: number, regular: number): number | null => {
  if (regular > end) return end - lastLook;
  return regular > end - tooClose ? end - tooClose : null;
};

/** When to look again, after these watches were read, at `readAt`, and these bands asked for. */
export const nextLook = (asked: Asked, watches: readonly WatchRow[], readAt: number, now: number): Instant => {
  const regular = Math.min(...active(asked.youngestWatch, now).map((band) => nextOf(asked.askedAt, band, now)));
  const extra = watches
    .map(endOfWatch)
    .filter((end) => !isLastHour(end, readAt))
    .flatMap((end) => extraLook(end, regular) ?? []);
  return instant(Math.max(now, Math.min(regular, ...extra)));
};
