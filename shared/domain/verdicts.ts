import * as v from 'valibot';
import type { Instant, RefusalCode } from './vocabulary.ts';

/**
 * Words of a distributor, made safe to show: at most 500 characters, no markup, the account's credentials `[redacted]`. Only what has
 * made them so (`redaction`), or a sentence of ours, may be called that.
 */
const SafeText = v.pipe(v.string(), v.brand('SafeText'));
export type SafeText = v.InferOutput<typeof SafeText>;
export const safeText = (words: string): SafeText => v.parse(SafeText, words);

/** Nothing happened, and why: ask again, not before `retryAfterSeconds` where it is known. */
export type NotTaken = {
  readonly verdict: 'not-taken';
  /** `rate-limited` pauses the account; `unreachable`: no request was ever sent; `unavailable`: it failed before the call that commits. */
  readonly reason: 'rate-limited' | 'unreachable' | 'unavailable';
  /** As the distributor said it, in seconds; null when it did not. Not yet held to any bounds. */
  readonly retryAfterSeconds: number | null;
  /** The call that orders was not made: nothing can have come of it. */
  readonly before?: true;
};

/** The distributor holds the order, whole, with these of its own order numbers (one at least). */
export type Accepted = {
  readonly verdict: 'accepted';
  readonly orderNumbers: readonly [string, ...string[]];
  /** What a read beside it was told, which the whole account obeys. */
  readonly aside?: NotTaken | CredentialsRefused;
};

/** A definite no: nothing was ordered. Structure decides that it is one; words only choose the code. */
export type Refused = {
  readonly verdict: 'refused';
  readonly code: RefusalCode;
  readonly message: SafeText;
  /** The call that orders was not made: nothing can have come of it. */
  readonly before?: true;
};

/** The distributor holds something under our number that is not quite what we asked: a person has to look. */
export type AcceptedButDifferent = {
  readonly verdict: 'accepted-but-different';
  readonly orderNumbers: readonly [string, ...string[]];
  /** What differs, as a sentence. */
  readonly message: SafeText;
  /** What a read beside it was told, which the whole account obeys. */
  readonly aside?: NotTaken | CredentialsRefused;
};

/** Perhaps placed, perhaps not: only a look-up tells. */
export type Unknown = {
  readonly verdict: 'unknown';
  readonly reason: SafeText;
  /** What the distributor said, where it said something that is neither yes nor no. */
  readonly words?: SafeText;
};

/** What came of one submit. */
export type SubmitVerdict = Accepted | Refused | AcceptedButDifferent | NotTaken | Unknown;

/** A read brought no answer that proves anything. */
export type NoAnswer = { readonly verdict: 'no-answer'; readonly reason: SafeText };

/** The credentials were refused (at a read, or at a submit that certainly ordered nothing). */
export type CredentialsRefused = { readonly verdict: 'credentials-refused'; readonly message: SafeText };

/** Proven: every sign of the profile's `absence` was there. */
type Absent = { readonly verdict: 'absent' };

/** There is an order under our number, but it does not hold our part. */
export type SomeoneElses = { readonly verdict: 'someone-elses'; readonly message: SafeText };

/** What came of looking for an order by its PO number. */
export type FindVerdict =
  | Accepted
  | AcceptedButDifferent
  | Absent
  | SomeoneElses
  | NotTaken
  | CredentialsRefused
  | NoAnswer;

/** One parcel, as the distributor tells of it: its number, taken out of whatever it was wrapped in. */
export type Parcel = {
  readonly trackingNumber: string;
  /** The distributor's own word for who carries it, or null; see `carrierOf` for what it counts. */
  readonly carrierHint: string | null;
  readonly shippedAt: Instant | null;
  /** Pieces of our part in it; null when the distributor does not say. */
  readonly quantity: number | null;
};

/** A purchase order that is still looked up. */
export type OpenOrder = {
  readonly poNumber: string;
  readonly orderNumbers: readonly string[];
  readonly partNumber: string;
  readonly quantity: number;
  /** When the attempt began, so that a distributor that lists by date can be asked for the right days. */
  readonly submittedAt: Instant;
  /** When it was accepted: by a person's word perhaps long after, and placed on any day between. Left out: not known. */
  readonly acceptedAt?: Instant | null | undefined;
  /** Where it goes, to tell another's order from ours where the distributor names it; left out or null: not compared. */
  readonly postalCode?: string | null;
};

/** What a distributor tells of one open order. An order that it did not speak of is simply not among the answers. */
export type Tracked = {
  readonly poNumber: string;
  /** Every parcel that is known now, over all warehouses and order numbers. */
  readonly parcels: readonly Parcel[];
  /** True only when the distributor says that nothing more will come, or counts as many pieces as were ordered. */
  readonly complete: boolean;
  /** Set when the order under our number does not hold our part: nothing of it may be applied. */
  readonly someoneElses: SafeText | null;
  /** Where it goes, where the distributor tells: compared with what was sent, and kept nowhere. */
  readonly postalCode?: string;
  /** What stands where tracking numbers stand and is none. Left out = nothing. */
  readonly remarks?: readonly Remark[];
  /** A part of the answer, or all of it, could not be read, or did not show the order: a parcel may only be unread. Left out = no. */
  readonly isPartial?: boolean;
};

/**
 * A text in a tracking field that is no tracking number; `isUnread`: it may hold one that could not be read; `isStatus`: it stands
 * elsewhere, and says that nothing will come of the order.
 */
export type Remark = { readonly text: SafeText; readonly isUnread: boolean; readonly isStatus?: true };

/**
 * What came of a sweep over one account. `rest` = the orders that were not asked about this time (the sweep was cut short);
 * `unreadable` = those that were, and whose answer could not be read; `missing` = those that a whole answer does not show, although
 * the distributor has accepted them; `pause` = the rate limit that cut it short, which the whole account obeys.
 */
export type TrackVerdict =
  | {
      readonly verdict: 'tracked';
      readonly orders: readonly Tracked[];
      readonly rest: readonly OpenOrder[];
      readonly unreadable: readonly OpenOrder[];
      readonly missing: readonly OpenOrder[];
      readonly pause: NotTaken | null;
    }
  | NotTaken
  | CredentialsRefused
  | NoAnswer;

/** What a distributor tells of a part before anything is ordered; each is null where it does not tell. */
export type Offer = {
  /** Pieces that are there for certain; where the distributor caps what it tells, there may be more. */
  readonly available: number | null;
  readonly backordered: number | null;
  /** What the store pays for a piece, and for the service of drop-shipping an order: cents of a US dollar. */
  readonly cost: number | null;
  readonly fee: number | null;
  readonly dropShipAllowed: boolean | null;
  /** What the numbers do not say: levels that are capped (`25+`), a part that is not listed. */
  readonly message: SafeText | null;
};

/** What came of asking for a part's stock and price. */
export type QuoteVerdict =
  | { readonly verdict: 'quoted'; readonly offer: Offer }
  | CredentialsRefused
  | NotTaken
  | NoAnswer;

/** What came of asking whether credentials work. */
export type VerifyVerdict = { readonly verdict: 'ok' } | CredentialsRefused | NotTaken | NoAnswer;
