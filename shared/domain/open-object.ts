import * as v from 'valibot';

type Holds = (value: unknown) => boolean;

/** What schemas of valibot are made of. */
type Parts = {
  readonly pipe: readonly (v.GenericSchema | v.GenericPipeAction)[];
  readonly entries: v.ObjectEntries;
  readonly options: readonly unknown[];
  readonly item: v.GenericSchema;
  readonly key: v.GenericSchema;
  readonly value: v.GenericSchema;
  readonly wrapped: v.GenericSchema;
  readonly literal: unknown;
  readonly check: Holds;
  readonly requirement: Holds;
  readonly default: unknown;
};
type Step = Parts['pipe'][number];

const has = <Name extends keyof Parts>(schema: object, ...names: readonly Name[]): schema is Pick<Parts, Name> =>
  names.every((name) => name in schema);

const isSchema = (option: unknown): option is v.GenericSchema => isObject(option) && option.kind === 'schema';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Valibot drops these of every object. */
const isDropped = (name: string): boolean => name === '__proto__' || name === 'prototype' || name === 'constructor';

const unsure: Holds = () => false;
const isGiven: Holds = (value) => value !== undefined;

/**
 * An object of at least these fields. One that keeps to them, as nearly all do, is given back as it came: valibot would fill another one
 * field by field, which becomes a hash table where there are more than a dozen, and takes ten times as long. Whatever else comes (a field
 * that is wrong, or left out and has a default) is valibot's.
 */
export const openObject = <const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<Entries, undefined>>> => {
  type Output = v.InferOutput<typeof schema>;
  const schema = v.looseObject(entries);
  let holds: Holds | undefined;
  const isOutput = (value: unknown): value is Output => {
    holds ??= entriesHold(entries);
    return holds(value);
  };
  return {
    ...schema,
    '~run'(dataset, config) {
      const { value } = dataset;
      return isOutput(value) ? { typed: true, value } : schema['~run'](dataset, config);
    },
  };
};

const entriesHold = (entries: v.ObjectEntries): Holds => {
  const tests = Object.entries(entries).map(([name, schema]) => ({ name, holds: holdsOf(schema) }));
  return (value) => {
    if (!isObject(value)) return false;
    for (const { name, holds } of tests) if (!holds(value[name])) return false;
    return true;
  };
};

/** Whether a value is of this schema, and is what the schema would make of it: false also where that is not known. */
const holdsOf = (schema: Step): Holds => {
  if (has(schema, 'pipe')) {
    const steps = schema.pipe.map(holdsOf);
    return (value) => steps.every((holds) => holds(value));
  }
  if (schema.kind === 'metadata') return () => true;
  switch (schema.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => typeof value === 'number' && !Number.isNaN(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'unknown':
      return isGiven;
    default:
      return composedOf(schema);
  }
};

const composedOf = (schema: Step): Holds => {
  const { type } = schema;
  if (type === 'guard' && has(schema, 'requirement')) return schema.requirement;
  if (type === 'custom' && has(schema, 'check')) return (value) => isGiven(value) && schema.check(value);
  if (type === 'literal' && has(schema, 'literal')) return (value) => value === schema.literal;
  if (type === 'picklist' && has(schema, 'options')) return (value) => schema.options.includes(value);
  if (has(schema, 'wrapped', 'default')) return wrapped(type, schema);
  if (type === 'array' && has(schema, 'item')) {
    const holds = holdsOf(schema.item);
    return (value) => {
      if (!Array.isArray(value)) return false;
      for (const each of value) if (!holds(each)) return false;
      return true;
    };
  }
  if (type === 'record' && has(schema, 'key', 'value')) {
    const [isName, holds] = [holdsOf(schema.key), holdsOf(schema.value)];
    return (value) =>
      isObject(value) && Object.keys(value).every((name) => !isDropped(name) && isName(name) && holds(value[name]));
  }
  if (type === 'variant' && has(schema, 'options')) {
    const options = schema.options.filter(isSchema).map(holdsOf);
    return (value) => options.some((holds) => holds(value));
  }
  if (!has(schema, 'entries')) return unsure;
  const holds = entriesHold(schema.entries);
  if (type === 'loose_object') return holds;
  return type === 'object'
    ? (value) => holds(value) && isObject(value) && Object.keys(value).every((name) => name in schema.entries)
    : unsure;
};

/** What may be null or left out; a default is valibot's to give. */
const wrapped = (type: string, { wrapped, default: given }: Pick<Parts, 'wrapped' | 'default'>): Holds => {
  const holds = holdsOf(wrapped);
  const none: Holds =
    type === 'nullable'
      ? (value) => value === null
      : type === 'optional'
        ? (value) => value === undefined
        : type === 'nullish'
          ? (value) => value === undefined || value === null
          : unsure;
  return given === undefined ? (value) => none(value) || holds(value) : (value) => !none(value) && holds(value);
};
