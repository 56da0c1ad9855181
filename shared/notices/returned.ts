import * as v from 'valibot';
import { type Instant, InstantOfOthers } from '../domain/vocabulary.ts';

const Recipients = v.array(v.object({ emailAddress: v.string() }));
const Tag = v.tupleWithRest(
  [
    v.pipe(
      v.string(),
      v.transform((text) => Buffer.from(text, 'base64url').toString()),
    ),
  ],
  v.string(),
);
/** Of the mail that it is about: when it was sent, and what it was tagged with. */
const Sent = v.object({
  timestamp: InstantOfOthers,
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
      bounce: v.object({ bounceType: v.string(), bounceSubType: v.string(), bouncedRecipients: Recipients }),
    }),
    v.object({
      eventType: v.literal('Complaint'),
      mail: Sent,
      complaint: v.object({ complainedRecipients: Recipients }),
    }),
  ]),
);

/** A customer's mail that has come back, or that the customer does not want. */
export type Returned = {
  readonly storeId: string;
  readonly orderId: string;
  /** Bare addresses. */
  readonly recipients: readonly string[];
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
 * Reads a message of SES. Null for what is none (SES tries its topic out with a line of text), for a mail that is no customer's, and
 * for what says nothing: an answering machine is a bounce of the kind `General` that passes.
 */
export const readMailEvent = (message: string): Returned | null => {
  const parsed = v.safeParse(MailEvent, message);
  if (!parsed.success) return null;
  const event = parsed.output;
  const [[storeId] = [], [orderId] = []] = [event.mail.tags.store, event.mail.tags.order];
  if (storeId === undefined || orderId === undefined) return null;
  const sent = { storeId, orderId, sentAt: event.mail.timestamp };
  if (event.eventType === 'Complaint') {
    const recipients = addresses(event.complaint.complainedRecipients);
    const reason = 'The customer has reported our mail as unwanted, and is not mailed any more.';
    return { ...sent, recipients, how: 'unwanted', forGood: true, reason };
  }
  const { bounceType, bounceSubType, bouncedRecipients } = event.bounce;
  if (bounceType !== 'Permanent' && bounceSubType === 'General') return null;
  const forGood = bounceType === 'Permanent';
  const kind = /^\w{1,40}$/.test(bounceSubType) ? ` (${bounceSubType})` : '';
  const reason = forGood
    ? `The customer’s mailbox takes no mail${kind}: it is not mailed again.`
    : `The customer’s mailbox did not take the mail, however often it was tried${kind}.`;
  return { ...sent, recipients: addresses(bouncedRecipients), how: 'bounced', forGood, reason };
};

/** An address may come with a name: `"Ada" <ada@example.com>`. */
const addresses = (recipients: v.InferOutput<typeof Recipients>): readonly string[] =>
  recipients.map(({ emailAddress }) => {
    const [open, close] = [emailAddress.lastIndexOf('<'), emailAddress.lastIndexOf('>')];
    return open >= 0 && close > open ? emailAddress.slice(open + 1, close) : emailAddress;
  });
