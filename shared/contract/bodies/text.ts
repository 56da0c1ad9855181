import * as v from 'valibot';
import { isOneLine, mostPieces } from '../../domain/order/sendable.ts';

/** The same for readers of the contract, as far as a pattern without flags can say it. */
const shownPattern = '^(?!\\s*$)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';

/** Something that a person can see: not only blanks, joiners, fillers and the like. */
const isVisible = (input: string): boolean => /[^\s\p{DI}\p{C}\u2800]/u.test(input);

const length = (text: string): number => [...text].length;

/** A text that a person entered, kept as it is: 1 to `most` characters on one line, something to see among them. */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.check(isVisible, 'Must not be empty, nor of invisible characters only.'),
    v.check((input) => length(input) <= most, `Must have at most ${most} characters.`),
    v.check(isOneLine, 'Must be one line of text without control characters.'),
    v.metadata({ minLength: 1, maxLength: most, pattern: shownPattern }),
  );

/** A text as the webstore holds it: the same, but it may be empty. Blanks alone are empty. */
export const textOrEmpty = (most: number) =>
  v.pipe(
    v.string(),
    v.check((input) => input.trim() === '' || isVisible(input), 'Must not be of invisible characters only.'),
    v.check((input) => length(input) <= most, `Must have at most ${most} characters.`),
    v.check(isOneLine, 'Must be one line of text without control characters.'),
    v.metadata({ maxLength: most }),
    v.transform((input) => (input.trim() === '' ? '' : input)),
  );

/** An optional text: left out, null or empty it is null. */
export const optionalText = (most: number) =>
  v.pipe(
    v.nullish(textOrEmpty(most), null),
    v.transform((input) => (input === '' ? null : input)),
  );

/** An optional field may be left out or null; inside it is always null. */
export const optional = <const S extends v.GenericSchema>(schema: S) => v.nullish(schema, null);

/** A text that keeps to a pattern, with a sentence that says which. */
const shaped = (pattern: RegExp, detail: string) => v.pipe(v.string(), v.regex(pattern, detail));

const idInWords = 'Must be 1 to 64 of A-Z a-z 0-9 . _ -';

/** `storeId`, `orderId`, `itemId`. Whoever reads a URL takes `.` and `..` out of its path (RFC 3986, 5.2.4): nobody could ask for those. */
export const Id = shaped(
  /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,64}$/,
  `${idInWords}, and not . or .., which a URL cannot hold`,
);

/** An item's id in an order; any that it may have had before where nothing may be refused. */
export const heldId = (excess: Excess) => (excess === 'refused' ? Id : shaped(/^[A-Za-z0-9._-]{1,64}$/, idInWords));

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
  v.check((input) => !/\.[0-9-]+$/.test(input), 'Must end in the name of a host, not in a number.'),
  v.metadata({ format: 'email', maxLength: 254 }),
);

const emailInWords = 'Must be one e-mail address, such as ada@example.com.';

/**
 * A customer's e-mail address as the webstore holds it: in any script (RFC 6531), blanks around it or not. Whether mail gets there
 * is seen when it is sent.
 */
export const HeldEmail = v.pipe(
  v.string(),
  v.trim(),
  v.check((input) => input.length <= 254, 'Must have at most 254 characters.'),
  v.check(
    (input) =>
      /^[^\s@<>()[\],;:"\\\p{C}\p{DI}]{1,64}@([\p{L}\p{N}\p{M}-]{1,63}\.)+[\p{L}\p{N}\p{M}-]{2,63}$/u.test(input),
    emailInWords,
  ),
  v.check((input) => !/\.[\p{N}-]+$/u.test(input), 'Must end in the name of a host, not in a number.'),
);

/**
 * Half a surrogate pair (a text that was cut in the middle of a character) can neither be stored nor sent. What nobody can see is
 * empty; of what is too long the beginning is kept.
 */
const asHeld = (input: string, most: number): string => {
  if (!isVisible(input)) return '';
  const whole = input.toWellFormed();
  return length(whole) <= most ? whole : `${[...whole].slice(0, most - 1).join('')}…`;
};

/** What becomes of a text that is too long or cannot be seen, of a list that is too long, and of a quantity that nobody has. */
export type Excess = 'refused' | 'cut';

/** What the webstore holds, line breaks and all: whether it can be sent is judged where something is sent. */
const held = (most: number, excess: Excess) =>
  v.pipe(
    v.string(),
    v.check(
      (input) => excess === 'cut' || input.trim() === '' || isVisible(input),
      'Must not be of invisible characters only.',
    ),
    v.check((input) => excess === 'cut' || length(input) <= most, `Must have at most ${most} characters.`),
    v.transform((input) => asHeld(input, most)),
  );

/** A text of an order as the webstore holds it: null is empty. */
export const heldText = (most: number, excess: Excess) =>
  v.pipe(
    v.nullable(held(most, excess)),
    v.transform((input) => input ?? ''),
  );

/** The same of an optional field: left out, null or empty it is null. */
export const heldOptional = (most: number, excess: Excess) =>
  v.pipe(
    v.nullish(held(most, excess), null),
    v.transform((input) => input || null),
  );

/** How many pieces. */
export const Quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPieces));

/** More than is ever ordered, and the least that the table tells from nothing. */
const quantities = { most: 1_000_000_000, least: 0.000_001 } as const;

/** How much an order holds: nothing where all was taken back, more than is ever drop-shipped, or a part of a piece (cloth by the yard). */
const OrderedQuantity = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(quantities.most),
  v.check((input) => input === 0 || input >= quantities.least, `Must be 0, or at least ${quantities.least}.`),
);

/** The same where nothing may be refused: less than nothing (more was taken back than was ordered) is nothing. */
const AnyQuantity = v.pipe(
  v.number(),
  v.description(
    'How much of it is ordered, from 0 to 1,000,000,000; less than 0 is refused where the order is New, and 0 in any other. Only whole pieces, at most 9999, are drop-shipped: the dialog says so of any other.',
  ),
  v.transform((input) => (input < quantities.least ? 0 : Math.min(input, quantities.most))),
);

export const heldQuantity = (excess: Excess) => (excess === 'refused' ? OrderedQuantity : AnyQuantity);

/** A time in an answer. */
export const At = v.pipe(v.string(), v.metadata({ format: 'date-time' }));
