import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import type SesModule from 'aws-ses-v2-local';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { sesClient, sesMailer } from '../../../shared/aws/mailer.ts';
import { sender } from '../../../shared/notices/mails/mailbox.ts';

// Required, so that its default is the same here as in Node.
const { default: startSes }: typeof SesModule = createRequire(import.meta.url)('aws-ses-v2-local');
const mail = {
  from: '"Moto Hut" <tracking@drop-ship.example>',
  to: 'ada@example.com',
  replyTo: 'service@motohut.example',
  subject: 'Your order 1001 has shipped – é',
  text: 'text',
  html: '<p>html</p>',
};
const ses = mockClient(SESClient);
// Other files of this process send what they send.
afterAll(() => ses.restore());
const send = sesMailer(new SESClient({ region: 'us-east-1' }), 'drop-ship-test');
const fails = (name: string, message: string) =>
  ses.on(SendEmailCommand).rejects(Object.assign(new Error(message), { name }));

describe('mail by SES', () => {
  afterEach(() => ses.reset());

  it('is sent as it is, in UTF-8', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm' });
    expect(await send(mail)).toEqual({ outcome: 'sent' });
    expect(ses.commandCalls(SendEmailCommand).map(({ args }) => args[0].input)).toEqual([
      {
        ConfigurationSetName: 'drop-ship-test',
        Source: mail.from,
        Destination: { ToAddresses: ['ada@example.com'] },
        ReplyToAddresses: ['service@motohut.example'],
        Message: {
          Subject: { Data: mail.subject, Charset: 'UTF-8' },
          Body: { Text: { Data: 'text', Charset: 'UTF-8' }, Html: { Data: '<p>html</p>', Charset: 'UTF-8' } },
        },
      },
    ]);
  });

  it('carries whose order it is about, so that it is known when it comes back', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm' });
    await send({ ...mail, about: { storeId: 'moto.hut', orderId: '1001_A' } });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input.Tags).toEqual([
      { Name: 'store', Value: 'bW90by5odXQ' },
      { Name: 'order', Value: 'MTAwMV9B' },
    ]);
  });

  it('has no reply-to where there is none', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm' });
    await send({ ...mail, replyTo: null });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).not.toHaveProperty('ReplyToAddresses');
  });

  it.each([
    ['refused', 'MessageRejected', 'Address blacklisted.'],
    // The sandbox: no fault of the mailbox, though its address is named.
    [
      'not-allowed',
      'MessageRejected',
      'Email address is not verified. The following identities failed the check: ada@example.com',
    ],
    ['refused', 'InvalidParameterValue', 'Local address contains control or whitespace'],
    ['refused', 'ValidationError', 'Missing final @domain'],
    ['not-allowed', 'MessageRejected', 'Email address is not verified: Tracking@Drop-Ship.example'],
    ['not-allowed', 'AccessDenied', 'User is not authorized to perform ses:SendEmail'],
    ['try-later', 'MessageRejected', 'Sending rate limit exceeded'],
    ['not-allowed', 'MessageRejected', 'Sending suspended for this account.'],
    ['try-later', 'Throttling', 'Maximum sending rate exceeded.'],
    ['try-later', 'Throttling', 'Daily message quota exceeded.'],
    ['not-allowed', 'AccountSendingPausedException', 'paused'],
    ['not-allowed', 'MailFromDomainNotVerifiedException', 'not verified'],
    ['try-later', 'ServiceUnavailable', 'down'],
    ['try-later', 'TimeoutError', 'too slow'],
    ['try-later', 'NeverHeardOf', 'what?'],
  ])('is %s when SES says %s: %s', async (outcome, name, message) => {
    fails(name, message);
    const told = await send(mail);
    expect(told.outcome).toBe(outcome);
    expect(JSON.stringify(told)).not.toContain('@');
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
  });
});

describe('the client', () => {
  it('asks once, also when SES is down', async () => {
    ses.restore();
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { maxAttempts } = sesClient().config;
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new SESClient({
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials,
      maxAttempts,
    });
    expect((await sesMailer(client, 'drop-ship-test')(mail)).outcome).toBe('try-later');
    expect(asked).toBe(1);
    server.close().closeAllConnections();
  });
});

describe('a mail that SES took', () => {
  it('is what was written: one mailbox, one sender, both forms', async () => {
    ses.restore();
    const server = await startSes({ host: '127.0.0.1', port: 0 });
    const address = server.address();
    const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const from = sender('Café "Hut"\r\nBcc: eve@evil.example', 'tracking@drop-ship.example');
    const told = await sesMailer(
      new SESClient({ region: 'us-east-1', endpoint, credentials }),
      'set',
    )({ ...mail, from });
    const { emails } = (await (await fetch(`${endpoint}/store`)).json()) as { emails: object[] };
    server.close().closeAllConnections();
    expect(told).toEqual({ outcome: 'sent' });
    expect(emails).toMatchObject([
      {
        destination: { to: ['ada@example.com'], cc: [], bcc: [] },
        replyTo: ['service@motohut.example'],
        subject: mail.subject,
        body: { text: 'text', html: '<p>html</p>' },
      },
    ]);
    const { headers, from: read } = await PostalMime.parse(`From: ${(emails[0] as { from: string }).from}\r\n\r\n`);
    expect(headers).toHaveLength(1);
    expect(read).toEqual({ name: 'Café "Hut" Bcc: eve@evil.example', address: 'tracking@drop-ship.example' });
  });
});
