import type * as v from 'valibot';
import type { Clock } from '../domain/ports/ports.ts';
import type { Credentials, Profile } from '../domain/profile.ts';
import type {
  FindVerdict,
  OpenOrder,
  QuoteVerdict,
  SubmitVerdict,
  TrackVerdict,
  VerifyVerdict,
} from '../domain/verdicts.ts';
import type { DistributorSlug, Mode, OrderToPlace } from '../domain/vocabulary.ts';

/** One account of a store, ready to be asked: its credentials, and a client that can reach no other host than this mode's. */
export type OpenedAccount = { readonly mode: Mode; readonly credentials: Credentials; readonly client: Client };

/** Whether what a distributor shows under a number, with these numbers of its own, is another of our orders at the same account. */
export type IsAnothers = (poNumber: string, orderNumbers: readonly (string | null)[]) => Promise<boolean>;

/** A distributor: what it is and how to ask it. */
export type Distributor = {
  readonly profile: Profile;
  /** Places the order. Never throws: whatever goes wrong is a verdict. `resend` = this number may have been sent before. */
  submit(account: OpenedAccount, order: OrderToPlace, options: { readonly resend: boolean }): Promise<SubmitVerdict>;
  /**
   * Looks for the order by its number. Places nothing. At a distributor whose `lookUp` is `by-resend` it is never called and answers
   * `no-answer`. What is under a number of which `isAnothers` says so is not taken for it; left out: of none.
   */
  find(account: OpenedAccount, order: OpenOrder, now: number, isAnothers?: IsAnothers): Promise<FindVerdict>;
  /** Asks for all these open orders of the account by the cheapest call there is. */
  track(account: OpenedAccount, orders: readonly OpenOrder[], now: number): Promise<TrackVerdict>;
  /** Asks whether the credentials work, with a call that orders nothing. */
  verify(account: OpenedAccount, now: number): Promise<VerifyVerdict>;
  /** Asks for the stock and price of a part, by its own call for that. Orders nothing, and sends nobody's address. */
  quote(account: OpenedAccount, part: Pick<OrderToPlace, 'partNumber' | 'quantity'>): Promise<QuoteVerdict>;
};

/** What a distributor is asked. */
export type DistributorCall = Exclude<keyof Distributor, 'profile'>;

/** One call, of all of them. */
export type Calls<Call extends DistributorCall> = Readonly<Record<DistributorSlug, Distributor[Call]>>;

/** All of them, for who asks no more than this. */
export type Distributors<Call extends DistributorCall = DistributorCall> = Readonly<
  Record<DistributorSlug, Pick<Distributor, 'profile' | Call>>
>;

/** The same with what its answers are read by. Every adapter has exactly this shape; nothing of theirs leaves its file. */
export type Adapter = Distributor & {
  /** What is looked for in a good answer to one of its reads, for who compares it with a real one; null = nothing. */
  expectedOf(request: DistributorRequest): v.GenericSchema | null;
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
  /** False for a read whose answer to slowness is a smaller question, not the same one again. Left out: true. */
  readonly repeatWhenSlow?: boolean;
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
      /** Something in between had kept it: it proves no absence. Left out = no. */
      readonly isFromCache?: true;
      /** Something in between may have kept it: that is enough to doubt an absence. Left out = no. */
      readonly mayBeFromCache?: true;
      /** What its headers tell of a list, as the fields around one do. Left out = nothing. */
      readonly listHeaders?: readonly (readonly [name: string, value: unknown])[];
    }
  /** The connection was never made, or never tried: certainly nothing was received. */
  | { readonly kind: 'not-sent'; readonly reason: 'no-connection' | 'no-time-left' | 'not-sendable' }
  /** Sent, perhaps, and no whole answer. `cut-short`: the connection ended before or within the answer. */
  | { readonly kind: 'lost'; readonly reason: 'too-slow' | 'too-large' | 'cut-short' | 'redirect' };

/** Makes requests to one host. Reads are repeated with backoff, writes never. */
export type Client = (request: DistributorRequest) => Promise<DistributorReply>;

/** What a client needs. `fetch` is a port: the network when deployed, a simulated distributor in the proof. */
export type ClientOptions = {
  /** Base URL; only this host and path are ever asked. */
  readonly host: string;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** Between 0 and 1, for jitter. */
  readonly random: () => number;
  /** Milliseconds since the epoch: no request begins that could outlast it. Left out: none. */
  readonly deadline?: number;
  /** From this time on no request is begun; asked before each. */
  readonly askUntil?: () => number;
  /** Somebody waits: a request may begin, and is cut off at the deadline; none is repeated. */
  readonly cutAtDeadline?: boolean;
  /** Waited for before every request, so that many of them keep to a rate. Left out: none. */
  readonly pace?: () => Promise<void>;
};
