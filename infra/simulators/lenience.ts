/** A schema, looked at from outside: what it expects, and of what it is made. */
type Expected = {
  readonly type?: unknown;
  readonly entries?: unknown;
  readonly item?: unknown;
  readonly wrapped?: unknown;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const expectedOf = (schema: unknown): Expected => (isObject(schema) ? schema : {});
const isOptional = (schema: unknown): boolean => /^(optional|nullish|nullable)$/.test(String(expectedOf(schema).type));
const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

/**
 * A request as a lenient server takes it: names that it does not know are passed over, an optional field that is empty counts as
 * left out, numbers may come as text and text as numbers. Nothing that a person entered is changed.
 */
export const loosened = (schema: unknown, value: unknown): unknown => {
  const { type, entries, item, wrapped } = expectedOf(schema);
  if (wrapped !== undefined) return loosened(wrapped, value);
  if (isObject(entries)) return isObject(value) && !Array.isArray(value) ? fieldsOf(entries, value) : value;
  if (item !== undefined) return Array.isArray(value) ? value.map((one) => loosened(item, one)) : value;
  return scalarAs(type, value);
};

const fieldsOf = (entries: object, value: object): unknown => {
  const sent = new Map(Object.entries(value));
  const taken = Object.entries(entries).flatMap(([name, schema]) => {
    const field = sent.get(name);
    return isNothing(field) && (isOptional(schema) || field === undefined) ? [] : [[name, loosened(schema, field)]];
  });
  return Object.fromEntries(taken);
};

const scalarAs = (type: unknown, value: unknown): unknown => {
  if (type === 'string' && typeof value === 'number') return String(value);
  if (type === 'number' && typeof value === 'string' && /^\d[\d,]*(\.\d+)?$/.test(value))
    return Number(value.replaceAll(',', ''));
  if (type === 'boolean' && /^(1|0|true|false|yes|no)$/i.test(String(value)))
    return /^(1|true|yes)$/i.test(String(value));
  return value;
};
