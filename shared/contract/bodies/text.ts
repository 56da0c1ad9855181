import * as v from 'valibot';

/** Control characters (line breaks too: they would end a header or a line of a mail) and halves of surrogate pairs. */
const unwanted = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** The same for readers of the contract, as far as a pattern without flags can say it. */
const shownPattern = '^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';

const length = (text: string): number => [...text].length;

/** A text that a person entered, kept as it is: 1 to `most` characters on one line, not only blanks. */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.check((input) => input.trim() !== '', 'Must not be empty.'),
    v.check((input) => length(input) <= most, `Must have at most ${most} characters.`),
    v.check((input) => !unwanted.test(input), 'Must be one line of text without control characters.'),
    v.metadata({ minLength: 1, maxLength: most, pattern: shownPattern }),
  );

/** An optional field may be left out or null; inside it is always null. */
export const optional = <const S extends v.GenericSchema>(schema: S) => v.nullish(schema, null);

/** A text that keeps to a pattern, with a sentence that says which. */
const shaped = (pattern: RegExp, detail: string) => v.pipe(v.string(), v.regex(pattern, detail));

/** `storeId`, `orderId`, `itemId`. */
export const Id = shaped(/^[A-Za-z0-9._-]{1,64}$/, 'Must be 1 to 64 of A-Z a-z 0-9 . _ -');

export const PoNumber = shaped(/^[A-Z0-9-]{1,20}$/, 'Must be 1 to 20 of A-Z 0-9 -');

export const KeyId = shaped(/^[A-Za-z0-9-]{1,64}$/, 'Must be 1 to 64 of A-Z a-z 0-9 -');

/** A distributor's name as the webstore writes it: any slug. */
export const Slug = shaped(/^[a-z0-9][a-z0-9-]{0,63}$/, 'Must be 1 to 64 of a-z 0-9 -, and not begin with a hyphen');

export const Email = v.pipe(
  v.string(),
  v.check((input) => input.length <= 254, 'Must have at most 254 characters.'),
  v.check(
    (input) =>
      /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}$/.test(
        input,
      ),
    'Must be one e-mail address, such as service@motohut.example.',
  ),
  v.metadata({ format: 'email', maxLength: 254 }),
);

const isInstant = (input: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(input) &&
  !Number.isNaN(Date.parse(input)) &&
  new Date(input).toISOString().slice(0, 19) === input.slice(0, 19);

/** A time in UTC, kept as it was written. */
export const InstantText = v.pipe(
  v.string(),
  v.check(isInstant, 'Must be a time in UTC, such as 2026-11-20T17:03:00Z.'),
  v.metadata({ format: 'date-time', pattern: 'Z$', maxLength: 30 }),
);

/** How many pieces. */
export const Quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999));

/** A time in an answer. */
export const At = v.pipe(v.string(), v.metadata({ format: 'date-time' }));
