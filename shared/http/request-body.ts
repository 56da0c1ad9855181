import { invalid, Problem } from '../contract/problem.ts';
import type { HttpEvent } from './event.ts';

const json = /^application\/json *(; *charset="?utf-8"? *)?$/i;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const wrongBody = (detail: string) => invalid([{ pointer: '', detail }]);

/**
 * The body as JSON; undefined when there is none. 413 above the limit (in bytes), 415 when it does not say that it is
 * JSON, 400 when it is none. Of a field named twice the last one counts, as everywhere in JavaScript.
 */
export const readJsonBody = (event: HttpEvent, limit: number): unknown => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > limit)
    throw new Problem('too-large', `A body may have ${limit} bytes at most: send less at once.`);
  if (bytes.length === 0) return undefined;
  if (!json.test(event.headers['content-type'] ?? '')) {
    throw new Problem('unsupported-media-type', 'Send the body as JSON, with "content-type: application/json".');
  }
  return parseJson(bytes);
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
