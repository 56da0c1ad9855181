import * as v from 'valibot';

/** The four distributors, in the order in which they are shown. */
export const distributorSlugs = ['parts-unlimited', 'wps', 'tucker-rocky', 'automatic'] as const;
export const DistributorSlug = v.picklist(distributorSlugs);
export type DistributorSlug = v.InferOutput<typeof DistributorSlug>;

/** A thing for every distributor. With `distributorSlugs` the only place that names them all for the whole service. */
export const forEachDistributor = <T>(of: (slug: DistributorSlug) => T): Record<DistributorSlug, T> => ({
  'parts-unlimited': of('parts-unlimited'),
  wps: of('wps'),
  'tucker-rocky': of('tucker-rocky'),
  automatic: of('automatic'),
});

/** `live` buys; `test` can never reach a live host, a live credential or a customer's mailbox. */
export const Mode = v.picklist(['live', 'test']);
export type Mode = v.InferOutput<typeof Mode>;

/** Why a distributor said no, in our words. */
export const RefusalCode = v.picklist([
  'bad-credentials',
  'unknown-part',
  'out-of-stock',
  'payment',
  'bad-address',
  'duplicate-po',
  'not-allowed',
  'other',
]);
export type RefusalCode = v.InferOutput<typeof RefusalCode>;

/** A time in ISO 8601, in UTC and with milliseconds, so that times sort as text. Made by `instant`, read from a row by the schema. */
export type Instant = `${number}-${number}-${number}T${number}:${number}:${number}.${number}Z`;
const isInstant = (input: string): input is Instant => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(input);
const asWritten = 'A time as the service writes it: 2026-11-20T17:03:00.000Z.';
export const Instant = v.pipe(v.string(), v.guard(isInstant, asWritten));

/** The time at this number of milliseconds since the epoch. Throws where no year of four digits holds it. */
export const instant = (milliseconds: number): Instant => {
  const written = new Date(milliseconds).toISOString();
  if (!isInstant(written)) throw new RangeError(asWritten);
  return written;
};
export const milliseconds = (at: Instant): number => Date.parse(at);

/** A time as another service writes it, with its offset. */
export const InstantOfOthers = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((written) => instant(Date.parse(written))),
);

/** Where a parcel goes: exactly what a person entered, never cut, padded or changed. */
export type Address = {
  readonly name: string;
  readonly company: string | null;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly phone: string | null;
};

/** Everything that one attempt sends. Frozen when the item is claimed. */
export type OrderToPlace = {
  readonly poNumber: string;
  readonly partNumber: string;
  readonly quantity: number;
  readonly shipTo: Address;
  readonly shippingMethod: ShippingMethod;
};

/** How fast: `ground` everywhere; the others where a distributor's own word for it is known. */
export const ShippingMethod = v.picklist(['ground', 'second-day', 'next-day']);
export type ShippingMethod = v.InferOutput<typeof ShippingMethod>;
