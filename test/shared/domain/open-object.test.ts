import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { openObject } from '../../../shared/domain/open-object.ts';
import { Instant } from '../../../shared/domain/vocabulary.ts';

/** What it knows nothing of. */
const strange = {
  trimmed: v.pipe(v.string(), v.trim()),
  long: v.pipe(v.string(), v.minLength(2)),
  either: v.union([v.string(), v.number()]),
  strict: v.strictObject({ text: v.optional(v.string()) }),
};

/** An object with everything that rows are made of, its objects made by this function. */
const made = (open: (entries: v.ObjectEntries) => v.GenericSchema, beside: v.ObjectEntries) =>
  open({
    text: v.string(),
    number: v.number(),
    flag: v.boolean(),
    word: v.picklist(['one', 'two']),
    one: v.literal(1),
    at: Instant,
    nullable: v.nullable(Instant),
    optional: v.optional(v.string()),
    both: v.optional(v.nullable(v.number())),
    nullish: v.nullish(v.string()),
    usual: v.optional(v.boolean(), true),
    none: v.nullable(v.string(), 'none'),
    anything: v.optional(v.unknown()),
    own: v.custom<string>((input) => typeof input !== 'number'),
    known: v.record(v.string(), v.number()),
    list: v.array(open({ text: v.string(), more: v.optional(v.string()) })),
    kinds: v.array(
      v.variant('kind', [
        v.object({ kind: v.literal('a') }),
        v.object({ kind: v.literal('b'), text: v.nullable(v.string()) }),
      ]),
    ),
    ...beside,
  });

const whole = {
  text: '',
  number: 1,
  flag: false,
  word: 'one',
  one: 1,
  at: '2026-11-20T17:03:00.000Z',
  nullable: null,
  usual: false,
  none: 'some',
  own: '',
  known: { a: 1 },
  list: [{ text: 'a' }, { text: 'b', more: 'c', newer: 1 }],
  kinds: [{ kind: 'a' }, { kind: 'b', text: null }],
  newer: ['of a newer version'],
};

const read = (schema: v.GenericSchema, input: unknown) => {
  const { typed, success, output, issues } = v.safeParse(schema, input);
  return { typed, success, output, issues };
};

/** One value in it, at any depth, is another or none. */
const spoilt = fc
  .tuple(
    fc.nat(),
    fc.oneof(
      fc.constantFrom(undefined, null, 0, 1, Number.NaN, '', 'one', true, [], {}, { kind: 'b' }, [{ kind: 'c' }]),
      fc.jsonValue(),
    ),
    fc.constantFrom('replace', 'remove', 'add'),
  )
  .map(([place, value, what]) => {
    const input = structuredClone({ ...whole, trimmed: ' a', long: 'long', either: 1, strict: {} });
    const at = placesIn(input);
    const { owner, name } = at[place % at.length] ?? { owner: input, name: 'text' };
    if (what === 'remove') Reflect.deleteProperty(owner, name);
    else if (what === 'add' && Array.isArray(owner)) owner.push(value);
    else Reflect.set(owner, what === 'add' ? 'added' : name, value);
    return input;
  });

const placesIn = (owner: object): { readonly owner: object; readonly name: string }[] =>
  Object.entries(owner).flatMap(([name, value]) => [
    { owner, name },
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ]);

describe('an open object', () => {
  it.each([
    ['known', {}],
    ['not all known', strange],
  ])('whose fields are %s is read as valibot reads it, whatever is wrong with it', (_, beside) => {
    const open = made(openObject, beside);
    const valibots = made((entries) => v.looseObject(entries), beside);
    fc.assert(
      fc.property(fc.oneof({ weight: 20, arbitrary: spoilt }, fc.jsonValue()), (input) => {
        expect(read(open, input)).toEqual(read(valibots, input));
      }),
      { numRuns: 2_000 },
    );
  });

  it('comes back as it is where all of it is known, what a newer version added included', () => {
    expect(v.parse(made(openObject, {}), whole)).toBe(whole);
  });

  it('gets what it lacks and has a default', () => {
    const usual = openObject({ text: v.string(), usual: v.optional(v.boolean(), true) });
    expect(v.parse(usual, { text: 'a' })).toEqual({ text: 'a', usual: true });
  });

  it('is not asked for more than is there', () => {
    const given = openObject({ any: v.unknown(), own: v.custom(() => true) });
    expect(v.safeParse(given, {}).issues).toHaveLength(2);
  });
});
