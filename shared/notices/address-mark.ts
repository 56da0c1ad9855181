import { createHash } from 'node:crypto';
import { mailbox } from './mails/mailbox.ts';

/**
 * Tells an order's e-mail address from another one: 32 bits of a hash, bound to the order. It is kept with a mail that failed, so
 * that a new address owes the mail again; the address cannot be had from it. The same for an address and what is written for it.
 */
export const addressMarkOf = (orderId: string, email: string): string =>
  createHash('sha256')
    .update(`${orderId}\n${mailbox(email) ?? email.trim()}`)
    .digest('hex')
    .slice(0, 8);
