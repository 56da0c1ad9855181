import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { startEventSource } from '../../../infra/local/functions/event-source.ts';

const mapping = {
  queue: 'submit',
  queueArn: 'arn:aws:sqs:us-east-1:000000000000:submit',
  functionName: 'submit-order',
  batchSize: 1,
  concurrency: 1,
  reportsFailures: true,
};

/** A batch is being worked on; `end` lets its invocation fail. */
async function working(abandoned: readonly string[] = []) {
  const sqs = mockClient(SQSClient);
  sqs.on(ReceiveMessageCommand).resolves({ Messages: [{ MessageId: 'm', ReceiptHandle: 'r', Body: '{}' }] });
  const lines: string[] = [];
  const begun = Promise.withResolvers<void>();
  const { promise, reject } = Promise.withResolvers<never>();
  const source = startEventSource(mapping, {
    queues: { client: new SQSClient({}), url: (name) => name },
    invoke: () => {
      begun.resolve();
      return promise;
    },
    onLog: (_, line) => lines.push(line),
    abandoned,
  });
  await begun.promise;
  return { sqs, lines, source, end: () => reject(new Error('the instance ended before it answered')) };
}

it('tells of a batch that fails, and gives it back', async () => {
  const { lines, source, end } = await working();
  end();
  await expect.poll(() => lines.join()).toContain('A batch of submit failed');
  expect([...source.givenBack]).toEqual(['r']);
  await source.stop();
});

it('calls it no failure when the service is stopped in the middle of a batch, which stays in its queue', async () => {
  const { sqs, lines, source, end } = await working();
  const stopped = source.stop();
  end();
  await stopped;
  await expect.poll(() => [...source.givenBack]).toEqual(['r']);
  expect(lines).toEqual([]);
  expect(sqs.commandCalls(DeleteMessageBatchCommand)).toHaveLength(0);
});

it('knows that what an earlier run had taken when it ended is worked on by nobody', async () => {
  const { source, end } = await working(['of the run before']);
  expect([...source.givenBack]).toEqual(['of the run before']);
  const stopped = source.stop();
  end();
  await stopped;
});
