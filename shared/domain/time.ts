import { type Instant, instant } from './vocabulary.ts';

/** Lengths of time, in milliseconds: the one unit of time; seconds stand only where an interface wants them, and then in the name. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** This many seconds after `now` (milliseconds since the epoch). */
export const addSeconds = (now: number, inSeconds: number): Instant => instant(now + inSeconds * second);

/** A time for a person to read: 2026-11-23 12:05 UTC. */
export const minuteInUtc = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** The later of two times; the second where the first is none. */
export const later = (a: Instant | null, b: Instant): Instant => (a !== null && a > b ? a : b);

/** The earlier of two times; the second where the first is none. */
export const earlier = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a < b ? a : b);
