import { createHash, createHmac } from 'node:crypto';
import { invalid } from '../../contract/problem.ts';
import type { Key } from '../../domain/ports/table.ts';
import { keys } from '../../domain/rows/keys.ts';
import type { HttpEvent } from '../event.ts';

const printable = /^[\x20-\x7e]{1,128}$/;

/** An `Idempotency-Key` as it is kept: where, and what it is bound to. The key itself is kept nowhere. */
export type GivenKey = {
  readonly key: Key;
  /** An HMAC of method, path, query and body under the caller's own key: without that key nobody can try what it was made of. */
  readonly fingerprint: string;
};

/** The key of this request, null where it has none; 400 for one that is none. `storeId` null = a route of no store. */
export const keyOf = (event: HttpEvent, storeId: string | null): GivenKey | null => {
  const given = event.headers['idempotency-key'];
  if (given === undefined) return null;
  if (!printable.test(given)) {
    throw invalid([{ pointer: '/headers/idempotency-key', detail: 'Must be 1 to 128 printable ASCII characters.' }]);
  }
  const hash = createHash('sha256').update(given).digest('hex');
  return {
    key: keys.request(storeId, hash),
    fingerprint: createHmac('sha256', given).update(boundTo(event)).digest('hex'),
  };
};

/** All that makes it this request; the length of each part stands before it. */
const boundTo = (event: HttpEvent): string => {
  const query = Object.entries(event.queryStringParameters ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [event.requestContext.http.method, event.rawPath, JSON.stringify(query), bodyOf(event)];
  return parts.map((part) => `${part.length}:${part}`).join();
};

/** JSON as what it says: blanks and the order of fields make no other request. Anything else is taken byte by byte. */
const bodyOf = ({ body = '', isBase64Encoded }: HttpEvent): string => {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  try {
    return JSON.stringify(JSON.parse(bytes.toString()), sorted);
  } catch {
    return bytes.toString('base64');
  }
};

/** An object as its fields in order, told from a list by its first sign. */
const sorted = (_name: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return ['[', ...value];
  return ['{', ...Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))];
};
