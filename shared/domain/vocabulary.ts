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

/** Times are kept as ISO 8601 in UTC with milliseconds, so that they sort as text. */
export type Instant = string;
export const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
export const milliseconds = (at: Instant): number => Date.parse(at);

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
