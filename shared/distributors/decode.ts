/** A character of a text, lower case, and where in the text it was written: `%41` is one `a` of three characters. */
export type Unit = { readonly char: string; readonly from: number; readonly to: number };

/** A text as its characters. */
export const unitsOf = (text: string): readonly Unit[] => {
  let at = 0;
  return [...text].map((char) => {
    const from = at;
    at += char.length;
    return { char: char.toLowerCase(), from, to: at };
  });
};

const names = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** No escape is longer: `&#x0000041;`. */
const longest = 12;

const escapes: readonly (readonly [start: string, shape: RegExp, read: (inner: string) => string | undefined])[] = [
  ['&', /^&#x([\da-f]{1,7});?/, (hex) => charOf(Number.parseInt(hex, 16))],
  ['&', /^&#(\d{1,7});?/, (decimal) => charOf(Number(decimal))],
  ['&', /^&([a-z]{2,4});/, (name) => names.get(name)],
  ['\\', /^\\u([\da-f]{4})/, (hex) => String.fromCharCode(Number.parseInt(hex, 16))],
  ['\\', /^\\x([\da-f]{2})/, (hex) => charOf(Number.parseInt(hex, 16))],
];

const charOf = (code: number): string | undefined => (code <= 0x10ffff ? String.fromCodePoint(code) : undefined);

/** One layer of escapes read: percent, HTML, JSON or JavaScript. */
export const decoded = (units: readonly Unit[]): readonly Unit[] => joined(unescaped(units));

const unescaped = (units: readonly Unit[]): readonly Unit[] => {
  const read: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    const [unit, width] = percentAt(units, at) ?? escapeAt(units, at) ?? [units[at], 1];
    if (unit !== undefined) read.push(unit);
    at += width;
  }
  return read;
};

const escapeAt = (units: readonly Unit[], at: number): readonly [Unit, number] | undefined => {
  const first = units[at];
  if (first === undefined || (first.char !== '&' && first.char !== '\\')) return undefined;
  const ahead = units
    .slice(at, at + longest)
    .map(({ char }) => (char.length === 1 ? char : '?'))
    .join('');
  for (const [start, shape, readInner] of escapes) {
    const found = start === first.char ? shape.exec(ahead) : null;
    const char = found === null ? undefined : readInner(found[1] ?? '');
    if (found !== null && char !== undefined) return [spanning(units, at, found[0].length, char), found[0].length];
  }
  return undefined;
};

/** `%c3%a9` is one character of two bytes. */
const percentAt = (units: readonly Unit[], at: number): readonly [Unit, number] | undefined => {
  const first = byteAt(units, at);
  if (first === undefined) return undefined;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  const bytes = Array.from({ length: size }, (_, n) => byteAt(units, at + 3 * n));
  const whole = bytes.flatMap((byte) => byte ?? []);
  const char = whole.length === size ? Buffer.from(whole).toString('utf8') : String.fromCharCode(first);
  const width = whole.length === size ? 3 * size : 3;
  return [spanning(units, at, width, char), width];
};

const byteAt = (units: readonly Unit[], at: number): number | undefined => {
  const [percent, high, low] = [units[at], units[at + 1], units[at + 2]];
  if (percent?.char !== '%') return undefined;
  const hex = `${high?.char}${low?.char}`;
  return /^[\da-f]{2}$/.test(hex) ? Number.parseInt(hex, 16) : undefined;
};

const spanning = (units: readonly Unit[], at: number, width: number, char: string): Unit => ({
  char: char.toLowerCase(),
  from: units[at]?.from ?? 0,
  to: units[at + width - 1]?.to ?? 0,
});

/** Two halves of a character that were escaped apart are one again. */
const joined = (units: readonly Unit[]): readonly Unit[] => {
  const whole: Unit[] = [];
  for (const unit of units) {
    const before = whole.at(-1);
    const isPair = before !== undefined && /^[\ud800-\udbff]$/.test(before.char) && /^[\udc00-\udfff]$/.test(unit.char);
    if (isPair)
      whole[whole.length - 1] = { char: (before.char + unit.char).toLowerCase(), from: before.from, to: unit.to };
    else whole.push(unit);
  }
  return whole;
};
