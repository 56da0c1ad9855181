import * as v from 'valibot';
import { Problem } from './answers.ts';

/**
 * An answer of the webstore's backend: what it is when all is well, or a problem that can be shown. `at`: when it was given by the
 * backend's clock, in milliseconds, for this computer's may be wrong by hours; null where it says nothing of that.
 */
export type Answer<Body> = { readonly status: number; readonly at: number | null } & (
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly problem: Problem }
);

/** A submit waits 20 s at the service; what takes longer than this is no answer any more. */
const limitMilliseconds = 30_000;

const signIn = 'Sign in, in another tab if you want to keep what you have entered, and try again.';
const sentences: ReadonlyMap<number, readonly [type: string, detail: string]> = new Map([
  [401, ['signed-out', `You are not signed in any more. ${signIn}`]],
  [
    403,
    ['not-allowed', 'The store’s backend does not let you do this: you may have to sign in anew, or may not order.'],
  ],
  [404, ['not-found', 'The store’s backend does not know this address: check the endpoint of the dialog.']],
  [413, ['too-large', 'The store’s backend finds this too large.']],
  [429, ['too-many', 'The store’s backend was asked too often: wait a minute and try again.']],
]);

const trouble = ([type, detail]: readonly [string, string]): Problem => ({ type, detail });

const isPage = (response: Response): boolean =>
  response.ok && (response.headers.get('content-type') ?? '').toLowerCase().startsWith('text/html');

/** What to say where nobody spoke the contract's language: a proxy, a login page, a dead network. */
const unreadable = (response: Response): Problem => {
  const { status } = response;
  if (isPage(response))
    return trouble([
      'page',
      `The answer could not be read: a page came in its place, perhaps the one where you sign in. ${signIn}`,
    ]);
  if (status >= 500)
    return trouble(['backend-down', 'The store’s backend has a problem just now: try again in a moment.']);
  return trouble(sentences.get(status) ?? ['not-understood', 'The answer could not be read: try again in a moment.']);
};

/** Whatever type and status a backend has passed on: what it says tells what it is. */
const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => null);

const timeOf = (response: Response): number | null => {
  const at = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
};

const understood = async <S extends v.GenericSchema>(
  schema: S,
  response: Response,
): Promise<Answer<v.InferOutput<S>>> => {
  const { status } = response;
  const at = timeOf(response);
  const given = await bodyOf(response);
  const right = v.safeParse(schema, given);
  if (response.ok && right.success) return { ok: true, status, at, body: right.output };
  const problem = v.safeParse(Problem, given);
  if (!problem.success) return { ok: false, status, at, problem: unreadable(response) };
  return { ok: false, status: problem.output.status ?? status, at, problem: problem.output };
};

/** The page's own, whatever its `base` element says; a page without an address has that of the one around it. */
const pageUrl = (): string => (location.origin === 'null' ? document.baseURI : location.href);

/** `crypto.randomUUID` is there only where the page came over TLS. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Asks the webstore's own backend, which adds the key. Never throws. What is not of the right shape, such as the page of a proxy
 * with status 200, is not understood; a redirect, as a rule to where one signs in, is not followed. A write of which no answer came
 * may have been done. A browser sends a write again by itself where a connection breaks: so each has a key of its own, by which the
 * service answers the same to both.
 */
export const ask = async <S extends v.GenericSchema>(
  schema: S,
  url: string,
  body?: object,
): Promise<Answer<v.InferOutput<S>>> => {
  try {
    const response = await fetch(new URL(url, pageUrl()), {
      signal: AbortSignal.timeout(limitMilliseconds),
      credentials: 'same-origin',
      // Browsers keep a 410 for ever, and a backend may pass on no Cache-Control.
      cache: 'no-store',
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json', 'idempotency-key': newKey() } : {}),
      },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    if (response.type === 'opaqueredirect') {
      const detail = `The store’s backend leads to another page instead of answering, most likely to where you sign in. ${signIn}`;
      return { ok: false, status: 0, at: null, problem: trouble(['redirected', detail]) };
    }
    return await understood(schema, response);
  } catch {
    const detail = 'No answer came from the store’s backend. If this computer is online, try again in a moment.';
    return { ok: false, status: 0, at: null, problem: trouble(['no-answer', detail]) };
  }
};
