import { createHmac } from 'node:crypto';

/** What the bundles hold in place of a SHA-256 in JavaScript (`infra/bundling/bundle.ts`), with which webhooks would be signed: Node has its own. */
export const hmac = (key: Uint8Array, message: Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(message).digest();
