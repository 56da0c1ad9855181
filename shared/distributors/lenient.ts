import * as v from 'valibot';

/**
 * What distributors write loosely, read strictly: left out, null and blank all mean "not told"; a number may come as text and
 * text as a number; a list of one may come without its brackets. Any other type makes the answer unreadable.
 */

/** Text with no blanks at its ends, or null. */
export const text = v.pipe(
  v.nullish(v.union([v.string(), v.pipe(v.number(), v.finite())]), null),
  v.transform((value) => (value === null ? null : String(value).trim() || null)),
);

/** A whole number of pieces, or null. */
export const count = v.pipe(
  text,
  v.check((value) => value === null || /^\d{1,9}(\.0+)?$/.test(value), 'a whole number'),
  v.transform((value) => (value === null ? null : Number(value))),
);

/** A number that names an order: null unless it has a digit other than nought or a letter, and looks like a number at all. */
export const orderNumber = v.pipe(
  text,
  v.transform((value) => (value !== null && /^(?=.*[1-9a-z])[\w./# -]{1,64}$/i.test(value) ? value : null)),
);

const isEntry = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object, which a list is not; fields that are not named here are not looked at. */
export const entry = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(v.unknown(), v.check(isEntry, 'an object'), v.object(entries));

/** A list; nothing is an empty one, and a single thing a list of one. */
export const listOf = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.pipe(
    v.nullish(v.unknown(), null),
    v.transform((value) => (Array.isArray(value) ? value : isNothing(value) ? [] : [value])),
    v.array(item),
  );

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Reads what came by a schema; null when it is not of that shape. */
export const read = <Shape>(schema: v.GenericSchema<unknown, Shape>, json: unknown): Shape | null => {
  const result = v.safeParse(schema, json);
  return result.success ? result.output : null;
};
