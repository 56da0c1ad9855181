/**
 * JSON in which an object has a name twice, as programs that make it of XML write a list: a parser keeps the last value, and the
 * first parcel would be lost. Here such a name has the list of its values; where one value is asked for, there is none.
 */

/** A quote before a colon: the end of a name, or the beginning of a text that begins with one. */
const ends = /(?<!\\)"\s{0,9}:/g;

/** Whether a text of JSON may have more names than the value that was made of it. */
export const mayRepeat = (text: string, value: unknown): boolean => (text.match(ends)?.length ?? 0) > namesIn(value);

const namesIn = (value: unknown): number => {
  let count = 0;
  const open = [value];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    const values = Object.values(one);
    if (!Array.isArray(one)) count += values.length;
    for (const each of values) if (typeof each === 'object' && each !== null) open.push(each);
  }
  return count;
};

/** Stands at the end of a repeated name, with its count: no name of anybody's has it. */
const mark = '\\u0000';
const marked = /\0\d+$/;

/** A text of JSON with its repeated names marked. */
export const withMarks = (text: string): string => {
  const open: Set<string>[] = [];
  const pieces: string[] = [];
  let written = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') open.push(new Set());
    else if (text[at] === '}') open.pop();
    if (text[at] !== '"') continue;
    const end = endOfText(text, at);
    const names = open.at(-1);
    if (names !== undefined && /^\s{0,99}:/.test(text.slice(end + 1, end + 101))) {
      const name = text.slice(at, end);
      if (names.has(name)) {
        pieces.push(text.slice(written, end), `${mark}${pieces.length}`);
        written = end;
      }
      names.add(name);
    }
    at = end;
  }
  return [...pieces, text.slice(written)].join('');
};

/** Where the text that begins at a quote ends: at the next one that is not written with a backslash. */
const endOfText = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
};

/** A value whose marked names are gathered under the name that they repeat. */
export const gathered = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value);
  if (!fields.some(([name]) => marked.test(name))) return value;
  const values = Map.groupBy(fields, ([name]) => name.replace(marked, ''));
  return Object.fromEntries([...values].map(([name, told]) => [name, together(told.map(([, each]) => each))]));
};

/** One where all are the same, else a list of all of them. */
const together = (values: readonly unknown[]): unknown => {
  const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
  return distinct.size === 1 ? values[0] : [...distinct.values()].flat();
};
