import type * as v from 'valibot';

/** What a schema looks for: fields, entries of a list, or a value that it can read. */
export type Expected =
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Expected>; readonly inAnyCase: boolean }
  | { readonly kind: 'list'; readonly item: Expected }
  | { readonly kind: 'value'; readonly schema: v.GenericSchema };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const partOf = (value: unknown, name: string): unknown =>
  isObject(value) ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
const isSchema = (value: unknown): value is v.GenericSchema => partOf(value, 'kind') === 'schema';

/** The steps of a schema: itself, or those of its pipe. */
const stepsOf = (schema: unknown): readonly unknown[] => {
  const pipe = partOf(schema, 'pipe');
  return Array.isArray(pipe) ? pipe : [schema];
};

/** Reads out of a schema what it looks for; of alternatives the first that has fields. */
export const expectedOf = (schema: v.GenericSchema): Expected => {
  const steps = stepsOf(schema);
  for (const step of steps) {
    const within = innerOf(step, schema);
    if (within !== null) return within;
  }
  return { kind: 'value', schema };
};

const innerOf = (step: unknown, whole: v.GenericSchema): Expected | null => {
  const [entries, item, options] = [partOf(step, 'entries'), partOf(step, 'item'), partOf(step, 'options')];
  const listed = partOf(partOf(step, 'metadata'), 'listOf');
  if (isObject(entries)) return { kind: 'fields', fields: fieldsIn(entries), inAnyCase: isInAnyCase(whole) };
  if (isSchema(item)) return { kind: 'list', item: expectedOf(item) };
  if (isSchema(listed)) return { kind: 'list', item: expectedOf(listed) };
  if (Array.isArray(options)) {
    const some = options.filter(isSchema).map(expectedOf);
    return some.find(({ kind }) => kind !== 'value') ?? null;
  }
  const wrapped = partOf(step, 'wrapped');
  const inner = isSchema(wrapped) ? expectedOf(wrapped) : null;
  return inner?.kind === 'value' ? null : inner;
};

const fieldsIn = (entries: object): ReadonlyMap<string, Expected> =>
  new Map(Object.entries(entries).flatMap(([name, schema]) => (isSchema(schema) ? [[name, expectedOf(schema)]] : [])));

const isInAnyCase = (schema: unknown): boolean =>
  stepsOf(schema).some((step) => partOf(partOf(step, 'metadata'), 'inAnyCase') === true);
