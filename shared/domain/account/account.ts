import * as v from 'valibot';
import { RowParts, storedObject } from '../ports/table.ts';
import { DistributorSlug, Instant, Mode } from '../vocabulary.ts';

/** Why nobody asks with these credentials any more; it holds only while `credentialVersion` is the current one. */
const Stop = storedObject({ credentialVersion: v.string(), at: Instant, message: v.string() });

const Cursor = storedObject({ since: Instant, next: v.string() });
export type Cursor = v.InferOutput<typeof Cursor>;

/** An account's schedule: apart from its credentials, and never deleted with them. */
export const AccountRow = storedObject({
  ...RowParts,
  storeId: v.string(),
  distributor: DistributorSlug,
  mode: Mode,
  /** Nobody asks before this. A new pause never shortens an older one. */
  pausedUntil: v.nullable(Instant),
  stopped: v.nullable(Stop),
  /** The leaky bucket: tokens left at that moment; one a second, five at most. */
  bucket: storedObject({ tokens: v.number(), at: Instant }),
  /** When the youngest open watch was accepted: its age decides the cadence. Null = there may be none. */
  youngestWatch: v.nullable(Instant),
  /** Grows with every watch that is opened, so that a sweep sees that one came while it ran. */
  watchesOpened: v.number(),
  /** When each band of ages (`cadence.ts`) was last asked for, whole. */
  askedAt: v.array(v.nullable(Instant)),
  /** Of each band that a sweep has begun and not finished: since when it is asked for, and with which watch to go on. */
  cursors: v.array(v.nullable(Cursor)),
  /** Sweeps that failed in a row: a distributor that is down is asked less and less often. */
  failures: v.number(),
  lastSweptAt: v.nullable(Instant),
  /** How long its longest sweep of late took, in milliseconds, and when: it is swept with others that take as long. */
  longest: storedObject({ took: v.number(), at: Instant }),
  /** Somebody sweeps it, until then at the longest: nobody else does meanwhile. */
  sweepingUntil: v.nullable(Instant),
});
export type AccountRow = v.InferOutput<typeof AccountRow>;

export type Bucket = AccountRow['bucket'];

/** A purchase order that is still looked up. `expiresAt` is the cutoff: six weeks after acceptance, half-open. Small, since every sweep reads it. */
export const WatchRow = storedObject({
  ...RowParts,
  poNumber: v.string(),
  orderNumbers: v.array(v.string()),
  partNumber: v.string(),
  quantity: v.number(),
  submittedAt: Instant,
  acceptedAt: v.optional(v.nullable(Instant)),
  /** A fingerprint of what the distributor last told of it: the same again means that nothing is written. */
  seen: v.nullable(v.string()),
});
export type WatchRow = v.InferOutput<typeof WatchRow>;
