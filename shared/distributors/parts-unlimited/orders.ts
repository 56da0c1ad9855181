import * as v from 'valibot';
import { withoutCopies } from '../copies.ts';
import type { HeldLine } from '../holding.ts';
import {
  anyCount,
  anyText,
  areParcelsRead,
  count,
  entry,
  hasField,
  itemsOf,
  listOf,
  numberWithin,
  orderNumber,
  read,
  readableIn,
  text,
  textWithin,
} from '../lenient.ts';
import { unlessTakenBack } from '../taken-back.ts';

const Shipped = entry({ quantity: count, ship_date: text, shipped_via: text, tracking_numbers: listOf(text) });

export const Line = entry({
  part_number: text,
  ordered: v.nullish(entry({ quantity: count }), null),
  shipped: listOf(Shipped),
});
type Line = v.InferOutput<typeof Line>;

/** In the list one odd field spoils nothing: what can be read is. */
const names = ['tracking_number', 'trackingnumber', 'number', 'tracking'] as const;
const TrackingNumber = numberWithin(...names);

const ListedShipped = entry({
  quantity: anyCount,
  ship_date: textWithin('date'),
  shipped_via: textWithin('name', 'carrier'),
  tracking_numbers: readableIn(unlessTakenBack(TrackingNumber)),
  tracking_number: readableIn(unlessTakenBack(TrackingNumber)),
});

const ListedLine = entry({
  part_number: anyText,
  ordered: v.fallback(v.nullish(entry({ quantity: anyCount }), null), null),
  shipped: readableIn(ListedShipped),
});

export const Listed = entry({
  purchase_order_number: text,
  reference_number: v.fallback(orderNumber, null),
  status_message: anyText,
  line_items: readableIn(ListedLine),
});
export type Listed = v.InferOutput<typeof Listed>;
const Lines = entry({ line_items: v.nullish(v.unknown(), null) });
const Numbered = entry({ purchase_order_number: text });

export const poNumberOf = (listed: unknown): string | null => read(Numbered, listed)?.purchase_order_number ?? null;

export const heldIn = (lines: readonly Pick<Line, 'part_number' | 'ordered'>[]): readonly HeldLine[] =>
  lines.map(({ part_number, ordered }) => ({ part: part_number, quantity: ordered?.quantity ?? null }));

const Sent = entry({ shipped: v.nullish(v.unknown(), null) });
const Parcels = entry({
  tracking_numbers: v.nullish(v.unknown(), null),
  tracking_number: v.nullish(v.unknown(), null),
});

const isShipmentRead = (shipped: unknown): boolean => {
  const told = read(Parcels, shipped);
  return (
    told !== null &&
    hasField(shipped, 'quantity', 'ship_date', 'shipped_via', 'tracking_numbers', 'tracking_number') &&
    read(ListedShipped, shipped) !== null &&
    [told.tracking_numbers, told.tracking_number].every((list) => areParcelsRead(list, names))
  );
};

/** Whether every line below an order could be read, and every shipment below a line. */
export const isWhole = (listed: unknown): boolean =>
  itemsOf(read(Lines, listed)?.line_items).every(
    (line) =>
      hasField(line, 'part_number', 'ordered', 'shipped') &&
      read(ListedLine, line) !== null &&
      itemsOf(read(Sent, line)?.shipped).every(isShipmentRead),
  );

/** Listed orders that can be read, each once, with each of its shipments. */
export const distinct = (listed: readonly unknown[]): readonly Listed[] =>
  withoutCopies(
    listed.flatMap((order) => read(Listed, order) ?? []),
    ({ reference_number, line_items }) => ({
      number: reference_number,
      holds: heldIn(line_items),
      parcels: line_items.flatMap(({ shipped }) =>
        shipped.flatMap(({ tracking_numbers, tracking_number }) => [...tracking_numbers, ...tracking_number]),
      ),
    }),
  );
