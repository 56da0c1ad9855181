import type { Bucket } from '../domain/account/account.ts';
import { bucket, takeToken } from '../domain/account/account-rules.ts';
import type { Clock } from '../domain/ports/ports.ts';
import { instant, milliseconds } from '../domain/vocabulary.ts';

/** The requests of one sweep: each waits for a token of its account's bucket, and takes it. */
export type Pacer = {
  readonly turn: () => Promise<void>;
  /** A token was reserved, and this is what that has left. */
  readonly reserved: (left: Bucket) => void;
  readonly left: () => Bucket;
};

/** Until something is reserved, the bucket is taken for full. */
export const pacer = (clock: Clock): Pacer => {
  let left: Bucket = { tokens: bucket.burst, at: instant(clock.now()) };
  let inHand = false;
  return {
    async turn() {
      if (inHand) {
        inHand = false;
        return;
      }
      for (let taken = takeToken(left, clock.now()); ; taken = takeToken(left, clock.now())) {
        if (taken.granted) {
          left = taken.bucket;
          return;
        }
        await clock.sleep(Math.max(1, milliseconds(taken.at) - clock.now()));
      }
    },
    reserved(now) {
      left = now;
      inHand = true;
    },
    left: () => left,
  };
};
