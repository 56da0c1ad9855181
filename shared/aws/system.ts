import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Clock, NewId, RandomBytes } from '../domain/ports.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

export const newId: NewId = () => randomUUID();

export const secureBytes: RandomBytes = (count) => randomBytes(count);
