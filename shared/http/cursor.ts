import * as v from 'valibot';
import { invalid } from '../contract/problem.ts';
import type { ListPosition } from '../domain/ports/table.ts';
import { keys } from '../domain/rows/keys.ts';

/** No part of a key is longer, nor has half a surrogate pair, which the table does not take; a cursor that says so is none of ours. */
const longest = 200;
const PartOrEmpty = v.pipe(
  v.string(),
  v.maxLength(longest),
  v.check((part) => part.isWellFormed()),
);
const Part = v.pipe(PartOrEmpty, v.minLength(1));

const Place = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, 'base64url').toString()),
  v.parseJson(),
  v.strictTuple([Part, PartOrEmpty, Part]),
);

/** Where a list goes on, for the caller to hand back. It names a purchase order and its place, nothing else. */
export const cursorOf = (place: ListPosition | null): string | null => {
  if (place === null) return null;
  const [, storeId = '', poNumber = ''] = place.pk.split('#');
  return Buffer.from(JSON.stringify([place.sort, storeId, poNumber])).toString('base64url');
};

/** The place that a cursor names. In a store's list the store is that of the path, whatever the cursor says. */
export const placeOf = (cursor: string | undefined, storeId: string | null): ListPosition | null => {
  if (cursor === undefined) return null;
  const place = v.safeParse(Place, cursor);
  if (!place.success) throw notOurs();
  const [sort, ofStore, poNumber] = place.output;
  return { ...keys.purchaseOrder(storeId ?? ofStore, poNumber), sort };
};

const notOurs = () =>
  invalid([{ pointer: '/query/cursor', detail: 'Must be the nextCursor of an earlier answer, unchanged.' }]);

const StorePlace = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, 'base64url').toString()),
  v.parseJson(),
  v.strictTuple([Part, Part]),
);

/** Where the list of stores goes on: it names a store and its place. */
export const storeCursorOf = (place: ListPosition | null): string | null =>
  place === null ? null : Buffer.from(JSON.stringify([place.sort, place.pk.split('#')[1] ?? ''])).toString('base64url');

export const storePlaceOf = (cursor: string | undefined): ListPosition | null => {
  if (cursor === undefined) return null;
  const place = v.safeParse(StorePlace, cursor);
  if (!place.success) throw notOurs();
  const [sort, storeId] = place.output;
  return { ...keys.store(storeId), sort };
};

/** Where the list of a store's orders goes on. */
export const orderCursorOf = (place: ListPosition | null): string | null =>
  place === null ? null : Buffer.from(JSON.stringify([place.sort, place.pk.split('#')[2] ?? ''])).toString('base64url');

export const orderPlaceOf = (cursor: string | undefined, storeId: string): ListPosition | null => {
  if (cursor === undefined) return null;
  const place = v.safeParse(StorePlace, cursor);
  if (!place.success) throw notOurs();
  const [sort, orderId] = place.output;
  return { ...keys.order(storeId, orderId), sort };
};

/** A list that is sorted by one text, whose cursor names the list: that text may be anything. */
type NamedList = 'timeline' | 'deliveries';

const NamedPlace = (list: NamedList) =>
  v.pipe(
    v.string(),
    v.transform((text) => Buffer.from(text, 'base64url').toString()),
    v.parseJson(),
    v.strictObject({ [list]: Part }),
  );

/** Where a list goes on that is sorted by one text. */
export const namedCursorOf = (list: NamedList, place: string | null): string | null =>
  place === null ? null : Buffer.from(JSON.stringify({ [list]: place })).toString('base64url');

/** The place that such a cursor names. */
export const namedPlaceOf = (list: NamedList, cursor: string | undefined): string | null => {
  if (cursor === undefined) return null;
  const place = v.safeParse(NamedPlace(list), cursor);
  if (!place.success) throw notOurs();
  return place.output[list] ?? null;
};
