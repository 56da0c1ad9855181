import { Webhook } from 'standardwebhooks';
import type { webhooks } from './contract.d.ts';

/** What a webhook is sent: a union by `type`. */
export type Event = {
  readonly [Type in keyof webhooks]: webhooks[Type]['post']['requestBody']['content']['application/json'];
}[keyof webhooks];

/** Every type that this client knows: the compiler asks for each. */
const types: Readonly<Record<Event['type'], true>> = {
  'purchase_order.accepted': true,
  'purchase_order.rejected': true,
  'purchase_order.needs_person': true,
  'purchase_order.shipped': true,
  'purchase_order.partly_shipped': true,
  'purchase_order.tracking_stopped': true,
  'account.stopped': true,
  'customer_mail.failed': true,
  'webhook.test': true,
};

const isEvent = (body: unknown): body is Event =>
  typeof body === 'object' &&
  body !== null &&
  'type' in body &&
  typeof body.type === 'string' &&
  Object.hasOwn(types, body.type);

/**
 * The event in a webhook, verified as Standard Webhooks says; null = of a type that this client does not know: answer 2xx and
 * forget it. Throws where the signature is not the secret's, or older than five minutes: answer 400.
 */
export const receiveEvent = (secret: string, headers: Headers, body: string): Event | null => {
  const verified: unknown = new Webhook(secret).verify(body, Object.fromEntries(headers));
  return isEvent(verified) ? verified : null;
};
