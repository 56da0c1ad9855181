import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Clock, NewId, RandomBytes } from '../domain/ports/ports.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

/** 128 bits, in 22 characters. */
export const newId: NewId = () => randomBytes(16).toString('base64url');

export const secureBytes: RandomBytes = (count) => randomBytes(count);
