import type { Limits, Profile } from '../profile.ts';
import type { Address } from '../vocabulary.ts';
import { countries } from './countries.ts';
import { whyUnsendable } from './sendable.ts';

/** What is known of no distributor's limit is held to this many characters. */
const houseLimit = 60;

export type Misfit = {
  /** A JSON pointer (RFC 6901) into the submitted form. */
  readonly pointer: string;
  /** In characters; null when it is not the length that does not fit. */
  readonly limit: number | null;
  readonly length: number;
  readonly detail: string;
};

const addressFields = ['name', 'company', 'line1', 'line2', 'city', 'state', 'postalCode', 'country', 'phone'] as const;
type AddressField = (typeof addressFields)[number];

/** What a person may say to be left out. */
export const leavable = ['company', 'phone'] as const;
export type Leavable = (typeof leavable)[number];

/** Without these no parcel arrives: a person enters them in the dialog, or the webstore sends them. */
const needed: ReadonlyMap<AddressField, string> = new Map([
  ['name', 'a name'],
  ['line1', 'a street'],
  ['city', 'a city'],
  ['state', 'a state or province'],
  ['postalCode', 'a postal code'],
  ['country', 'a country'],
]);

/** What to do with what a distributor has no place for. */
const withoutPlace: ReadonlyMap<AddressField, string> = new Map([
  ['company', 'a company: have it left out (“leaveOut”), or write it into another line.'],
  ['line2', 'a second line: write it into the first.'],
  ['phone', 'a telephone number: leave it empty.'],
]);

/** Webstores hold names, three letters or small ones too: which country is meant is for a person to say. */
const noCountry = 'This is not a country in two capital letters, such as US: enter it so here, or in the webstore.';

const characters = (text: string): number => [...text].length;
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** The order's address as the dialog offers it: what this distributor has no place for is left out, and listed. */
export const offeredAddress = (
  address: Address,
  limits: Limits,
): { readonly shipTo: Address; readonly leftOut: readonly 'phone'[] } => {
  const shipTo = withoutPhone(address, limits);
  return { shipTo, leftOut: shipTo.phone === address.phone ? [] : ['phone'] };
};

/** The address without what a person said to be left out. */
export const without = (address: Address, leaveOut: readonly Leavable[]): Address => ({
  ...address,
  company: leaveOut.includes('company') ? null : address.company,
  phone: leaveOut.includes('phone') ? null : address.phone,
});

/** What stands in the address that was entered, and not in the one that is sent. */
export const leftOutOf = (entered: Address | null, sent: Address): Leavable[] =>
  leavable.filter((field) => entered !== null && entered[field] !== null && sent[field] === null);

/** Of what has no place only the telephone number is dropped by itself: a company is never lost unseen. */
export const withoutPhone = (address: Address, limits: Limits): Address =>
  limits.phone === 0 ? { ...address, phone: null } : address;

const misfit = (profile: Profile, field: AddressField, value: string): Misfit | null => {
  const pointer = `/shipTo/${field}`;
  const length = characters(value);
  if (field === 'country' && value !== '') {
    if (!countries.has(value)) return { pointer, limit: null, length, detail: noCountry };
    return profile.countries === null || profile.countries.includes(value)
      ? null
      : { pointer, limit: null, length, detail: `${profile.name} ships to ${profile.countries.join(', ')} only.` };
  }
  const limit = field === 'country' ? null : profile.limits[field];
  if (value === '' && limit !== 0 && needed.has(field)) {
    const detail = `${profile.name} needs ${needed.get(field)}: enter it here, or in the webstore.`;
    return { pointer, limit, length, detail };
  }
  if (value === '') return null;
  if (limit === 0) {
    return {
      pointer,
      limit,
      length,
      detail: `${profile.name} has no place for ${withoutPlace.get(field) ?? 'this: leave it empty.'}`,
    };
  }
  const unsendable = whyUnsendable(value);
  if (unsendable !== null) {
    return { pointer, limit: null, length, detail: `${unsendable}: enter it as one line here, or in the webstore.` };
  }
  if (length > (limit ?? houseLimit)) {
    const detail =
      limit === null
        ? `How much ${profile.name} takes here is not known, so we send at most ${houseLimit} characters; this is ${length}.`
        : `${profile.name} takes at most ${limit} characters here; this is ${length}.`;
    return { pointer, limit: limit ?? houseLimit, length, detail };
  }
  return profile.characters === 'ascii' && !isAscii(value)
    ? { pointer, limit: null, length, detail: `${profile.name} takes unaccented letters, digits and signs only.` }
    : null;
};

/** What does not fit this distributor; nothing is ever cut short. */
export const misfits = (profile: Profile, poNumber: string, shipTo: Address): readonly Misfit[] => {
  const most = profile.limits.poNumber;
  const length = characters(poNumber);
  const number: Misfit[] =
    most !== null && length > most
      ? [
          {
            pointer: '/poNumber',
            limit: most,
            length,
            detail: `${profile.name} takes PO numbers of at most ${most} characters; this is ${length}.`,
          },
        ]
      : [];
  const fields = addressFields.flatMap((field) => {
    const value = shipTo[field];
    const found = value === null ? null : misfit(profile, field, value);
    return found === null ? [] : [found];
  });
  return [...number, ...fields];
};
