import type { Clock } from '../domain/ports.ts';
import type { FindVerdict, OpenOrder, SubmitVerdict, TrackVerdict, VerifyVerdict } from '../domain/verdicts.ts';
import type { DistributorSlug, Mode, OrderToPlace, ShippingMethod } from '../domain/words.ts';

/** How long a field may be, in characters: 0 = this distributor has no place for it, null = no limit is known. */
export type Limits = {
  readonly poNumber: number | null;
  readonly name: number | null;
  readonly company: number | null;
  readonly line1: number | null;
  readonly line2: number | null;
  readonly city: number | null;
  readonly state: number | null;
  readonly postalCode: number | null;
  readonly country: number | null;
  readonly phone: number | null;
};

/** A field of a credential set. */
export type CredentialField = { readonly name: string; readonly label: string; readonly secret: boolean };

/** A credential set: every field of the distributor's `credentials`, none empty. */
export type Credentials = Readonly<Record<string, string>>;

/** What a distributor is, without asking it. */
export type Profile = {
  readonly slug: DistributorSlug;
  readonly name: string;
  readonly status: 'active' | 'retired';
  /** The last day on which it takes orders, `YYYY-MM-DD`; null when none is known. */
  readonly sunset: string | null;
  /** Whom to ask about a cancellation: name and public site, never an invented number. */
  readonly contact: { readonly name: string; readonly site: string };
  readonly credentials: readonly CredentialField[];
  readonly limits: Limits;
  /** ISO 3166 alpha-2 codes of the countries that it can be sent; null = any. */
  readonly countries: readonly string[] | null;
  /** Characters that it takes in the address and PO number. `ascii` = printable ASCII only; `any` = any text. */
  readonly characters: 'ascii' | 'any';
  readonly shippingMethods: readonly ShippingMethod[];
  readonly offersTestMode: boolean;
  /** Whether a second request under the same number is safe after two proofs of absence. */
  readonly resend: boolean;
  /** How an order is found again: by its number, in a list of days, or only by sending it once more with duplicates forbidden. */
  readonly lookUp: 'by-number' | 'by-window' | 'by-resend';
  /** S: a request has shown its effect after this many seconds, or never will (assumption A1). */
  readonly settleSeconds: number;
  /** Hosts known from public sources; null = unknown, to be configured. */
  readonly hosts: Readonly<Record<Mode, string | null>>;
};

/** One account of a store, ready to be asked: its credentials, and a client that can reach no other host than this mode's. */
export type Account = { readonly mode: Mode; readonly credentials: Credentials; readonly client: Client };

/** A distributor: what it is and how to ask it. Every adapter has exactly this shape; nothing of theirs leaves its file. */
export type Distributor = {
  readonly profile: Profile;
  /** Places the order. Never throws: whatever goes wrong is a verdict. `resend` = this number may have been sent before. */
  submit(account: Account, order: OrderToPlace, options: { readonly resend: boolean }): Promise<SubmitVerdict>;
  /** Looks for the order by its number. Places nothing. At a distributor whose `lookUp` is `by-resend` it is never called and answers `no-answer`. */
  find(account: Account, order: OpenOrder, now: number): Promise<FindVerdict>;
  /** Asks for all these open orders of the account by the cheapest call there is. */
  track(account: Account, orders: readonly OpenOrder[], now: number): Promise<TrackVerdict>;
  /** Asks whether the credentials work, with a call that orders nothing. */
  verify(account: Account): Promise<VerifyVerdict>;
};

/** One request to a distributor. Whether it changes anything there is declared, never inferred from the method. */
export type DistributorRequest = {
  readonly effect: 'read' | 'write';
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the host's base path, without the query; percent-encoded by whoever builds it. */
  readonly path: string;
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
};

/** What came back; never an exception, and never the library's own error object, which would carry the URL. */
export type DistributorReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** The body parsed as JSON, or undefined when it is none. */
      readonly json: unknown;
      readonly text: string;
      /** Seconds, from `Retry-After` in either of its forms; null when absent or unreadable. */
      readonly retryAfterSeconds: number | null;
    }
  /** The connection was never made: certainly nothing was received. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** Sent, perhaps, and no whole answer: time limit, reset, too large an answer, a redirect. */
  | { readonly kind: 'lost'; readonly reason: string };

/** Makes requests to one host. Reads are repeated with backoff, writes never. */
export type Client = (request: DistributorRequest) => Promise<DistributorReply>;

/** What a client needs. `fetch` is a port: the network when deployed, a simulated distributor in the proof. */
export type ClientOptions = {
  /** Base URL; only this host and path are ever asked. */
  readonly host: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Between 0 and 1, for jitter. */
  readonly random: () => number;
};
