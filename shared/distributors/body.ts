import { decodedBy } from './charset.ts';
import { gathered, mayRepeat, withMarks } from './repeated-names.ts';

/** A whole body as text, or why there is none. */
export type Body = { readonly text: string } | 'too-large' | 'cut-short';

/** Reads a body up to `limit` bytes and not one chunk further. Rejects as the stream does. */
export const readBody = async (response: Response, limit: number): Promise<Body> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limit) return 'too-large';
    chunks.push(chunk);
  }
  if (!isWhole(response.headers, bytes)) return 'cut-short';
  return { text: decodedBy(Buffer.concat(chunks), response.headers.get('content-type')) };
};

/** Where the length was announced and nothing was compressed, exactly that many bytes must have come. */
const isWhole = (headers: Headers, bytes: number): boolean => {
  const announced = headers.get('content-length');
  return announced === null || headers.has('content-encoding') || Number(announced) === bytes;
};

/**
 * The JSON in a text, or undefined when it is none. A whole number of more digits than a number of this language holds, and one
 * that something before has rounded (`9.4E+21`), are handed on as the texts that were written: a tracking number loses nothing. Nor
 * does a name that an object has twice.
 */
export const parseJson = (text: string): unknown => {
  try {
    const json: unknown = jsonIn(text);
    return mayRepeat(text, json) ? jsonIn(withMarks(text), gathered) : json;
  } catch {
    return undefined;
  }
};

/** Whether numbers are in the text that a number of this language may not hold. */
const isLong = (text: string): boolean => /\d{16}|\dE\+?\d/i.test(text);

const jsonIn = (text: string, also?: (value: unknown) => unknown): unknown => {
  if (also === undefined) return isLong(text) ? JSON.parse(text, asWritten) : JSON.parse(text);
  const read = (name: string, value: unknown, written?: { readonly source?: string }): unknown =>
    also(asWritten(name, value, written));
  return JSON.parse(text, read);
};

const asWritten = (_: string, value: unknown, written?: { readonly source?: string }): unknown => {
  const { source } = written ?? {};
  if (typeof value !== 'number' || source === undefined) return value;
  if (value >= 1e7 && /E/i.test(source)) return source.replace(/E\+?/i, 'E+');
  return !Number.isSafeInteger(value) && /^\d+$/.test(source) ? source : value;
};
