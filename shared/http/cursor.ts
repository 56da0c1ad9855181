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

/** What stands in a cursor. */
const Opened = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, 'base64url').toString()),
  v.parseJson(),
);

const closed = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place in a cursor; null without one. 400 for one that is none of ours. */
const opened = <Place>(Place: v.GenericSchema<unknown, Place>, cursor: string | undefined): Place | null => {
  if (cursor === undefined) return null;
  const place = v.safeParse(v.pipe(Opened, Place), cursor);
  if (!place.success)
    throw invalid([{ pointer: '/query/cursor', detail: 'Must be the nextCursor of an earlier answer, unchanged.' }]);
  return place.output;
};

const PurchaseOrderPlace = v.strictTuple([Part, PartOrEmpty, Part]);

/** Where a list goes on, for the caller to hand back. It names a purchase order and its place, nothing else. */
export const cursorOf = (place: ListPosition | null): string | null => {
  if (place === null) return null;
  const [, storeId = '', poNumber = ''] = place.pk.split('#');
  return closed([place.sort, storeId, poNumber]);
};

/** The place that a cursor names. In a store's list the store is that of the path, whatever the cursor says. */
export const placeOf = (cursor: string | undefined, storeId: string | null): ListPosition | null => {
  const place = opened(PurchaseOrderPlace, cursor);
  if (place === null) return null;
  const [sort, ofStore, poNumber] = place;
  return { ...keys.purchaseOrder(storeId ?? ofStore, poNumber), sort };
};

const NumberedPlace = v.strictTuple([Part, Part]);

/** Where the list of stores goes on: it names a store and its place. */
export const storeCursorOf = (place: ListPosition | null): string | null =>
  place && closed([place.sort, place.pk.split('#')[1] ?? '']);

export const storePlaceOf = (cursor: string | undefined): ListPosition | null => {
  const place = opened(NumberedPlace, cursor);
  return place && { ...keys.store(place[1]), sort: place[0] };
};

/** Where the list of a store's orders goes on. */
export const orderCursorOf = (place: ListPosition | null): string | null =>
  place && closed([place.sort, place.pk.split('#')[2] ?? '']);

export const orderPlaceOf = (cursor: string | undefined, storeId: string): ListPosition | null => {
  const place = opened(NumberedPlace, cursor);
  return place && { ...keys.order(storeId, place[1]), sort: place[0] };
};

/** A list that is sorted by one text, whose cursor names the list: that text may be anything. */
type NamedList = 'timeline' | 'deliveries';

/** Where a list goes on that is sorted by one text. */
export const namedCursorOf = (list: NamedList, place: string | null): string | null =>
  place === null ? null : closed({ [list]: place });

/** The place that such a cursor names. */
export const namedPlaceOf = (list: NamedList, cursor: string | undefined): string | null =>
  opened(v.strictObject({ [list]: Part }), cursor)?.[list] ?? null;
