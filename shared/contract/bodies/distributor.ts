import * as v from 'valibot';
import { DistributorSlug, Mode, ShippingMethod } from '../../domain/vocabulary.ts';
import { fields } from '../fields.ts';
import { At } from './text.ts';

/** Goes into a header or a query: printable ASCII, and a pasted blank at either end would only be refused by the distributor. */
const Credential = v.pipe(
  v.string(),
  v.maxLength(200, 'Must have at most 200 characters.'),
  v.regex(/^([!-~]([ -~]*[!-~])?)?$/, 'Must be printable ASCII without blanks at its ends.'),
);

/** Every field that any distributor has; which of them are this one's is its profile's to say. A set may be incomplete. */
const CredentialSetBody = fields({
  dealerNumber: v.nullish(Credential),
  customerNumber: v.nullish(Credential),
  apiKey: v.nullish(Credential),
  apiToken: v.nullish(Credential),
});
export type CredentialSetBody = v.InferOutput<typeof CredentialSetBody>;

/**
 * A set that is left out is kept, null removes it, and one that is given takes the place of what was there. Where there are no
 * settings yet, `testMode` has to be said: nobody orders live by leaving it out.
 */
export const DistributorBody = fields({
  testMode: v.optional(v.boolean()),
  live: v.nullish(CredentialSetBody),
  test: v.nullish(CredentialSetBody),
});

const Limit = v.pipe(v.nullable(v.number()), v.description('0 = has no place for it; null = no limit is known.'));

/** How long a field may be. */
export const LimitsAnswer = v.object({
  poNumber: Limit,
  name: Limit,
  company: Limit,
  line1: Limit,
  line2: Limit,
  city: Limit,
  state: Limit,
  postalCode: Limit,
  country: Limit,
  phone: Limit,
});

const Shown = v.nullable(v.record(v.string(), v.string()));

/** Whom to ask at a distributor. */
export const ContactAnswer = v.object({ name: v.string(), site: v.string() });

export const DistributorAnswer = v.object({
  distributor: DistributorSlug,
  name: v.string(),
  configured: v.boolean(),
  mode: Mode,
  credentials: v.object({ live: Shown, test: Shown }),
  capabilities: v.object({
    status: v.picklist(['active', 'retired']),
    sunset: v.nullable(v.string()),
    testMode: v.boolean(),
    shippingMethods: v.array(ShippingMethod),
    countries: v.nullable(v.array(v.string())),
    characters: v.picklist(['ascii', 'any']),
    limits: LimitsAnswer,
    credentialFields: v.array(v.object({ name: v.string(), label: v.string(), secret: v.boolean() })),
  }),
  contact: ContactAnswer,
  stopped: v.nullable(v.object({ at: At, message: v.string() })),
  pausedUntil: v.nullable(At),
});

export const DistributorsAnswer = v.array(DistributorAnswer);

export const VerifyAnswer = v.object({ ok: v.literal(true) });
