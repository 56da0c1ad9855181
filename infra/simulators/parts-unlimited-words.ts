import * as v from 'valibot';
import type { Mode } from '../../shared/domain/vocabulary.ts';
import { dashed, isDay } from './days.ts';
import type { Draft, Order as Held } from './orders.ts';
import { prices } from './parts.ts';
import { pieces, stateCode, text } from './reading.ts';
import { isBegun, isShipped } from './warehouse.ts';

/** What is required is taken from a sister distributor's description of the same names (inferred). */
const entries = {
  dealer_number: text(20),
  purchase_order_number: text(20),
  shipping_method: v.literal('ground'),
  validate_price: v.union([v.boolean(), v.literal(0), v.literal(1)]),
  cancellation_policy: v.optional(v.picklist(['back_order', '0'])),
  leave_order_open: v.optional(v.boolean()),
  ship_to_address: v.strictObject({
    name: v.pipe(v.string(), v.nonEmpty()),
    company: v.optional(v.string()),
    address_line_1: v.pipe(v.string(), v.nonEmpty()),
    address_line_2: v.optional(v.string()),
    city: v.pipe(v.string(), v.nonEmpty()),
    state: stateCode,
    postal_code: v.pipe(v.string(), v.nonEmpty()),
    country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), 'US'),
  }),
  line_items: v.pipe(
    v.array(
      v.strictObject({
        line_number: v.union([v.number(), v.string()]),
        part_number: v.pipe(v.string(), v.nonEmpty()),
        quantity: pieces,
        price: v.optional(v.number()),
        currency: v.optional(v.string()),
        memo: v.optional(v.string()),
      }),
    ),
    v.nonEmpty(),
  ),
};

/** The body at `/v2/orders/dropship`, whose client leaves `order_type` out. */
export const Order = v.strictObject({ ...entries, order_type: v.optional(v.literal('DS')) });
/** The body at `/orders/dropship`. */
export const OlderOrder = v.strictObject({ ...entries, order_type: v.literal('DS') });

/** The body as an order for the warehouse. */
export const drafted = (sent: v.InferOutput<typeof Order>, mode: Mode, account: string): Draft => {
  const { ship_to_address: to } = sent;
  return {
    mode,
    account,
    poNumber: sent.purchase_order_number,
    shipTo: {
      name: to.name,
      company: to.company || null,
      line1: to.address_line_1,
      line2: to.address_line_2 || null,
      city: to.city,
      state: to.state,
      postalCode: to.postal_code,
      country: to.country,
      phone: null,
    },
    shippingMethod: sent.shipping_method,
    lines: sent.line_items.map(({ part_number, quantity }) => ({ partNumber: part_number, quantity })),
    onHold: false,
  };
};

/** Orders placed, and perhaps shipped, between two days, both counted. */
export type Page = { ordered: Days | null; shipped: Days | null; page: number };
type Days = { from: string; to: string };

const day = v.pipe(
  v.string(),
  v.check((sent) => isDay(sent) && sent.length === 10, 'must be a day, YYYY-MM-DD'),
);
const perhaps = v.optional(v.union([v.literal(''), day]), '');
const pageNumber = v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/, 'must count from 1'), v.transform(Number));
const days = (from: string, to: string): Days | null => (from !== '' && to !== '' ? { from, to } : null);

/** The query of the list at `/v2/orders/dropship`: by order date, by ship date, or both. */
export const Window = v.pipe(
  v.strictObject({
    order_date_start: perhaps,
    order_date_end: perhaps,
    ship_date_start: perhaps,
    ship_date_end: perhaps,
    page_num: pageNumber,
  }),
  v.transform(
    (sent): Page => ({
      ordered: days(sent.order_date_start, sent.order_date_end),
      shipped: days(sent.ship_date_start, sent.ship_date_end),
      page: sent.page_num,
    }),
  ),
  v.check(({ ordered, shipped }) => ordered !== null || shipped !== null, 'a window of days is required'),
);

/** The query of the list at `/orders/dropship`. */
export const OlderWindow = v.pipe(
  v.strictObject({ date_start: day, date_end: day, page_num: pageNumber, order_type: v.literal('DS') }),
  v.transform((sent): Page => ({ ordered: days(sent.date_start, sent.date_end), shipped: null, page: sent.page_num })),
);

/** Orders on a page. The real number is not public. */
const pageSize = 25;

const within = (at: number, days: Days | null): boolean =>
  days === null || (dashed(at) >= days.from && dashed(at) <= days.to);

/** A page of the orders in a window, oldest first; empty beyond the last. */
export const pageOf = (orders: readonly Held[], { ordered, shipped, page }: Page): Held[] =>
  orders
    .filter((order) => within(order.placedAt, ordered))
    .filter((order) => shipped === null || parcelsOf(order).some((parcel) => within(parcel.shippedAt, shipped)))
    .slice((page - 1) * pageSize, page * pageSize);

const parcelsOf = (order: Held) => order.shares.flatMap((share) => share.packages);

const statusOf = ({ shares }: Held): string => {
  if (isShipped(shares)) return 'Shipped';
  return isBegun(shares) ? 'Partially shipped' : 'Open';
};

/** An order as the list shows it. `shipped` is missing before the first parcel; tracking numbers come as one text or as a list, as both were seen. */
export const listed = (order: Held, version: 'older' | 'newer') => {
  const { poNumber, lines, placedAt, shares } = order;
  const total = lines.reduce((sum, { quantity }) => sum + quantity * prices.dealer, prices.dropShipFee);
  const shippedOf = (partNumber: string) =>
    parcelsOf(order)
      .filter((parcel) => parcel.partNumber === partNumber)
      .map(({ quantity, shippedAt, carrier, trackingNumber }) => ({
        quantity,
        ship_date: dashed(shippedAt),
        shipped_via: `${carrier.toLowerCase()}_ground`,
        tracking_numbers: version === 'older' ? trackingNumber : [trackingNumber],
      }));
  return {
    purchase_order_number: poNumber,
    status_message: statusOf(order),
    reference_number: shares[0].orderNumber,
    order_date: dashed(placedAt),
    order_total: total,
    drop_ship_fee: prices.dropShipFee,
    line_items: lines.map(({ partNumber, quantity }) => ({
      part_number: partNumber,
      price: prices.dealer,
      ordered: { quantity },
      ...(shippedOf(partNumber).length > 0 ? { shipped: shippedOf(partNumber) } : {}),
    })),
  };
};
