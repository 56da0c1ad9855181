import { bucket } from '../domain/account-rules.ts';
import type { Clock } from '../domain/ports.ts';

/** The requests of one sweep: as many at once as the bucket holds, then one a turn. */
export const pacer = (clock: Clock): (() => Promise<void>) => {
  let free: number = bucket.burst;
  return async () => {
    free -= 1;
    if (free < 0) await clock.sleep(1000 / bucket.perSecond);
  };
};
