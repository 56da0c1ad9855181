import { once } from '../../domain/once.ts';
import type { SendMail } from '../../notices/mailer.ts';
import { variable } from '../environment.ts';

/** Mail by SES. */
export const awsMailer = (): SendMail => {
  const configurationSet = variable('MAIL_CONFIGURATION_SET');
  const send = once(async () => {
    const { sesClient, sesMailer } = await import('../mailer.ts');
    return sesMailer(sesClient(), configurationSet);
  });
  return async (mail) => (await send())(mail);
};
