import * as v from 'valibot';
import { At } from './text.ts';

const Money = v.nullable(v.pipe(v.number(), v.minValue(0), v.description('In `currency`, such as 61.95.')));

/** Each member is null where this distributor does not tell, and all but `message` where nothing could be asked. */
export const OfferAnswer = v.object({
  available: v.pipe(
    v.nullable(v.number()),
    v.description('Pieces that are there for certain. Where the distributor caps what it tells, `message` says `25+`.'),
  ),
  backordered: v.nullable(v.number()),
  cost: v.pipe(Money, v.description('What the store pays for a piece, in `currency`.')),
  currency: v.nullable(v.literal('USD')),
  fee: v.pipe(Money, v.description('What the distributor takes for drop-shipping, in `currency`.')),
  dropShipAllowed: v.nullable(v.boolean()),
  asOf: v.pipe(v.nullable(At), v.description('When the distributor answered.')),
  message: v.pipe(
    v.nullable(v.string()),
    v.description('A sentence for a person: what the numbers do not say, or why there are none.'),
  ),
});
