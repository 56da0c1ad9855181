import * as v from 'valibot';

/**
 * What distributors write loosely, read strictly: left out, null and blank all mean "not told"; a number may come as text and
 * text as a number; a list of one may come without its brackets. Any other type makes the answer unreadable.
 */

/** What programs that make JSON of XML write for an element with nothing in it. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Text with no blanks at its ends, or null. */
export const text = v.pipe(
  v.nullish(v.union([v.string(), v.pipe(v.number(), v.finite()), v.custom<object>(isEmpty)]), null),
  v.transform((value) => (value === null || typeof value === 'object' ? null : String(value).trim() || null)),
);

/** Text where there is some; anything else is not told. */
export const anyText = v.fallback(text, null);

/** A whole number of pieces, or null. */
export const count = v.pipe(
  text,
  v.check((value) => value === null || /^\d{1,9}(\.0+)?$/.test(value), 'a whole number'),
  v.transform((value) => (value === null ? null : Number(value))),
);

/** Pieces as somebody may have written them, `2`, `"2.0"`, `"2 EA"`; anything else, a negative number too, is not told. */
export const anyCount = v.fallback(
  v.pipe(
    text,
    v.transform((value) => /^(\d{1,9})(?:\.0{1,9})?(?: ?[a-z]{1,10}\.?)?$/i.exec(value ?? '')?.[1] ?? null),
    v.transform((value) => (value === null ? null : Number(value))),
  ),
  null,
);

const looksLikeNumber = /^(?=.*[1-9])[\w#][\w./# -]{0,63}$/;
/** Words under which a text with a digit in it says that there is no number, or is a sentence about one. */
const noNumber =
  /(?<![a-z])(?:err|errors?|none|null|nan|undefined|tbd|tba|pending|quote|unknown|invalid|duplicate[ds]?|fail(?:ed|ure)?|reject(?:ed)?|denied|decline[ds]?|cancel(?:l?ed)?|void(?:ed)?|refused|backorder(?:ed)?|received|process(?:ed|ing)?|queued?|created|accepted|awaiting|pieces?|please|call|contact)(?![a-z])/i;
/** Short words say so only where they stand alone: letters before a number may spell them. */
const noNumberAlone = /(?<!\S)(?:not|see|of|on|is|for|was|will|ok|yes|pcs|ea|each|dup|hold|tel|phone)(?!\S)/i;
const dateOrPhone = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})(?:\D|$)|^(?:\d[ -])?\d{3}-\d{3}-\d{4}$/;
const isNoNumber = (text: string): boolean => noNumber.test(text) || noNumberAlone.test(text) || dateOrPhone.test(text);
/**
 * A number that names an order: null unless it looks like a number at all and has a digit other than zero, which `N/A`, `pending`
 * and `-1` have not, and has no word in it for there being none. What a spreadsheet adds (`.0`) is no part of it.
 */
export const orderNumber = v.pipe(
  text,
  v.transform((value) => value?.replace(/^(\d{1,60})\.0{1,3}$/, '$1') ?? null),
  v.transform((value) => (value !== null && looksLikeNumber.test(value) && !isNoNumber(value) ? value : null)),
);

const isEntry = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object, which a list is not; fields that are not named here are not looked at. */
export const entry = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(v.unknown(), v.check(isEntry, 'an object'), v.object(entries));

/** A list; nothing is an empty one, and a single thing a list of one. */
export const listOf = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.pipe(v.nullish(v.unknown(), null), v.transform(itemsOf), v.array(item));

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Reads what came by a schema; null when it is not of that shape. */
export const read = <Shape>(schema: v.GenericSchema<unknown, Shape>, json: unknown): Shape | null => {
  const result = v.safeParse(schema, json);
  return result.success ? result.output : null;
};

/** An object whose own fields are read whatever case their names are in; the first of a name counts. */
export const entryInAnyCase = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.unknown(),
    v.metadata({ inAnyCase: true }),
    v.check(isEntry, 'an object'),
    v.transform(lowerFirst(Object.keys(entries))),
    v.object(entries),
  );

const lowerFirst = (names: readonly string[]) => (value: unknown) => {
  const told = new Map(
    Object.entries(value ?? {})
      .reverse()
      .map(([name, inner]) => [name.toLowerCase(), inner]),
  );
  return Object.fromEntries(names.map((name) => [name, told.get(name.toLowerCase())]));
};

/**
 * A text in whatever it is wrapped in: itself, or within an object the text under one of these names; of a list, and of an object
 * that has none of them, all texts, a line each: of two fields nothing may be put together.
 */
export const textWithin = (...names: readonly string[]) =>
  v.pipe(
    v.nullish(v.unknown(), null),
    v.transform((value) => textIn(value, names, 'plain')),
  );

/** The same of what may be a tracking number: a text of an object that has none of the names has its own before it, `invoice: 123`. */
export const numberWithin = (...names: readonly string[]) =>
  v.pipe(
    v.nullish(v.unknown(), null),
    v.transform((value) => textIn(value, names, 'named')),
  );

/** What is wrapped deeper than this, or has more fields, is no text. */
const most = { depth: 3, fields: 100 } as const;

