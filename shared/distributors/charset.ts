/** How a text is written where nothing says otherwise: UTF-8, and where it cannot be that, as older servers of the West write. */
const usual = 'utf-8';
const older = 'windows-1252';

/** So far a text is looked at for what it says of itself. */
const head = 512;

/** A text as it was written: the mark at its beginning outranks what the header says, and that what the text says of itself. */
export const decodedBy = (bytes: Uint8Array, contentType: string | null): string => {
  const label = markIn(bytes) ?? labelIn(contentType) ?? ownLabelIn(bytes) ?? wideIn(bytes);
  const text = label === null ? null : decodedAs(label, bytes, false);
  return text ?? decodedAs(usual, bytes, true) ?? decodedAs(older, bytes, false) ?? '';
};

/** Null: the label is unknown, or the bytes are not written so. */
const decodedAs = (label: string, bytes: Uint8Array, fatal: boolean): string | null => {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
};

const marks = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;
const markIn = (bytes: Uint8Array): string | null =>
  marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? null;

const labelIn = (contentType: string | null): string | null =>
  /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec((contentType ?? '').slice(0, head))?.[1] ?? null;

/** An XML declaration, or a page's `meta`. */
const ownLabelIn = (bytes: Uint8Array): string | null => {
  const start = new TextDecoder(older).decode(bytes.subarray(0, head));
  return /^\s{0,99}</.test(start)
    ? (/\b(?:encoding|charset)\s?=\s?["']?([\w.:-]{1,40})/i.exec(start)?.[1] ?? null)
    : null;
};

/** The first character of JSON or XML is a small one: of two bytes one is zero. */
const wideIn = ([first, second]: Uint8Array): string | null => {
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  return second === 0 && first !== undefined && first !== 0 ? 'utf-16le' : null;
};
