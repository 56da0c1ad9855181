import * as v from 'valibot';
import { fields } from '../fields.ts';
import { scopes } from '../routes.ts';
import { At, Email, InstantText, optional, text } from './text.ts';

const isWebUrl = (input: string): boolean => {
  const url = URL.canParse(input) ? new URL(input) : null;
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === ''
  );
};

/** Whether it may be a target at all is `webhook-target.ts`'s to say. */
const WebhookUrl = v.pipe(
  v.string(),
  v.check(
    (input) => input.length <= 2048 && /^[\x21-\x7e]*$/.test(input),
    'Must be at most 2048 printable ASCII characters.',
  ),
  v.check(isWebUrl, 'Must be a whole https:// URL without user, password and fragment.'),
  v.metadata({ format: 'uri', pattern: '^https?://', maxLength: 2048 }),
);

/** What the webstore says of itself. */
export const StoreBody = fields({
  name: text(60),
  serviceEmail: Email,
  overrideDropShipRules: v.nullish(v.boolean(), false),
  webhook: optional(fields({ url: WebhookUrl })),
});

export const StoreAnswer = v.object({
  storeId: v.string(),
  name: v.string(),
  serviceEmail: v.string(),
  overrideDropShipRules: v.boolean(),
  webhook: v.nullable(v.object({ url: v.string() })),
});

/** What a new key may do. */
export const KeyBody = fields({
  scopes: v.pipe(
    v.array(v.picklist(scopes)),
    v.maxLength(scopes.length),
    v.check((given) => new Set(given).size === given.length, 'Must name each scope once.'),
    v.metadata({ uniqueItems: true }),
  ),
});

const Scopes = v.array(v.picklist(scopes));

/** A new key: the only answer that ever holds the token. */
export const NewKeyAnswer = v.object({ keyId: v.string(), token: v.string(), scopes: Scopes });

export const KeysAnswer = v.array(v.object({ keyId: v.string(), scopes: Scopes, createdAt: At }));

/** A new signing secret (Standard Webhooks): the only answer that ever holds it. `previousRetiresAt`: until then the old one signs beside it. */
export const SigningSecretAnswer = v.object({
  secret: v.pipe(v.string(), v.metadata({ pattern: '^whsec_' })),
  createdAt: At,
  previousRetiresAt: v.nullable(At),
});

export const RedeliverBody = fields({ since: InstantText });

export const RedeliverAnswer = v.object({ redelivered: v.number() });
