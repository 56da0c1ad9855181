import * as v from 'valibot';
import { countries } from '../../domain/order/countries.ts';
import { AddressParts } from '../../domain/order/order.ts';
import { fields } from '../fields.ts';
import { type Excess, heldOptional, heldText, optionalText, text, textOrEmpty } from './text.ts';

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
export const heldAddress = (excess: Excess) =>
  fields({
    company: heldOptional(most, excess),
    line2: heldOptional(most, excess),
    phone: heldOptional(most, excess),
    name: heldText(most, excess),
    line1: heldText(most, excess),
    city: heldText(most, excess),
    state: heldText(most, excess),
    postalCode: heldText(most, excess),
    country: heldText(most, excess),
  });
export const Address = v.pipe(
  heldAddress('cut'),
  v.description(
    'As you hold it. A text of more than 200 characters, or of invisible ones only, is refused where the order is New; of any other order it is taken in, and cut.',
  ),
);

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
