import type { Problem } from './answers.ts';

/** An answer of the webstore's backend: what it is when all is well, or a problem that can be shown. */
export type Answer<Body> =
  | { readonly ok: true; readonly status: number; readonly body: Body }
  | { readonly ok: false; readonly status: number; readonly problem: Problem };

/** A submit waits 20 s at the service; what takes longer than this is no answer any more. */
const limitMilliseconds = 30_000;

const trouble = (type: string, detail: string): Problem => ({ type, detail });

/** What to say where nobody spoke the contract's language: a proxy, a login page, a dead network. */
const unreadable = (status: number): Problem => {
  if (status === 401 || status === 403)
    return trouble('signed-out', 'You are not signed in any more: sign in and open this dialog again.');
  if (status === 404)
    return trouble('not-found', 'The store’s backend does not know this address: check the endpoint of the dialog.');
  if (status >= 500)
    return trouble('backend-down', 'The store’s backend has a problem just now: try again in a moment.');
  return trouble('not-understood', 'The answer could not be read: try again in a moment.');
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isProblem = (value: object): value is Problem =>
  'type' in value && typeof value.type === 'string' && value.type.startsWith('urn:problem:');

const bodyOf = async (response: Response): Promise<object | null> => {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return null;
  const body: unknown = await response.json().catch(() => null);
  return isObject(body) ? body : null;
};

/**
 * Asks the webstore's own backend, which adds the key. Never throws. `has` = a member that the right answer has: anything else, such as
 * the page of a proxy with status 200, is not understood. A write of which no answer came may have been done.
 */
export const ask = async <Body extends object>(
  url: string,
  has: keyof Body & string,
  body?: object,
): Promise<Answer<Body>> => {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(limitMilliseconds),
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    const { status } = response;
    const given = await bodyOf(response);
    if (given !== null && response.ok && isA<Body>(given, has)) return { ok: true, status, body: given };
    return { ok: false, status, problem: given !== null && isProblem(given) ? given : unreadable(status) };
  } catch {
    return { ok: false, status: 0, problem: trouble('no-answer', 'No answer came from the store’s backend.') };
  }
};

const isA = <Body extends object>(given: object, has: keyof Body & string): given is Body => has in given;
