import * as v from 'valibot';
import type { FindVerdict, OpenOrder } from '../../domain/verdicts.ts';
import { withoutCopies } from '../copies.ts';
import { judge } from '../holding.ts';
import {
  anyCount,
  anyText,
  areParcelsRead,
  entry,
  hasField,
  itemsOf,
  numberWithin,
  orderNumber,
  read,
  readableIn,
  text,
  textWithin,
} from '../lenient.ts';
import type { Redact } from '../redact.ts';
import { unlessTakenBack } from '../taken-back.ts';
import { type Answer, noAnswer } from '../verdict.ts';
import { unwrapped } from './answers.ts';

/** A part is `sku` here, and `item_sku` where one is ordered: either is read. */
const Item = v.pipe(
  entry({ sku: anyText, item_sku: anyText, order_quantity: anyCount, ship_quantity: anyCount }),
  v.transform(({ sku, item_sku, ...pieces }) => ({ ...pieces, sku: sku ?? item_sku })),
);
const names = ['tracking_number', 'trackingnumber', 'number', 'tracking'] as const;
const TrackingNumber = numberWithin(...names);

export const Detail = entry({
  order_number: v.fallback(orderNumber, null),
  invoice_number: anyText,
  order_status: anyText,
  ship_date: textWithin('date'),
  ship_via: textWithin('code', 'name'),
  tracking_numbers: readableIn(unlessTakenBack(TrackingNumber)),
  items: readableIn(Item),
});
export type Detail = v.InferOutput<typeof Detail>;
export const PurchaseOrder = entry({ po_number: anyText, ship_zip: anyText, order_details: readableIn(Detail) });
export type PurchaseOrder = v.InferOutput<typeof PurchaseOrder>;
const Details = entry({ order_details: v.nullish(v.unknown(), null) });
const Parcels = entry({ tracking_numbers: v.nullish(v.unknown(), null) });
const Numbered = entry({ po_number: text });

export const readOrder = (order: unknown): PurchaseOrder | null => read(PurchaseOrder, order);

export const poNumberOf = (order: unknown): string | null => read(Numbered, order)?.po_number ?? null;

/** A single order, or a list of one. */
export const orderIn = ({ json }: Answer): readonly PurchaseOrder[] => {
  const told = unwrapped(json);
  const [only, ...more] = Array.isArray(told) ? told : [told];
  const order = more.length > 0 ? null : read(PurchaseOrder, only);
  return order === null ? [] : [order];
};

export const heldIn = ({ order_details, ship_zip }: PurchaseOrder) => ({
  orderNumbers: order_details.map((detail) => detail.order_number),
  lines: order_details.flatMap(({ items }) =>
    items.map(({ sku, order_quantity }) => ({ part: sku, quantity: order_quantity })),
  ),
  postalCode: ship_zip,
  statuses: order_details.map(({ order_status }) => order_status),
});

export const judged = (order: PurchaseOrder, wanted: OpenOrder, redact: Redact): FindVerdict => {
  const held = heldIn(order);
  if (!held.lines.some(({ part }) => part !== null)) return noAnswer('WPS does not show what the order holds.');
  return judge(wanted, held, redact) ?? noAnswer('The order has no order number yet.');
};

/** Each order once, with each of its shipments. */
export const distinct = (orders: readonly PurchaseOrder[]): readonly Detail[] =>
  withoutCopies(
    orders.flatMap(({ order_details }) => order_details),
    ({ order_number, items, tracking_numbers }) => ({
      number: order_number,
      holds: items.map(({ sku, order_quantity }) => [sku, order_quantity]),
      parcels: tracking_numbers,
    }),
  );

/** Whether everything below an order could be read as far as it matters. */
export const isWhole = (order: unknown): boolean =>
  itemsOf(read(Details, order)?.order_details).every(
    (detail) =>
      hasField(detail, 'order_number', 'tracking_numbers', 'items') &&
      read(Detail, detail) !== null &&
      areParcelsRead(read(Parcels, detail)?.tracking_numbers, names),
  );
