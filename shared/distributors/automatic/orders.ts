import * as v from 'valibot';
import type { FindVerdict } from '../../domain/verdicts.ts';
import { isSamePo, judge, type Wanted } from '../holding.ts';
import {
  anyCount,
  anyText,
  count,
  entryInAnyCase,
  itemsOf,
  listOf,
  numberWithin,
  orderNumber,
  parcelsIn,
  read,
  rows,
  text,
  textWithin,
  textWithout,
} from '../lenient.ts';
import type { Redact } from '../redact.ts';
import { unlessTakenBack } from '../taken-back.ts';
import { type Answer, isYes, noAnswer } from '../verdict.ts';
import { isNotFound } from './answers.ts';

/** Names are read in any case: `ponumber` is said of one call only, and others may write it otherwise. */
export const generationWith = (pieces: v.GenericSchema<unknown, number | null>) =>
  entryInAnyCase({
    header: entryInAnyCase({
      ponumber: text,
      ordernumber: orderNumber,
      invoicedate: textWithin('date'),
      trackingnumber: numberWithin('number'),
      pronumber: numberWithin('number'),
      status: anyText,
      orderstatus: anyText,
    }),
    status: anyText,
    items: listOf(entryInAnyCase({ number: text, quantity: pieces })),
    shiptoaddress: v.fallback(v.nullish(entryInAnyCase({ zip: anyText }), null), null),
    trackingnumbers: parcelsIn(unlessTakenBack(Tracking), 'trackingnumber', 'pronumber', 'number'),
    trackingnumber: numberWithin('number'),
    pronumber: numberWithin('number'),
  });

const Tracking = v.union([
  v.pipe(
    textWithout('trackingnumber', 'pronumber'),
    v.transform((trackingnumber) => ({ trackingnumber, pronumber: null })),
  ),
  entryInAnyCase({ trackingnumber: numberWithin('number'), pronumber: numberWithin('number') }),
]);
export type Generation = v.InferOutput<ReturnType<typeof generationWith>>;

const isObject = (value: unknown): boolean => typeof value === 'object';

/** Several, or one alone, in a field of this name. */
const wrappedIn = (name: string, generation: ReturnType<typeof generationWith>) =>
  v.pipe(
    entryInAnyCase({
      [name]: v.pipe(v.nonNullish(v.unknown()), v.check(isObject, 'a list'), v.transform(itemsOf), v.array(generation)),
    }),
    v.transform((wrapped) => Object.values(wrapped).flat()),
  );

/** One PO number can own several orders, and an order several generations; whether they are wrapped is not known. */
const ordersOf = (generation: ReturnType<typeof generationWith>) =>
  v.union([
    v.pipe(rows, v.array(generation)),
    v.pipe(
      generation,
      v.transform((only) => [only]),
    ),
    wrappedIn('data', generation),
    wrappedIn('orders', generation),
    wrappedIn('results', generation),
  ]);

export const Orders = ordersOf(generationWith(count));

/** Where parcels are looked for, an odd count spoils nothing. */
const OrdersToTrack = ordersOf(generationWith(anyCount));

export const heldIn = (orders: readonly Generation[]) => ({
  orderNumbers: orders.map(({ header }) => header.ordernumber),
  lines: orders.flatMap(({ items }) => items.map(({ number, quantity }) => ({ part: number, quantity }))),
  postalCode: orders[0]?.shiptoaddress?.zip ?? null,
  statuses: orders.map(({ header, status }) => status ?? header.status ?? header.orderstatus),
});

export const isAbout = (orders: readonly Generation[], poNumber: string): boolean =>
  orders.length > 0 && orders.every(({ header }) => isSamePo(header.ponumber ?? poNumber, poNumber));

export const judged = (orders: readonly Generation[], wanted: Wanted, redact: Redact): FindVerdict => {
  const held = heldIn(orders);
  if (!held.lines.some(({ part }) => part !== null)) return noAnswer('Automatic does not show what the order holds.');
  return judge(wanted, held, redact) ?? noAnswer('The order has no order number yet.');
};

export const generationsIn = (answer: Answer): readonly Generation[] | null => {
  if (isNotFound(answer)) return [];
  return isYes(answer) ? read(OrdersToTrack, answer.json) : null;
};
