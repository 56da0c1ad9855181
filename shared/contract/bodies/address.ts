import * as v from 'valibot';
import { AddressParts } from '../../domain/order/order.ts';
import { fields } from '../fields.ts';
import { countries } from './countries.ts';
import { optional, text } from './text.ts';

const Country = v.pipe(
  v.string(),
  v.check(
    (input) => countries.has(input),
    'Must be a country in two capital letters (ISO 3166-1 alpha-2), such as US.',
  ),
  v.metadata({ pattern: '^[A-Z]{2}$' }),
);

const address = (most: number) =>
  fields({
    name: text(most),
    company: optional(text(most)),
    line1: text(most),
    line2: optional(text(most)),
    city: text(most),
    state: text(most),
    postalCode: text(most),
    country: Country,
    phone: optional(text(most)),
  });

/** An order's address: no field has more than the house limit. */
export const Address = address(60);

/** An address entered in the dialog: longer than the house limit does not fit (422), so that the answer can name the limit. */
export const EnteredAddress = address(200);

/** An address in an answer: as it is kept. */
export const AddressAnswer = AddressParts;
