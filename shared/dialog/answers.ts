import * as v from 'valibot';

const words = v.nullish(v.string(), null);
const count = v.nullish(v.number(), null);
const amount = v.nullish(v.union([v.number(), v.string()]), null);
const strings = v.nullish(v.array(v.string()), () => []);

export const addressFields = [
  ['name', 'Name'],
  ['company', 'Company'],
  ['line1', 'Address'],
  ['line2', 'Address, second line'],
  ['city', 'City'],
  ['state', 'State'],
  ['postalCode', 'Postal code'],
  ['country', 'Country'],
  ['phone', 'Telephone'],
] as const;
const addressNames = addressFields.map(([name]) => name);
export type AddressField = (typeof addressFields)[number][0];

const Check = v.object({ passed: v.boolean(), message: v.string() });
export type Check = v.InferOutput<typeof Check>;

const Contact = v.object({ name: words, site: words, phone: words });
export type Contact = v.InferOutput<typeof Contact>;

/**
 * What the dialog reads of the answers of the contract (`GET /v1/openapi.json`): what it cannot show without is required, no more. An event
 * carries the whole of what was answered.
 */
export const PurchaseOrder = v.looseObject({
  poNumber: v.string(),
  mode: v.string(),
  status: v.string(),
  attention: v.nullish(v.object({ whatToDo: v.string(), contact: v.nullish(Contact, null) }), null),
  distributorOrderNumbers: strings,
  trackUntil: words,
  nextLookAt: words,
  shipments: v.nullish(v.array(v.object({ carrier: words, trackingNumber: v.string(), trackingUrl: words })), () => []),
});
export type PurchaseOrder = v.InferOutput<typeof PurchaseOrder>;

const Misfit = v.object({ pointer: v.string(), limit: count, detail: v.string() });
export type Misfit = v.InferOutput<typeof Misfit>;

const Alternative = v.object({
  distributor: v.string(),
  name: v.string(),
  partNumber: v.string(),
  mode: v.string(),
  eligible: v.boolean(),
  failed: strings,
});
export type Alternative = v.InferOutput<typeof Alternative>;

export const Dialog = v.object({
  eligible: v.boolean(),
  distributor: words,
  name: words,
  partNumber: words,
  mode: v.string(),
  warning: words,
  contact: v.nullish(Contact, null),
  item: v.nullish(v.object({ title: words, sku: words, quantity: count }), null),
  checks: v.array(Check),
  form: v.object({
    poNumber: v.string(),
    shipTo: v.nullish(v.object(v.entriesFromList(addressNames, words)), null),
    shippingMethod: words,
    shippingMethods: strings,
  }),
  limits: v.nullish(v.object(v.entriesFromList([...addressNames, 'poNumber'], count)), null),
  misfits: v.nullish(v.array(Misfit), () => []),
  alternatives: v.nullish(v.array(Alternative), () => []),
  lastRejection: v.nullish(v.object({ distributorMessage: words, poNumber: v.string() }), null),
  purchaseOrder: v.nullish(PurchaseOrder, null),
  testPurchaseOrder: v.nullish(PurchaseOrder, null),
});
export type Dialog = v.InferOutput<typeof Dialog>;

export const Offer = v.object({
  available: v.nullable(v.number()),
  cost: amount,
  currency: words,
  fee: amount,
  dropShipAllowed: v.nullish(v.boolean(), null),
  message: words,
});
export type Offer = v.InferOutput<typeof Offer>;

/** An error of the service (RFC 9457), with the extra members that the dialog shows. */
export const Problem = v.looseObject({
  type: v.pipe(v.string(), v.startsWith('urn:problem:')),
  status: v.optional(v.number()),
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
  distributorMessage: v.optional(words),
  by: v.fallback(v.optional(v.picklist(['distributor', 'store', 'service'])), 'distributor'),
  suggested: v.optional(v.string()),
  errors: v.optional(v.array(Misfit)),
  checks: v.optional(v.array(Check)),
  purchaseOrder: v.optional(PurchaseOrder),
});
export type Problem = v.InferOutput<typeof Problem>;

/** What a person sees and may change before submitting. */
export type Form = { readonly poNumber: string; readonly shippingMethod: string | null } & Readonly<
  Record<AddressField, string>
>;
