import type { DistributorSlug, Mode, ShippingMethod } from './vocabulary.ts';

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
type CredentialField = { readonly name: string; readonly label: string; readonly secret: boolean };

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
  /**
   * What proves together that it does not hold a number: its own "no such order", and a list of the days that was read to its end
   * without it. Something in between can say the first alone; empty = nothing can prove it.
   */
  readonly absence: readonly ('not-found' | 'not-listed')[];
  /** A sentence for the dialog where its life is in doubt; null = nothing is known against it. */
  readonly warning: string | null;
  /** S: a request has shown its effect after this many seconds, or never will (assumption A1). */
  readonly settleSeconds: number;
  /** Hosts known from public sources; null = unknown, to be configured. */
  readonly hosts: Readonly<Record<Mode, string | null>>;
};
