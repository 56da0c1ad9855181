import type { Context } from 'hono';
import * as v from 'valibot';
import type { Mode } from '../../shared/domain/vocabulary.ts';
import type { Draft, Order } from './orders.ts';
import { stateCode } from './reading.ts';

/** The root of the answer. A request without a known type is answered under `TRWS` (ours: the real name is not public). */
export const typeOf = (c: Context): string => {
  const type = c.req.query('type') ?? '';
  return ['ORD', 'SHP', 'INV', 'PRC', 'INP', 'P65'].includes(type) ? type : 'TRWS';
};

const repeatable = new Set(['line', 'ordernum', 'item']);

/** The query: `line`, `ordernum` and `item` as lists, all else once. */
export const queryOf = (c: Context): unknown => {
  const sent = new URL(c.req.url).searchParams;
  const names = [...new Set(sent.keys())];
  if (names.some((name) => !repeatable.has(name) && sent.getAll(name).length > 1)) return undefined;
  return Object.fromEntries(names.map((name) => [name, repeatable.has(name) ? sent.getAll(name) : sent.get(name)]));
};

const filled = v.pipe(v.string(), v.nonEmpty());
const yesOrNo = v.picklist(['YES', 'NO']);
const always = { apikey: filled, cust: filled, output: v.optional(v.string()) };

const line = v.pipe(
  v.string(),
  v.regex(/^[^,]+,[1-9]\d{0,3}$/, 'must be ITEM,QTY'),
  v.transform((sent) => {
    const [partNumber = '', quantity] = sent.split(',');
    return { partNumber, quantity: Number(quantity) };
  }),
);

/** The query of `type=ORD`. Which of these are required is not public: the order itself is. */
export const OrderQuery = v.strictObject({
  ...always,
  type: v.literal('ORD'),
  name: filled,
  address1: filled,
  address2: v.optional(v.string()),
  city: filled,
  state: stateCode,
  zip: filled,
  po: filled,
  allowduplicatepo: yesOrNo,
  carrier: v.optional(v.literal('UG'), 'UG'),
  splitlines: v.optional(yesOrNo),
  submit: yesOrNo,
  location: v.optional(v.string()),
  invoiceNote: v.optional(v.pipe(v.string(), v.maxLength(55))),
  line: v.array(line),
});

/** The query of `type=SHP`. */
export const ShipmentQuery = v.strictObject({ ...always, type: v.literal('SHP'), ordernum: v.array(filled) });

/** The query of `type=INV`, `PRC` and `INP`. */
export const Items = v.strictObject({
  ...always,
  type: v.picklist(['INV', 'PRC', 'INP']),
  item: v.array(filled),
  zip: v.optional(v.string()),
});

/** The query as an order for the warehouse. */
export const drafted = (sent: v.InferOutput<typeof OrderQuery>, mode: Mode, account: string): Draft => ({
  mode,
  account,
  poNumber: sent.po,
  shipTo: {
    name: sent.name,
    company: null,
    line1: sent.address1,
    line2: sent.address2 || null,
    city: sent.city,
    state: sent.state,
    postalCode: sent.zip,
    country: 'US',
    phone: null,
  },
  shippingMethod: sent.carrier,
  lines: sent.line,
  onHold: false,
});

/** What has left of an order: a line a warehouse. */
export const shipmentOf = ({ shares }: Order) => ({
  ordernum: shares[0].orderNumber,
  shipmentline: shares
    .filter(({ packages }) => packages.length > 0)
    .map(({ packages }) => ({
      trackingnumbers: packages.map(({ carrier, trackingNumber }) => ({
        carrier: carrier.toUpperCase(),
        trackingnum: trackingNumber,
      })),
    })),
});
