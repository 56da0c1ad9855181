import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { GenerateDataKeyWithoutPlaintextCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sesClient, sesMailer } from '../../../shared/aws/mailer.ts';
import { sqsClient, sqsQueues } from '../../../shared/aws/queues.ts';
import { dynamoClient, rowReader } from '../../../shared/aws/row-reader.ts';
import { kmsClient } from '../../../shared/aws/vault.ts';

/** What AWS was asked for, in order. */
const asked: string[] = [];
let aws: Server;
let url: string;

/** AWS begins every answer and never ends it. */
beforeAll(async () => {
  aws = createServer((request, response) => {
    const { 'x-amz-target': target = 'SES' } = request.headers;
    asked.push(String(target));
    request.resume();
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'content-length': 20 }).write('{"Item":');
  }).listen(0, '127.0.0.1');
  await once(aws, 'listening');
  const address = aws.address();
  if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
  url = `http://127.0.0.1:${address.port}`;
  vi.stubEnv('AWS_ENDPOINT_URL', url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 's');
});

afterAll(() => {
  vi.unstubAllEnvs();
  aws.closeAllConnections();
  aws.close();
});

const times = (action: string): number => asked.filter((target) => target.endsWith(action)).length;

describe.concurrent('an answer that begins and does not end is given up', () => {
  it('by the table, after it was asked three times', async () => {
    const table = rowReader(dynamoClient(), 't');
    await expect(table.get({ pk: 'p', sk: 's' })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(times('.GetItem')).toBe(3);
  });

  it('by the queues, after they were sent to three times', async () => {
    const queues = sqsQueues(sqsClient(), new Map([['sweep', `${url}/sweep`]]));
    await expect(queues.send('sweep', [{ pk: 'p', sk: 's' }])).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(times('.SendMessage')).toBe(3);
  });

  it('by the keys, after they were asked for three times', async () => {
    const made = kmsClient().send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: 'k', KeySpec: 'AES_256' }));
    await expect(made).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(times('.GenerateDataKeyWithoutPlaintext')).toBe(3);
  });

  it('by the mails, which are handed over once: whoever owes the mail tries again', async () => {
    const mail = { from: 'a@example.com', to: 'b@example.com', replyTo: null, subject: 's', text: 't', html: 'h' };
    const sent = await sesMailer(sesClient(), 'mails')(mail);
    expect(sent).toEqual({ outcome: 'try-later', message: 'SES did not take the mail (TimeoutError).' });
    expect(times('SES')).toBe(1);
  });
});
