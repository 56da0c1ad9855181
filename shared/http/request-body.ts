import { invalid, Problem } from '../contract/problem.ts';
import type { HttpEvent } from './event.ts';

/** A media type with its parameters (RFC 9110, 8.3.1): unknown ones change nothing, and an empty one is none. */
const json =
  /^[ \t]*application\/json[ \t]*(?:;[ \t]*(?:[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"[^"]*")[ \t]*)?)*$/i;

/** JSON is UTF-8 (RFC 8259), of which ASCII is a part; whoever says something else means other bytes. */
const charsets = ['utf-8', 'utf8', 'us-ascii'].flatMap((name) => [`charset=${name}`, `charset="${name}"`]);

const isJson = (type: string): boolean => {
  const parameters = type.split(';').map((each) => each.trim().toLowerCase());
  return json.test(type) && parameters.every((each) => !each.startsWith('charset=') || charsets.includes(each));
};

/** Skips the mark that programs on Windows put before a text (RFC 8259, 8.1, lets a parser do so). */
const utf8 = new TextDecoder('utf-8', { fatal: true });

const wrongBody = (detail: string) => invalid([{ pointer: '', detail }]);

const bytesOf = ({ body = '', isBase64Encoded }: HttpEvent): Uint8Array =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

/** 415 for a body that does not say that it is JSON, or is compressed. */
export const refuseOtherMedia = (event: HttpEvent): void => {
  if (!event.body || bytesOf(event).length === 0) return;
  if (!isJson(event.headers['content-type'] ?? '')) {
    throw new Problem('unsupported-media-type', 'Send JSON in UTF-8, with "content-type: application/json".');
  }
  if (!/^(identity)?$/i.test((event.headers['content-encoding'] ?? '').trim()))
    throw new Problem('unsupported-media-type', 'Send the body as it is, without "content-encoding".');
};

/**
 * The body as JSON; undefined when there is none. 413 above the limit (in bytes), 415 for other media, 400 when it is none. Of a field
 * named twice the last one counts, as everywhere in JavaScript.
 */
export const readJsonBody = (event: HttpEvent, limit: number): unknown => {
  const bytes = bytesOf(event);
  if (bytes.length > limit)
    throw new Problem('too-large', `A body may have ${limit} bytes at most: send less at once.`);
  refuseOtherMedia(event);
  return bytes.length === 0 ? undefined : parseJson(bytes);
};

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    // The reason would repeat the input.
    throw wrongBody('The body is not JSON in UTF-8.');
  }
};

/** 400 for a body that has to be there. */
export const missingBody = () => wrongBody('The body is missing: send a JSON object.');
