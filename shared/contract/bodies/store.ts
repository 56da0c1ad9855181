import * as v from 'valibot';
import { EventType } from '../../domain/purchase-order/purchase-order.ts';
import { fields } from '../fields.ts';
import { scopes } from '../routes.ts';
import { InstantText } from './instant-text.ts';
import { pageFields } from './page.ts';
import { At, Email, optional, text } from './text.ts';

const parsed = (input: string): URL | null => (URL.canParse(input) ? new URL(input) : null);

const isOfWeb = (url: URL | null): url is URL =>
  url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';

const isWebUrl = (input: string): boolean => {
  const url = parsed(input);
  return isOfWeb(url) && url.hash === '';
};

/** An admin page's own routes may stand behind a `#`; whose page it is does not depend on the order. */
const isAdminUrl = (template: string): boolean => {
  const pageOf = (orderId: string) => parsed(template.replaceAll('{orderId}', orderId));
  const [one, other] = [pageOf('1'), pageOf('2')];
  return isOfWeb(one) && one.protocol === 'https:' && one.href !== other?.href && one.origin === other?.origin;
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

const webUrl = (detail: string) =>
  v.pipe(
    v.string(),
    v.check(
      (input) => input.length <= 500 && /^[\x21-\x7e]*$/.test(input),
      'Must be at most 500 printable ASCII characters.',
    ),
    v.check((input) => isWebUrl(input) && input.startsWith('https://'), detail),
    v.metadata({ format: 'uri', pattern: '^https://', maxLength: 500 }),
  );

const WebUrl = webUrl('Must be a whole https:// URL.');

/** A template: the order's id takes the place of `{orderId}`. */
const AdminUrl = v.pipe(
  v.string(),
  v.check(
    (input) => input.length <= 500 && /^[\x21-\x7e]*$/.test(input),
    'Must be at most 500 printable ASCII characters.',
  ),
  v.check(
    (input) => input.startsWith('https://') && isAdminUrl(input),
    'Must be a whole https:// URL that holds {orderId} behind its host.',
  ),
  v.metadata({ pattern: '^https://.*\\{orderId\\}', maxLength: 500 }),
);

const Color = v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'Must be a colour such as #1d4ed8.'));

const perDay = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)));

/** What the webstore says of itself: left out = kept, null = removed, of `brand` and `limits` each member. A new store needs name and address. */
export const StoreBody = fields({
  name: v.optional(text(60)),
  serviceEmail: v.optional(Email),
  overrideDropShipRules: v.nullish(v.boolean()),
  webhook: v.nullish(fields({ url: WebhookUrl })),
  /** False: the platform mails its customers itself. */
  customerMail: v.nullish(v.boolean()),
  brand: v.nullish(fields({ color: v.nullish(Color), website: v.nullish(WebUrl) })),
  adminUrl: v.nullish(AdminUrl),
  /** Only a key to all stores sets them. */
  limits: v.nullish(fields({ ordersPerDay: perDay, customerMailsPerDay: perDay })),
});

export const StoreAnswer = v.object({
  storeId: v.string(),
  name: v.string(),
  serviceEmail: v.string(),
  overrideDropShipRules: v.boolean(),
  webhook: v.nullable(
    v.object({
      url: v.string(),
      state: v.pipe(
        v.picklist(['active', 'failing', 'disabled']),
        v.description('disabled = it answered 410; PUT the store to have it asked again.'),
      ),
      lastDeliveredAt: v.nullable(At),
      lastFailure: v.nullable(v.object({ at: At, reason: v.string() })),
      secret: v.optional(
        v.pipe(
          v.string(),
          v.description('What signs the webhooks: shown once, in the answer to the first PUT with a webhook.'),
        ),
      ),
    }),
  ),
  customerMail: v.boolean(),
  brand: v.nullable(v.object({ color: v.nullable(v.string()), website: v.nullable(v.string()) })),
  adminUrl: v.nullable(v.string()),
  limits: v.object({ ordersPerDay: v.nullable(v.number()), customerMailsPerDay: v.nullable(v.number()) }),
});

export const StoresAnswer = v.object({ items: v.array(StoreAnswer), nextCursor: v.nullable(v.string()) });

export const PageQuery = fields(pageFields);

/** What a new key may do. */
export const KeyBody = fields({
  scopes: v.pipe(
    v.array(v.picklist(scopes)),
    v.minLength(1, 'Must name at least one scope.'),
    v.maxLength(scopes.length),
    v.check((given) => new Set(given).size === given.length, 'Must name each scope once.'),
    v.metadata({ uniqueItems: true }),
  ),
  name: optional(text(60)),
  expiresAt: optional(InstantText),
});

const Scopes = v.array(v.picklist(scopes));

/** Why a secret may be missing. */
const shownOnce = 'Shown this once: null where an Idempotency-Key has the answer repeated.';

/** A new key: the only answer that ever holds the token. */
const keyParts = {
  keyId: v.string(),
  scopes: Scopes,
  name: v.nullable(v.string()),
  createdAt: At,
  expiresAt: v.nullable(At),
};

export const NewKeyAnswer = v.object({ ...keyParts, token: v.pipe(v.nullable(v.string()), v.description(shownOnce)) });

export const KeysAnswer = v.array(v.object(keyParts));

/** A new signing secret (Standard Webhooks): the only answer that ever holds it. `previousRetiresAt`: until then the old one signs beside it. */
export const SigningSecretAnswer = v.object({
  secret: v.pipe(v.nullable(v.pipe(v.string(), v.metadata({ pattern: '^whsec_' }))), v.description(shownOnce)),
  createdAt: At,
  previousRetiresAt: v.nullable(At),
});

/** Which notices are to be sent again. */
export const RedeliverBody = v.pipe(
  fields({
    since: InstantText,
    until: optional(InstantText),
    type: optional(EventType),
    id: optional(text(200)),
  }),
  v.forward(
    v.check(
      ({ since, until }) => until === null || Date.parse(since) <= Date.parse(until),
      'Must not be before `since`.',
    ),
    ['until'],
  ),
);

/** What is being sent again. */
export const RedeliverAnswer = v.object({
  since: At,
  until: v.nullable(At),
  type: v.nullable(EventType),
  id: v.nullable(v.string()),
});

/** What came of a test event. */
export const WebhookTestAnswer = v.object({
  delivered: v.boolean(),
  status: v.pipe(v.nullable(v.number()), v.description('The status that it answered with; null = it did not answer.')),
  milliseconds: v.number(),
});

/** What became of the store's notices. */
export const DeliveriesAnswer = v.object({
  items: v.array(
    v.object({
      id: v.string(),
      type: EventType,
      poNumber: v.nullable(v.string()),
      createdAt: At,
      tries: v.array(v.object({ at: At, status: v.nullable(v.number()), error: v.nullable(v.string()) })),
      state: v.picklist(['pending', 'delivered', 'mailed', 'gone', 'given-up', 'not-wanted']),
      nextTryAt: v.nullable(At),
    }),
  ),
  nextCursor: v.nullable(v.string()),
});
