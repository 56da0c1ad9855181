import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type QueueName, type Queues, storeOfNudges } from '../domain/ports/queues.ts';
import { quickRequests } from './request-limits.ts';

export const sqsClient = (): SQSClient =>
  new SQSClient({
    maxAttempts: 3,
    requestHandler: quickRequests,
  });

/** The longest delay that SQS takes, in seconds. */
const longestDelay = 900;

/** The queues on SQS. A message's group is its store: standard queues with groups are fair between them. */
export const sqsQueues = (client: SQSClient, urls: ReadonlyMap<QueueName, string>): Queues => ({
  async send(queue, nudges, delaySeconds = 0) {
    const QueueUrl = urls.get(queue);
    if (QueueUrl === undefined) throw new Error(`There is no queue ${queue}.`);
    const DelaySeconds = Math.min(Math.max(0, Math.ceil(delaySeconds)), longestDelay);
    const store = storeOfNudges(nudges);
    await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: JSON.stringify(nudges),
        DelaySeconds,
        ...(store === null ? {} : { MessageGroupId: store }),
      }),
    );
  },
});
