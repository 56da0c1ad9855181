import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import type { Mail, MailOutcome, SendMail } from '../notices/mailer.ts';
import { tagsOf } from '../notices/returned.ts';
import { patientRequests } from './request-limits.ts';

/** SES has no idempotency key: so the library repeats nothing, and whoever owes the mail decides when to try again. */
export const sesClient = (): SESClient =>
  new SESClient({
    maxAttempts: 1,
    requestHandler: patientRequests,
  });

/** What SES says of a mailbox for good; every other error, known or not, is worth another try. */
const refusals: ReadonlySet<string> = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError']);

/**
 * `MessageRejected` also tells of ourselves: the account is suspended, or in the sandbox, where every mailbox has to be verified
 * beforehand; or our own address is not verified.
 */
const ours = /suspend|paused|not verified|not authorized/i;

/** What tells of our account alone. */
const ourErrors: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AccountSendingPausedException',
  'ConfigurationSetDoesNotExistException',
  'ConfigurationSetSendingPausedException',
  'MailFromDomainNotVerifiedException',
]);

/** Too much at once: later it will be taken. */
const limited = /quota|sending rate|limit exceeded/i;

/** Mail by SES, under a configuration set: its rules say what becomes of bounces. */
export const sesMailer =
  (client: SESClient, configurationSet: string): SendMail =>
  async (mail) => {
    try {
      await client.send(new SendEmailCommand({ ...request(mail), ConfigurationSetName: configurationSet }));
      return { outcome: 'sent' };
    } catch (error) {
      return judged(error, mail);
    }
  };

const request = ({ from, to, replyTo, subject, text, html, about }: Mail) => ({
  Source: from,
  Destination: { ToAddresses: [to] },
  ...(replyTo === null ? {} : { ReplyToAddresses: [replyTo] }),
  ...(about === undefined ? {} : { Tags: [...tagsOf(about)].map(([Name, Value]) => ({ Name, Value })) }),
  Message: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } },
});

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** SES repeats addresses in its messages: only the error's name is told. */
const judged = (error: unknown, { from }: Mail): MailOutcome => {
  if (!(error instanceof Error)) return { outcome: 'try-later', message: 'The mail was not taken.' };
  const sender = (from.endsWith('>') ? from.slice(from.lastIndexOf('<') + 1, -1) : from).toLowerCase();
  const isRefusal = refusals.has(error.name) && !limited.test(error.message);
  const aboutUs = ours.test(error.message) || error.message.toLowerCase().includes(sender);
  if (ourErrors.has(error.name) || (isRefusal && aboutUs)) {
    return { outcome: 'not-allowed', message: `Our account may not send this mail (${error.name}).` };
  }
  return isRefusal
    ? { outcome: 'refused', message: `SES does not take this mailbox (${error.name}).` }
    : { outcome: 'try-later', message: `SES did not take the mail (${error.name}).` };
};
