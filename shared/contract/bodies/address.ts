import * as v from 'valibot';
import { countries } from '../../domain/order/countries.ts';
import { AddressParts } from '../../domain/order/order.ts';
import { fields } from '../fields.ts';
import { heldOptional, heldText, optionalText, text, textOrEmpty } from './text.ts';

const Country = v.pipe(
  v.string(),
  v.check(
    (input) => countries.has(input),
    'Must be a country in two capital letters (ISO 3166-1 alpha-2), such as US.',
  ),
  v.metadata({ pattern: '^[A-Z]{2}$' }),
);

/** The longest that a webstore's field may be: whether a distributor takes it is judged in the dialog and at submit. */
const most = 200;

/** An order's address as the webstore holds it: null is empty. */
export const Address = fields({
  company: heldOptional(most),
  line2: heldOptional(most),
  phone: heldOptional(most),
  name: heldText(most),
  line1: heldText(most),
  city: heldText(most),
  state: heldText(most),
  postalCode: heldText(most),
  country: v.pipe(
    heldText(most),
    v.description(
      'Country in two capital letters (ISO 3166-1 alpha-2). Whatever else you hold is taken in, and has to be mended in the dialog before anything is sent.',
    ),
  ),
});

/** An address entered in the dialog: what a distributor does not take is answered with 422, so that the answer can name the limit. */
export const EnteredAddress = fields({
  company: optionalText(most),
  line2: optionalText(most),
  phone: optionalText(most),
  name: text(most),
  line1: text(most),
  city: text(most),
  state: textOrEmpty(most),
  postalCode: textOrEmpty(most),
  country: Country,
});

/** An address in an answer: as it is kept. */
export const AddressAnswer = AddressParts;
