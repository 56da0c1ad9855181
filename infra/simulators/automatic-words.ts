import * as v from 'valibot';
import type { Mode } from '../../shared/domain/vocabulary.ts';
import { daysIn, isDay, slashed } from './days.ts';
import type { Draft, Order, Share } from './orders.ts';
import { pieces, stateCode } from './reading.ts';
import { firstShippedAt, isBegun, isShipped } from './warehouse.ts';

const filled = v.pipe(v.string(), v.nonEmpty());
const perhaps = v.optional(v.string(), '');

/** The body of `/order/create` and `/order/calculate`. It is not public: all of it is inferred from the names in the answers, but for the number's 22 printable characters. */
export const NewOrder = v.strictObject({
  ponumber: v.pipe(v.string(), v.regex(/^[\x20-\x7e]{1,22}$/, 'must be 1 to 22 printable ASCII characters')),
  shipToAddress: v.strictObject({
    name: filled,
    company: perhaps,
    address1: filled,
    address2: perhaps,
    city: filled,
    state: stateCode,
    zip: filled,
    country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), 'US'),
    phone: perhaps,
  }),
  shipMethod: perhaps,
  items: v.pipe(v.array(v.strictObject({ number: filled, quantity: pieces })), v.nonEmpty()),
});

/** The body as an order for the warehouse. */
export const drafted = (sent: v.InferOutput<typeof NewOrder>, mode: Mode, account: string): Draft => {
  const { name, company, address1, address2, city, state, zip, country, phone } = sent.shipToAddress;
  return {
    mode,
    account,
    poNumber: sent.ponumber,
    shipTo: {
      name,
      company: company || null,
      line1: address1,
      line2: address2 || null,
      city,
      state,
      postalCode: zip,
      country,
      phone: phone || null,
    },
    shippingMethod: sent.shipMethod,
    lines: sent.items.map(({ number, quantity }) => ({ partNumber: number, quantity })),
    onHold: false,
  };
};

const day = v.pipe(
  v.string(),
  v.check((sent) => isDay(sent) && sent.length === 8, 'must be a day, YYYYMMDD'),
);

/** The query of `/order/find/range`: by day of creation or of invoice, 365 days at most. */
export const Range = v.pipe(
  v.strictObject({ dateType: v.picklist(['I', 'C']), startDate: day, endDate: day }),
  v.check(({ startDate, endDate }) => daysIn(startDate, endDate) >= 1, 'the range ends before it begins'),
  v.check(({ startDate, endDate }) => daysIn(startDate, endDate) <= 365, 'the range is longer than 365 days'),
);

/** The numbers asked for, however a list is written (`name[0]=a`, `name=a&name=b`, `name=a,b`); null when something else is asked, or nothing. */
export const numbersIn = (sent: URLSearchParams) => {
  const named = [...sent].map(([name, value]) => ({ name: name.replace(/\[\d*\]$/, ''), value }));
  const of = (wanted: string): string[] =>
    named
      .filter(({ name }) => name === wanted)
      .flatMap(({ value }) => value.split(',').filter((number) => number !== ''));
  const numbers = { orderNumbers: of('orderNumbers'), purchaseNumbers: of('purchaseNumbers') };
  const known = named.every(({ name }) => name in numbers);
  return known && numbers.orderNumbers.length + numbers.purchaseNumbers.length > 0 ? numbers : null;
};

/** The words of `status` are not public: these are ours. */
const statusOf = (order: Order, share: Share): string => {
  if (order.cancelled) return 'Cancelled';
  if (isShipped([share])) return 'Shipped';
  return isBegun([share]) ? 'Partially shipped' : 'Open';
};

/** A parcel's number; that of freight is a PRO number and has a field of its own. */
const numberOf = (carrier: string, number: string): { trackingNumber: string; proNumber?: string } =>
  /^(freight|ltl)$/i.test(carrier) ? { trackingNumber: '', proNumber: number } : { trackingNumber: number };

/** An order as it is shown: one entry a generation. The second warehouse of a split order is generation 01 of the same number. */
export const generationsOf = (order: Order) => order.shares.map((share, at) => generation(order, share, at));

/** An order as its creation is answered: whole, before the warehouses share it out. */
export const created = (order: Order) => generation(order, { ...order.shares[0], lines: order.lines }, 0);

const generation = (order: Order, share: Share, at: number) => ({
  header: {
    ponumber: order.poNumber,
    orderNumber: order.shares[0].orderNumber,
    orderGenerationNumber: String(at).padStart(2, '0'),
    invoiceDate: slashed(firstShippedAt([share])),
    status: statusOf(order, share),
  },
  items: share.lines.map(({ partNumber, quantity }) => ({ number: partNumber, quantity })),
  shipToAddress: addressOf(order),
  trackingNumbers: share.packages.map(({ carrier, trackingNumber }) => numberOf(carrier, trackingNumber)),
});

/** In a range the PRO number is no field of its own. */
export const withoutPro = (order: ReturnType<typeof generationsOf>[number]) => ({
  ...order,
  trackingNumbers: order.trackingNumbers.map(({ trackingNumber, proNumber }) => ({
    trackingNumber: proNumber ?? trackingNumber,
  })),
});

const addressOf = ({ shipTo }: Order) => ({
  name: shipTo.name,
  company: shipTo.company ?? '',
  address1: shipTo.line1,
  address2: shipTo.line2 ?? '',
  city: shipTo.city,
  state: shipTo.state,
  zip: shipTo.postalCode,
  country: shipTo.country,
  phone: shipTo.phone ?? '',
});
