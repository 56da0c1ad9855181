import { prototypeNames } from '../prototype-names.ts';
import type { SeededRandom } from '../simulation/search/seeded-random.ts';
import { resolved } from './declared.ts';

type Loose = ReturnType<typeof JSON.parse>;

/** Ids that the contract takes: those that a plain object would stumble over among them. */
export const ids = [
  '1001',
  '1',
  '2',
  ...prototypeNames,
  'A.b_c-1',
  '-',
  '_',
  'null',
  'undefined',
  'NaN',
  'x'.repeat(64),
] as const;

/** What is no id at all, or means something to somebody in between. */
const noIds = [
  'x'.repeat(65),
  'ä',
  'a%00b',
  'a%2Fb',
  '%20',
  "';--",
  '<b>',
  '{orderId}',
  '%F0%9F%92%A9',
  '$ne',
  '*',
  'a b',
] as const;

/** A part of a path: mostly one that there is. */
export const pathPart = (random: SeededRandom, known: readonly string[]): string => {
  const roll = random.roll();
  if (roll < 0.55 && known.length > 0) return random.pick(known);
  return roll < 0.92 ? random.pick(ids) : random.pick(noIds);
};

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  '\ud800',
  '💩',
  "' or 1=1--",
  '<script>',
  '{{7*7}}',
  '../../etc',
  'a'.repeat(201),
  '\\'.repeat(60),
  '\r\nx: y',
  '__proto__',
  '\u200b',
  '1Z999AA10123456784',
  '2026-02-30T00:00:00Z',
  '9'.repeat(40),
  'é'.repeat(100),
];
const hostileValues: readonly Loose[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  2 ** 53 + 2,
  [],
  {},
  [[]],
  '',
  ['__proto__'],
  { toString: 1 },
  JSON.parse('{"__proto__":{"x":1}}'),
  { constructor: {} },
  { prototype: 1 },
];

/** A text that this field may well hold. */
const plausible = (random: SeededRandom, name: string, schema: Loose): string => {
  if (/Id$/.test(name)) return random.pick(ids);
  if (name === 'poNumber') return random.pick(['A-1', '1001-1', 'X', 'PO-77', '9'.repeat(20)]);
  if (schema.format === 'date-time' || /At$|since|until|expires/i.test(name))
    return random.pick(['2026-11-20T17:03:00Z', '2027-01-01t00:00+0100', '2026-11-23T12:00:00.123Z']);
  if (/mail/i.test(name)) return 'person@canary.example';
  if (name === 'country') return random.pick(['US', 'CA', 'PR', 'DE']);
  if (name === 'distributor') return random.pick(['wps', 'automatic', 'tucker-rocky', 'parts-unlimited', 'elsewhere']);
  if (name === 'partNumber')
    return random.pick(['26-1772', 'UNKNOWN-1', 'NOSTOCK-1', 'PAY-1', 'SPLIT-1', `X-${'\\'.repeat(40)}`]);
  if (name === 'trackingNumber')
    return random.pick(['1Z999AA10123456784', '78045768393', '9400111899223197428490', 'JD014600003828']);
  if (/url|website/i.test(name)) return 'https://motohut.example/x';
  if (name === 'adminUrl') return 'https://motohut.example/o/{orderId}';
  return random.pick(['Canary Person', 'UPS', '83702', 'ID', 'Main St', 'x', 'Ünïcode 北京']);
};

const numberOf = (random: SeededRandom, { minimum = 0, maximum = 100 }: Loose): number =>
  random.pick([minimum, maximum, Math.min(maximum, minimum + 1), Math.min(maximum, Math.max(minimum, 3))]);

/** A value that this schema should take, as far as it says. */
export const valueFor = (random: SeededRandom, given: Loose, name = ''): Loose => {
  const schema = resolved(given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return valueFor(random, random.pick(choices), name);
  if (schema.type === 'null') return null;
  if (schema.type === 'boolean') return random.roll() < 0.7;
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(random, schema);
  if (schema.type === 'string') return plausible(random, name, schema);
  if (schema.type === 'array') {
    const count = Math.max(schema.minItems ?? 0, random.below(3));
    return Array.from({ length: count }, () => valueFor(random, schema.items ?? {}, name));
  }
  if (schema.properties === undefined) return {};
  const required: readonly string[] = schema.required ?? [];
  return Object.fromEntries(
    Object.entries(schema.properties)
      .filter(([field]) => required.includes(field) || random.roll() < 0.4)
      .map(([field, inner]) => [field, valueFor(random, inner, field)]),
  );
};

/** The same with one thing changed somewhere: left out, of another kind, at or over a limit, or added. */
export const nearly = (random: SeededRandom, value: Loose): Loose => {
  if (Array.isArray(value) && value.length > 0 && random.roll() < 0.8) {
    const index = random.below(value.length);
    return value.map((each, place) => (place === index ? nearly(random, each) : each));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    const roll = random.roll();
    if (roll < 0.1 || entries.length === 0)
      return { ...value, [random.pick(['extra', 'prototype', 'constructor', 'toString'])]: random.pick(hostileValues) };
    const [field] = random.pick(entries);
    if (roll < 0.2) return Object.fromEntries(entries.filter(([name]) => name !== field));
    return Object.fromEntries(entries.map(([name, each]) => [name, name === field ? nearly(random, each) : each]));
  }
  return typeof value === 'string' && random.roll() < 0.6 ? random.pick(hostileTexts) : random.pick(hostileValues);
};

/** A value of a query. */
export const queryValue = (random: SeededRandom, name: string, known: readonly string[]): string => {
  if (random.roll() < 0.3) return random.pick(hostileTexts.filter((text) => text !== '\ud800'));
  if (name === 'limit') return random.pick(['1', '2', '100', '0', '101', '-1', '1e1', '007']);
  if (name === 'status')
    return random.pick(['accepted', 'needs-person', 'accepted,shipped', ',', 'New', 'refused', 'Cancelled,New']);
  if (name === 'cursor') return random.pick([...known, 'WyJhIiwiYiJd', '~', 'x']);
  if (name === 'mode') return random.pick(['live', 'test', 'both']);
  return plausible(random, name, {});
};