const textIn = (value: unknown, names: readonly string[], others: 'plain' | 'named', depth = 0): string | null => {
  const plain = read(text, value);
  if (plain !== null || typeof value !== 'object' || value === null || depth === most.depth) return plain;
  const inner = Object.entries(value).slice(0, most.fields);
  const byName = new Map(inner.map(([name, told]) => [name.toLowerCase(), told]));
  const known = names.filter((name) => byName.has(name));
  const within = (told: unknown): readonly string[] => {
    const one = textIn(told, names, others, depth + 1);
    return one === null ? [] : [one];
  };
  if (known.length > 0) return known.flatMap((name) => within(byName.get(name)))[0] ?? null;
  return (
    inner.flatMap(([name, told]) => [...numberedName(name), ...named(name, within(told), others)]).join('\n') || null
  );
};

/** Things that are written by their numbers have these for names. */
const numberedName = (name: string): readonly string[] => (/\d{6}/.test(name) ? [name] : []);

/** The names that programs give to the entries of a list, or to a text: they say nothing of what it is. */
const ofList = /^(?:items?|elements?|entry|entries|rows?|node|list|array|data|value|text|string|content|code)$/i;
const saysNothing = (name: string): boolean => ofList.test(name) || /\d/.test(name) || !/\p{L}/u.test(name);
/** A text with the name of its field, in words: `shipmentId` is "shipment Id". */
const named = (name: string, texts: readonly string[], others: 'plain' | 'named'): readonly string[] =>
  others === 'plain' || saysNothing(name)
    ? texts
    : texts.map((one) => (one.includes('\n') ? one : `${inWords(name)}: ${one}`));
const inWords = (name: string): string =>
  name
    .slice(0, 60)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/[_-]+/g, ' ');

/** A text, or whatever it is wrapped in, but for an object with a field of one of these names. */
export const textWithout = (...names: readonly string[]) =>
  v.pipe(
    v.unknown(),
    v.check((value) => !isEntry(value) || !hasName(value, names), 'none of the fields'),
    v.transform((value) => textIn(value, [], 'named')),
  );

const hasName = (value: unknown, names: readonly string[]): boolean =>
  Object.keys(Object(value)).some((name) => names.includes(name.toLowerCase()));

/** What a list holds that is of this shape; what is not is left out. A list may stand in an object's `data`. */
export const readableIn = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.pipe(
    v.nullish(v.unknown(), null),
    v.metadata({ listOf: item }),
    v.transform((value) => itemsOf(value).flatMap((one) => read(item, one) ?? [])),
  );

/** What a list tells of parcels, and whether each of its entries was read. `names` = the fields of an entry that tell its number. */
export const parcelsIn = <Item>(item: v.GenericSchema<unknown, Item>, ...names: readonly string[]) =>
  v.pipe(
    v.nullish(v.unknown(), null),
    v.metadata({ listOf: item }),
    v.transform((value) => {
      const entries = itemsOf(value);
      const parcels = entries.flatMap((one) => read(item, one) ?? []);
      return { parcels, areRead: parcels.length === entries.length && areParcelsRead(value, names) };
    }),
  );

/**
 * Whether each entry of a list of parcels told its number, or that there is none yet: in an object without a field of one of these names,
 * or deeper than is read, it may be hidden. An element with nothing in it is no entry.
 */
export const areParcelsRead = (list: unknown, names: readonly string[]): boolean =>
  isEmpty(list) || itemsOf(list).every((one) => isParcelRead(one, names));

const isParcelRead = (one: unknown, names: readonly string[]): boolean => {
  if (typeof one !== 'object' || one === null) return true;
  const told = Object.entries(one).filter(([name]) => names.includes(name.toLowerCase()));
  return told.length > 0
    ? told.every(([, value]) => typeof value !== 'object' || isEmpty(value) || value === null || isToldIn(value, names))
    : isToldIn(one, names);
};

const isToldIn = (value: unknown, names: readonly string[]): boolean => textIn(value, names, 'plain') !== null;

/** A list with some of its entries taken out, as PHP writes it: `{"0": …, "2": …}`. */
const isNumbered = (value: unknown): value is object =>
  isEntry(value) && !isEmpty(value) && Object.keys(Object(value)).every((name) => /^\d{1,6}$/.test(name));

/** What is a list, however it is written. */
export const isList = (value: unknown): value is object => Array.isArray(value) || isNumbered(value);

/** The entries of a list, read or not. It may stand in an object's `data`, and be written as an object by number. */
export const itemsOf = (value: unknown): readonly unknown[] => {
  if (isNothing(value)) return [];
  const wrapped = read(Wrapped, value)?.data;
  const inner = isList(wrapped) ? wrapped : value;
  if (isNumbered(inner)) return Object.values(inner);
  return Array.isArray(inner) ? inner : [inner];
};
const Wrapped = entry({ data: v.nonNullish(v.unknown()) });

/** The entries of what is a list, however it is written; a single thing is none. */
export const rows = v.pipe(v.unknown(), v.check(isList, 'a list'), v.transform(itemsOf));

/** Whether an object has a field of one of these names: what has none is something else. */
export const hasField = (value: unknown, ...names: readonly string[]): boolean =>
  isEntry(value) && hasName(value, names);
