import { decoded, type Unit, unitsOf } from './decode.ts';

/** A stretch of a text. */
export type Range = { readonly from: number; readonly to: number };

/** Shorter values are hidden only where they stand alone, or a dealer number `1` would leave nothing to read. */
export const shortValue = 4;
/** From this length a value is known even with blanks within it, and from the other one by its half. */
const spacedValue = 8;
const halvedValue = 12;
/** Layers of escapes that are read. */
const layers = 3;

/** Characters that stand between others without meaning anything: escapes of escapes, breaks, blanks and their `+`. */
const filler = /^[\s\\+\p{Cc}\p{Cf}]$/u;
const anyFiller = /[\s\\+\p{Cc}\p{Cf}]+/gu;

/** A text to search, and where each of its characters comes from. */
type Form = { readonly text: string; readonly units: readonly Unit[] };
const formOf = (units: readonly Unit[]): Form => {
  const apart: Unit[] = [];
  for (const unit of units) for (let at = 0; at < unit.char.length; at += 1) apart.push(unit);
  return { text: units.map(({ char }) => char).join(''), units: apart };
};

/** A text as it stands, and with each layer of its escapes read, as far as there are any: an escape takes several characters for one. */
const readIn = (raw: readonly Unit[], left = layers): readonly (readonly Unit[])[] => {
  const next = left > 0 ? decoded(raw) : raw;
  return next.length === raw.length ? [raw] : [raw, ...readIn(next, left - 1)];
};

/** Where any of these values is written in the words, however it is. */
export const rangesOf = (values: readonly string[], words: string): readonly Range[] => {
  if (values.length === 0 || words === '') return [];
  const raw = unitsOf(words);
  const read = readIn(raw);
  const whole = formOf(raw);
  const spaced = read.map((units) => formOf(units.filter(({ char }) => char !== '\\')));
  const bare = read.map((units) => formOf(units.filter(({ char }) => !filler.test(char))));
  const hex = read.map((units) => formOf(units.filter(({ char }) => /^[a-z\d]$/.test(char))));
  return values.flatMap((value) => {
    const [lower, packed] = [value.toLowerCase(), value.toLowerCase().replace(anyFiller, '')];
    const stripped = lower.replaceAll('\\', '');
    // Of a value that is little else than backslashes nothing is left to search for: it is searched for as it is written.
    const isLittle = stripped.length < Math.min(shortValue, value.length);
    const plain = isLittle ? placesOf(lower, whole) : spaced.flatMap((form) => placesOf(stripped, form));
    const alone = value.length < shortValue ? plain.filter((range) => standsAlone(words, range)) : plain;
    const encoded = [...inHex(value, hex), ...inBase64(lower, packed, words)];
    return packed.length < spacedValue
      ? [...alone, ...encoded]
      : [...alone, ...bare.flatMap((form) => placesOf(packed, form)), ...encoded];
  });
};

const standsAlone = (words: string, { from, to }: Range): boolean =>
  !/[\p{L}\p{N}]$/u.test(words.slice(Math.max(0, from - 2), from)) && !/^[\p{L}\p{N}]/u.test(words.slice(to, to + 2));

const inHex = (value: string, forms: readonly Form[]): readonly Range[] => {
  if (value.length < shortValue) return [];
  const writings = [value, value.toLowerCase()].map((text) => Buffer.from(text).toString('hex'));
  return [...new Set(writings)].flatMap((hex) => forms.flatMap((form) => placesOf(hex, form)));
};

/** Every place of a value in a form; of a long one the places of its halves too, as far as they go. */
const placesOf = (value: string, { text, units }: Form): readonly Range[] => {
  const half = value.length < halvedValue ? value.length : Math.max(spacedValue, Math.ceil(value.length / 2));
  return [
    ...positionsOf(value.slice(0, half), text).map((at) => rangeOf(units, at, at + sameAhead(value, text, at))),
    ...(half === value.length ? [] : positionsOf(value.slice(-half), text)).map((at) =>
      rangeOf(units, at + half - sameBehind(value, text, at + half), at + half),
    ),
  ];
};

const rangeOf = (units: readonly Unit[], first: number, end: number): Range => ({
  from: units[first]?.from ?? 0,
  to: units[end - 1]?.to ?? 0,
});

const sameAhead = (value: string, text: string, at: number): number => {
  let same = 0;
  while (same < value.length && text[at + same] === value[same]) same += 1;
  return same;
};
const sameBehind = (value: string, text: string, end: number): number => {
  let same = 0;
  while (same < value.length && text[end - 1 - same] === value[value.length - 1 - same]) same += 1;
  return same;
};

const positionsOf = (needle: string, text: string): readonly number[] => {
  const positions: number[] = [];
  if (needle === '') return positions;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) positions.push(at);
  return positions;
};

/** Words of base64, wherever their packing may have begun, also where they are broken over lines. */
const inBase64 = (lower: string, packed: string, words: string): readonly Range[] => {
  if (lower.length < shortValue) return [];
  const units = unitsOf(words).filter(({ char }) => !/^\s$/.test(char));
  const [asIs, stripped] = [lower, packed].map((value) => Buffer.from(value).toString('latin1').toLowerCase());
  return runsOf(units, /^[a-z\d+/_-]$/).flatMap((run) =>
    [0, 1, 2, 3].flatMap((offset) => {
      const bytes = bytesIn(
        run
          .slice(offset)
          .map(({ from }) => words[from])
          .join(''),
      );
      const places = [
        ...placesOf(asIs ?? '', formOf(bytes)),
        ...(packed.length < spacedValue
          ? []
          : placesOf(stripped ?? '', formOf(bytes.filter(({ char }) => !filler.test(char))))),
      ];
      return places.map(({ from, to }) => ({
        from: run[offset + Math.floor((from * 4) / 3)]?.from ?? 0,
        to: run[Math.min(run.length - 1, offset + Math.ceil((to * 4) / 3))]?.to ?? words.length,
      }));
    }),
  );
};

/** The bytes of a word of base64, a unit each. */
const bytesIn = (word: string): readonly Unit[] => {
  const bytes = Buffer.from(word, 'base64').toString('latin1').toLowerCase();
  return Array.from({ length: bytes.length }, (_, at) => ({ char: bytes.charAt(at), from: at, to: at + 1 }));
};

const runsOf = (units: readonly Unit[], shape: RegExp): readonly (readonly Unit[])[] => {
  const runs: Unit[][] = [[]];
  for (const unit of units) {
    if (shape.test(unit.char)) runs.at(-1)?.push(unit);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter((run) => run.length >= 6);
};
