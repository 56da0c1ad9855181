import * as v from 'valibot';
import type { Mode } from '../../shared/domain/vocabulary.ts';
import { dashed, isDay } from './days.ts';
import type { Draft, Order, Share } from './orders.ts';
import { prices } from './parts.ts';
import { pieces, stateCode, text } from './reading.ts';
import { firstShippedAt, isBegun, isShipped, shipped } from './warehouse.ts';

/** `PA2` is named in answers about stock only, but a client sends it. */
const warehouse = v.picklist(['CA', 'GA', 'ID', 'IN', 'PA', 'PA2', 'TX']);
const shipVia = v.picklist(['AH2D', 'BEST', 'FE1D', 'FE2D', 'UP1D', 'UP2D', 'US1C', 'US4C', 'FDXG', 'UPS']);
const flag = v.optional(v.boolean(), false);

/** The body of `POST /carts`. A field may be left out. What becomes of an empty one is not known: where the reading is strict it is refused. */
export const NewCart = v.strictObject({
  po_number: v.pipe(v.string(), v.nonEmpty()),
  default_warehouse: v.optional(warehouse),
  ship_via: v.optional(shipVia, 'BEST'),
  cross_ship_via: v.optional(shipVia),
  ship_to: v.optional(v.pipe(v.string(), v.length(7))),
  ship_name: v.optional(text(30)),
  ship_address1: v.optional(text(30)),
  ship_address2: v.optional(text(30)),
  ship_address3: v.optional(text(30)),
  ship_city: v.optional(text(17)),
  ship_state: v.optional(stateCode),
  ship_zip: v.optional(text(15)),
  ship_phone: v.optional(text(15)),
  email: v.optional(text(50)),
  comment1: v.optional(text(50)),
  comment2: v.optional(text(50)),
  allow_backorder: flag,
  hold_order: flag,
  multiple_warehouse: flag,
  proof_of_delivery: flag,
  promo_code: v.optional(text(50)),
  pay_type: v.optional(v.picklist(['CC', 'OO'])),
  cc_last_four: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999))),
  description: v.optional(text(50)),
});

/** The body of `POST /carts/{po_number}/items`. */
export const CartItem = v.strictObject({
  item_sku: v.pipe(v.string(), v.nonEmpty()),
  quantity: pieces,
  note: v.optional(text(30)),
  warehouse: v.optional(warehouse),
});

/** The body of `POST /orders`. */
export const PurchaseOrder = v.strictObject({ po_number: v.pipe(v.string(), v.nonEmpty()) });

/** A day in the query of `GET /orders`. */
const day = v.pipe(
  v.string(),
  v.check((sent) => isDay(sent) && sent.length === 8, 'must be a day, YYYYMMDD'),
);

/** A cursor is opaque to who follows it: here it is a position, packed. */
export const cursorAt = (position: number): string => Buffer.from(`at:${position}`).toString('base64url');
const positionAt = (cursor: string): number =>
  Number(/^at:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1] ?? Number.NaN);

/** The query of `GET /orders`: days, and a page of ten unless told. */
export const Window = v.strictObject({
  from_date: day,
  to_date: day,
  'page[size]': v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.minValue(1), v.maxValue(10_000)),
    '10',
  ),
  'page[cursor]': v.optional(
    v.pipe(
      v.string(),
      v.transform(positionAt),
      v.check((position) => Number.isInteger(position), 'is not one of ours'),
    ),
    cursorAt(0),
  ),
});

/** The cart's head as an order for the warehouse; its lines come with the items. */
export const drafted = (sent: v.InferOutput<typeof NewCart>, mode: Mode, account: string): Draft => ({
  mode,
  account,
  poNumber: sent.po_number,
  shipTo: {
    name: sent.ship_name ?? '',
    company: null,
    line1: sent.ship_address1 ?? '',
    line2: sent.ship_address2 ?? null,
    city: sent.ship_city ?? '',
    state: sent.ship_state ?? '',
    postalCode: sent.ship_zip ?? '',
    country: 'US',
    phone: sent.ship_phone ?? null,
  },
  shippingMethod: sent.ship_via,
  lines: [],
  onHold: sent.hold_order,
});

/** The words of `order_status` are not public: these are ours. */
const statusOf = (order: Order, share: Share): string => {
  if (order.onHold) return 'Held';
  if (isShipped([share])) return 'Shipped';
  return isBegun([share]) ? 'Partially Shipped' : 'Open';
};

/** Codes that name a carrier in answers; `CO5` (OnTrac Ground) and `CPU` are none that a cart takes. */
const answered = new Set(['AH2D', 'CO5', 'CPU', 'FDXG', 'FE1D', 'FE2D', 'UP1D', 'UP2D', 'US1C', 'US4C']);

/** The code by which a parcel's carrier was named; without one, that of the cart stands. */
const sentBy = ({ packages }: Share): string | undefined =>
  packages.map(({ carrier }) => carrier).find((code) => answered.has(code));

const detail = (order: Order, share: Share) => {
  const shippedAt = dashed(firstShippedAt([share]));
  return {
    order_number: share.orderNumber,
    order_status: statusOf(order, share),
    invoice_number: shippedAt === '' ? 0 : Number(share.orderNumber),
    freight: 0,
    misc_charges: prices.dropShipFee,
    order_total: share.lines.reduce((sum, { quantity }) => sum + quantity * prices.dealer, prices.dropShipFee),
    warehouse: share === order.shares[0] ? 'ID' : 'PA',
    order_date: dashed(order.placedAt),
    ship_date: shippedAt,
    invoice_date: shippedAt,
    ship_via: sentBy(share) ?? order.shippingMethod,
    tracking_numbers: share.packages.map(({ trackingNumber }) => trackingNumber),
    items: share.lines.map(({ partNumber, quantity }) => ({
      sku: partNumber,
      order_quantity: quantity,
      ship_quantity: shipped(share, partNumber),
      price: prices.dealer.toFixed(2),
    })),
  };
};

/** Orders as WPS shows them: one entry a PO number, below it every order of every warehouse, also of a number that was used twice. */
export const shown = (orders: readonly Order[]) =>
  [...Map.groupBy(orders, ({ poNumber }) => poNumber)].flatMap(([po_number, same]) => {
    const to = same[0]?.shipTo;
    if (!to) return [];
    return {
      po_number,
      ship_name: to.name,
      ship_address: to.line1,
      ship_city: to.city,
      ship_state: to.state,
      ship_zip: to.postalCode,
      order_details: same.flatMap((order) => order.shares.map((share) => detail(order, share))),
    };
  });
