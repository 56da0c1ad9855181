/** A mail, ready to be sent. */
export type Mail = {
  /** The header: `name <address>`. */
  readonly from: string;
  /** One bare address. */
  readonly to: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Whose order it tells a customer of: SES says so again when the mail comes back. */
  readonly about?: { readonly storeId: string; readonly orderId: string };
};

/** What came of sending it. `message` names no address. */
export type MailOutcome =
  | { readonly outcome: 'sent' }
  /** For good: this mailbox will not be taken, however often. */
  | { readonly outcome: 'refused'; readonly message: string }
  /** Our own account may not send (SES's sandbox, suspended, no right): nothing that the mailbox could help. */
  | { readonly outcome: 'not-allowed'; readonly message: string }
  /** Throttled, down, or no answer: then it may have been sent. */
  | { readonly outcome: 'try-later'; readonly message: string };

/** Sends mail, as a port. Never throws, and never sends twice by itself. */
export type SendMail = (mail: Mail) => Promise<MailOutcome>;
