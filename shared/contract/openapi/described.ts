import { describeField } from './field-descriptions.ts';
import { describeValue } from './value-descriptions.ts';

/** A JSON Schema, as far as it is walked here. */
type Node = { readonly [key: string]: unknown };

const isNode = (input: unknown): input is Node => typeof input === 'object' && input !== null && !Array.isArray(input);
const nodes = (input: unknown): readonly Node[] => (Array.isArray(input) ? input.filter(isNode) : []);

/** Where the schemas stand that say what one and the same value may be. */
const choices = ['anyOf', 'oneOf', 'allOf'] as const;

/** The texts that a schema allows where only some are possible: its own, its list's, or its choices'. */
const allowed = (schema: Node): readonly string[] =>
  [
    ...(Array.isArray(schema.enum) ? schema.enum : []),
    ...('const' in schema ? [schema.const] : []),
    ...(isNode(schema.items) ? allowed(schema.items) : []),
    ...choices.flatMap((key) => nodes(schema[key]).flatMap(allowed)),
  ].filter((value) => typeof value === 'string');

const meaning = (schema: Node, owner: string, name: string): string | undefined => {
  const field = typeof schema.description === 'string' ? schema.description : describeField(owner, name);
  const values = allowed(schema).flatMap((value) => {
    const text = describeValue(name, value);
    return text === undefined ? [] : [`- \`${value}\`: ${text}`];
  });
  if (field === undefined || values.length === 0) return field;
  return `${field}\n\n${values.join('\n')}`;
};

const field = (schema: unknown, owner: string, name: string): unknown => {
  if (!isNode(schema)) return schema;
  const description = meaning(schema, owner, name);
  return { ...described(schema, name), ...(description === undefined ? {} : { description }) };
};

/** The schema with what every field and value means; `owner` is its name, or the field's in which it stands. */
export const described = (schema: object, owner: string): object =>
  Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      // What is left out is null: generators of types would take a default for a field that is always there.
      if (key === 'default' && value === null) return [];
      // Allowed by JSON Schema since draft 6; readers of older ones refuse the whole document.
      if (key === 'required' && Array.isArray(value) && value.length === 0) return [];
      return [[key, keywordOf(key, value, owner)]];
    }),
  );

const keywordOf = (key: string, value: unknown, owner: string): unknown => {
  if (key === 'properties' && isNode(value))
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, field(each, owner, name)]));
  if (choices.some((choice) => choice === key)) return nodes(value).map((each) => described(each, owner));
  return key === 'items' && isNode(value) ? described(value, owner) : value;
};
