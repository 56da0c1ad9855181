import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, it, test } from 'vitest';
import { sqsClient, sqsQueues } from '../../../shared/aws/queues.ts';

const sqs = mockClient(SQSClient);
const queues = sqsQueues(sqsClient(), new Map([['submit-wps', 'https://sqs.example/submit-wps']]));
const nudge = { pk: 'PO#s#1', sk: 'PO' };

beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageCommand).resolves({});
});
// Other files of this process send what they send.
afterAll(() => sqs.restore());

it('a message holds its nudges, which carry keys and nothing else', async () => {
  await queues.send('submit-wps', [nudge, { ...nudge, pk: 'PO#s#2' }]);
  expect(sqs.commandCalls(SendMessageCommand).map(({ args }) => args[0].input)).toEqual([
    {
      QueueUrl: 'https://sqs.example/submit-wps',
      MessageBody: '[{"pk":"PO#s#1","sk":"PO"},{"pk":"PO#s#2","sk":"PO"}]',
      DelaySeconds: 0,
      MessageGroupId: 's',
    },
  ]);
});

test.each([
  ['one store', [nudge], 's'],
  ['two stores', [nudge, { pk: 'PO#other#1', sk: 'PO' }], undefined],
  ['a row of none', [{ pk: 'VAULT', sk: 'KEYS' }], undefined],
])('a message about %s is in its group, in which the queue is fair', async (_, nudges, group) => {
  await queues.send('submit-wps', nudges);
  expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input.MessageGroupId).toBe(group);
});

test.each([
  [0.2, 1],
  [900, 900],
  [4000, 900],
  [-5, 0],
])('a delay of %d s is %d s: whole, and no longer than SQS takes', async (asked, sent) => {
  await queues.send('submit-wps', [nudge], asked);
  expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input.DelaySeconds).toBe(sent);
});

it('throws when the message may not have been taken, or there is no such queue', async () => {
  sqs.on(SendMessageCommand).rejects(new Error('unreachable'));
  await expect(queues.send('submit-wps', [nudge])).rejects.toThrow('unreachable');
  await expect(queues.send('sweep', [nudge])).rejects.toThrow('There is no queue sweep.');
});
