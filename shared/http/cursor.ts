import * as v from 'valibot';
import { invalid } from '../contract/problem.ts';
import type { ListPosition } from '../domain/ports/table.ts';
import { keys } from '../domain/rows/keys.ts';

const Place = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, 'base64url').toString()),
  v.parseJson(),
  v.strictTuple([v.pipe(v.string(), v.minLength(1)), v.string(), v.pipe(v.string(), v.minLength(1))]),
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
  if (!place.success) {
    throw invalid([{ pointer: '/query/cursor', detail: 'Must be the nextCursor of an earlier answer, unchanged.' }]);
  }
  const [sort, ofStore, poNumber] = place.output;
  return { ...keys.purchaseOrder(storeId ?? ofStore, poNumber), sort };
};
