import type { Context } from 'hono';
import { nameOf } from './front-desk.ts';
import type { Manner } from './manner.ts';
import type { Refusal } from './parts.ts';

/** Says no: an HTTP status and a message. The texts are not public: these are ours. */
export const no = (c: Context, status: 401 | 402 | 404 | 422, message: string): Response => c.json({ message }, status);
/** As the framework that WPS is written in says it (its own words are not public): a sentence, and the sentences by field. */
export const invalid = (c: Context, { field, wrong }: { field: string; wrong: string }): Response => {
  const named = field.replaceAll('_', ' ');
  const sentence =
    sentences.find(([start]) => wrong.startsWith(start))?.[1] ?? ((name) => `The selected ${name} is invalid.`);
  const said = sentence(named, wrong);
  return c.json({ message: said, errors: { [field]: [said] } }, 422);
};

const sentences: readonly (readonly [start: string, say: (name: string, wrong: string) => string])[] = [
  ['is required', (name) => `The ${name} field is required.`],
  ['must have at most', (name, wrong) => `The ${name} may not be greater than ${/\d+/.exec(wrong)?.[0]} characters.`],
  ['must be', (name, wrong) => `The ${name} ${wrong}.`],
];

export const refusals: Record<Refusal, (c: Context, part: string) => Response> = {
  unknown: (c, part) => no(c, 422, `The item ${part} was not found.`),
  'no-stock': (c, part) => no(c, 422, `The item ${part} is not available and the cart does not allow a backorder.`),
  payment: (c) => no(c, 402, 'The payment was declined: there is a problem with the card on file.'),
  denied: (c, part) => no(c, 422, `The item ${part} may not be ordered by this dealer.`),
};

export const manner: Manner = {
  caller: (c) => {
    const secret = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    return secret === undefined ? null : { account: nameOf(secret), secret };
  },
  unauthorized: (c, secret) => no(c, 401, `Unauthenticated: the token ${secret} is not valid.`),
  rateLimited: (c) => c.json({ message: 'Too Many Attempts.' }, 429, { 'Retry-After': '60' }),
  serverError: (c) => c.json({ message: 'Server Error' }, 500),
  refused: (c, refusal, part) => refusals[refusal](c, part),
};
