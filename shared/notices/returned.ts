import * as v from 'valibot';
import { type Instant, InstantOfOthers } from '../domain/vocabulary.ts';

const Tag = v.tupleWithRest(
  [
    v.pipe(
      v.string(),
      v.transform((text) => Buffer.from(text, 'base64url').toString()),
    ),
  ],
  v.string(),
);
/** Of the mail that it is about: when it was sent, to whom, and what it was tagged with. */
const Sent = v.object({
  timestamp: InstantOfOthers,
  destination: v.tupleWithRest([v.string()], v.string()),
  tags: v.optional(v.object({ store: v.optional(Tag), order: v.optional(Tag) }), {}),
});

/** What SES tells of a mail after it was sent, as far as it is read here. */
const MailEvent = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('eventType', [
    v.object({
      eventType: v.literal('Bounce'),
      mail: Sent,
      bounce: v.object({ bounceType: v.string(), bounceSubType: v.string() }),
    }),
    v.object({
      eventType: v.literal('Complaint'),
      mail: Sent,
      complaint: v.object({ complaintFeedbackType: v.nullish(v.string()) }),
    }),
  ]),
);

/** A customer's mail that has come back, or that the customer does not want. */
export type Returned = {
  readonly storeId: string;
  readonly orderId: string;
  /**
   * The address that it was sent to, alone. Who returns a mail names the mailbox that it came to in the end, or writes the same in another
   * way (the `Final-Recipient` of RFC 3464).
   */
  readonly recipient: string;
  readonly sentAt: Instant;
  /** `bounced`: it did not arrive. `unwanted`: it did, and was reported as spam. */
  readonly how: 'bounced' | 'unwanted';
  /** Whether no mail to this address will ever arrive, or may be sent. */
  readonly forGood: boolean;
  /** A sentence for the store; it names no address. */
  readonly reason: string;
};

/** The tags of a mail: they come back with what SES tells of it. Letters, digits, hyphens and low lines only. */
export const tagsOf = ({ storeId, orderId }: { readonly storeId: string; readonly orderId: string }) =>
  new Map([
    ['store', Buffer.from(storeId).toString('base64url')],
    ['order', Buffer.from(orderId).toString('base64url')],
  ]);

/**
 * Types of complaints in which no customer complains (RFC 5965 and its registry): one takes a complaint back, the others are of mail
 * servers. SES counts them all the same, and its alarm rings.
 */
const notOfCustomers: readonly string[] = ['not-spam', 'auth-failure', 'virus'];

/**
 * Reads a message of SES. Null for what is none (SES tries its topic out with a line of text), for a mail that is no customer's, and
 * for what says nothing of a customer: an answering machine is a bounce of the kind `General` that passes.
 */
export const readMailEvent = (message: string): Returned | null => {
  const parsed = v.safeParse(MailEvent, message);
  if (!parsed.success) return null;
  const event = parsed.output;
  const [[storeId] = [], [orderId] = []] = [event.mail.tags.store, event.mail.tags.order];
  if (storeId === undefined || orderId === undefined) return null;
  const [recipient] = event.mail.destination;
  const sent = { storeId, orderId, recipient: bare(recipient), sentAt: event.mail.timestamp };
  if (event.eventType === 'Complaint') {
    if (notOfCustomers.includes(event.complaint.complaintFeedbackType ?? '')) return null;
    const reason = 'The customer has reported our mail as unwanted, and is not mailed any more.';
    return { ...sent, how: 'unwanted', forGood: true, reason };
  }
  const { bounceType, bounceSubType } = event.bounce;
  if (bounceType !== 'Permanent' && bounceSubType === 'General') return null;
  const forGood = bounceType === 'Permanent';
  const kind = /^\w{1,40}$/.test(bounceSubType) ? ` (${bounceSubType})` : '';
  const reason = forGood
    ? `The customer’s mailbox takes no mail${kind}: it is not mailed again.`
    : `The customer’s mailbox did not take the mail, however often it was tried${kind}.`;
  return { ...sent, how: 'bounced', forGood, reason };
};

/** An address may come with a name: `"Ada" <ada@example.com>`. */
const bare = (address: string): string => {
  const [open, close] = [address.lastIndexOf('<'), address.lastIndexOf('>')];
  return open >= 0 && close > open ? address.slice(open + 1, close) : address;
};
