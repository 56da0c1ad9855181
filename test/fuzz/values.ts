import { prototypeNames } from '../prototype-names.ts';
import type { Dice } from '../simulation/search/seeded-random.ts';
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
export const pathPart = (dice: Dice, known: readonly string[]): string => {
  const roll = dice.roll();
  if (roll < 0.55 && known.length > 0) return dice.pick(known);
  return roll < 0.92 ? dice.pick(ids) : dice.pick(noIds);
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
const plausible = (dice: Dice, name: string, schema: Loose): string => {
  if (/Id$/.test(name)) return dice.pick(ids);
  if (name === 'poNumber') return dice.pick(['A-1', '1001-1', 'X', 'PO-77', '9'.repeat(20)]);
  if (schema.format === 'date-time' || /At$|since|until|expires/i.test(name))
    return dice.pick(['2026-11-20T17:03:00Z', '2027-01-01t00:00+0100', '2026-11-23T12:00:00.123Z']);
  if (/mail/i.test(name)) return 'person@canary.example';
  if (name === 'country') return dice.pick(['US', 'CA', 'PR', 'DE']);
  if (name === 'distributor') return dice.pick(['wps', 'automatic', 'tucker-rocky', 'parts-unlimited', 'elsewhere']);
  if (name === 'partNumber')
    return dice.pick(['26-1772', 'UNKNOWN-1', 'NOSTOCK-1', 'PAY-1', 'SPLIT-1', `X-${'\\'.repeat(40)}`]);
  if (name === 'trackingNumber')
    return dice.pick(['1Z999AA10123456784', '78045768393', '9400111899223197428490', 'JD014600003828']);
  if (/url|website/i.test(name)) return 'https://motohut.example/x';
  if (name === 'adminUrl') return 'https://motohut.example/o/{orderId}';
  return dice.pick(['Canary Person', 'UPS', '83702', 'ID', 'Main St', 'x', 'Ünïcode 北京']);
};

const numberOf = (dice: Dice, { minimum = 0, maximum = 100 }: Loose): number =>
  dice.pick([minimum, maximum, Math.min(maximum, minimum + 1), Math.min(maximum, Math.max(minimum, 3))]);

/** A value that this schema should take, as far as it says. */
export const valueFor = (dice: Dice, given: Loose, name = ''): Loose => {
  const schema = resolved(given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return dice.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return valueFor(dice, dice.pick(choices), name);
  if (schema.type === 'null') return null;
  if (schema.type === 'boolean') return dice.roll() < 0.7;
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(dice, schema);
  if (schema.type === 'string') return plausible(dice, name, schema);
  if (schema.type === 'array') {
    const count = Math.max(schema.minItems ?? 0, dice.below(3));
    return Array.from({ length: count }, () => valueFor(dice, schema.items ?? {}, name));
  }
  if (schema.properties === undefined) return {};
  const required: readonly string[] = schema.required ?? [];
  return Object.fromEntries(
    Object.entries(schema.properties)
      .filter(([field]) => required.includes(field) || dice.roll() < 0.4)
      .map(([field, inner]) => [field, valueFor(dice, inner, field)]),
  );
};

/** The same with one thing changed somewhere: left out, of another kind, at or over a limit, or added. */
export const nearly = (dice: Dice, value: Loose): Loose => {
  if (Array.isArray(value) && value.length > 0 && dice.roll() < 0.8) {
    const index = dice.below(value.length);
    return value.map((each, place) => (place === index ? nearly(dice, each) : each));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    const roll = dice.roll();
    if (roll < 0.1 || entries.length === 0)
      return { ...value, [dice.pick(['extra', 'prototype', 'constructor', 'toString'])]: dice.pick(hostileValues) };
    const [field] = dice.pick(entries);
    if (roll < 0.2) return Object.fromEntries(entries.filter(([name]) => name !== field));
    return Object.fromEntries(entries.map(([name, each]) => [name, name === field ? nearly(dice, each) : each]));
  }
  return typeof value === 'string' && dice.roll() < 0.6 ? dice.pick(hostileTexts) : dice.pick(hostileValues);
};

/** A value of a query. */
export const queryValue = (dice: Dice, name: string, known: readonly string[]): string => {
  if (dice.roll() < 0.3) return dice.pick(hostileTexts.filter((text) => text !== '\ud800'));
  if (name === 'limit') return dice.pick(['1', '2', '100', '0', '101', '-1', '1e1', '007']);
  if (name === 'status')
    return dice.pick(['accepted', 'needs-person', 'accepted,shipped', ',', 'New', 'refused', 'Cancelled,New']);
  if (name === 'cursor') return dice.pick([...known, 'WyJhIiwiYiJd', '~', 'x']);
  if (name === 'mode') return dice.pick(['live', 'test', 'both']);
  return plausible(dice, name, {});
};
