import { CreateQueueCommand, QueueAttributeName, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import { localAws } from '../local-aws.ts';
import { account } from '../template/intrinsics.ts';
import type { Resource } from '../template/resource-schemas.ts';

const Inspected = v.object({
  messages: v.object({
    ready: v.array(v.unknown()),
    delayed: v.array(v.object({ delayUntil: v.optional(v.number(), 0) })),
    inflight: v.array(v.object({ receiptHandle: v.string(), visibilityDeadline: v.number() })),
  }),
});

/** The queues, as the local run itself looks at them. */
export type LocalQueues = {
  readonly client: SQSClient;
  url(name: string): string;
  send(name: string, body: string): Promise<void>;
  /** How many wait, or will as soon as the emulator looks at its clock; and who is out. */
  inspect(name: string): Promise<{ readonly ready: number; readonly out: readonly string[] }>;
};

export const queueUrl = (endpoint: string, name: string): string => `${endpoint}/${account}/${name}`;

/** Creates the queues of the template, those that take dead letters first. */
export async function createQueues(
  endpoint: string,
  queues: readonly Resource<'AWS::SQS::Queue'>[],
  clock: Clock,
): Promise<LocalQueues> {
  const client = new SQSClient({ ...localAws, endpoint });
  const lettersFirst = queues.toSorted(
    (a, b) => Number(a.RedrivePolicy !== undefined) - Number(b.RedrivePolicy !== undefined),
  );
  for (const queue of lettersFirst) {
    await client.send(
      new CreateQueueCommand({ QueueName: queue.QueueName ?? queue.id, Attributes: attributes(queue) }),
    );
  }
  return {
    client,
    url: (name) => queueUrl(endpoint, name),
    async send(name, body) {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl(endpoint, name), MessageBody: body }));
    },
    async inspect(name) {
      const answer = await fetch(`${endpoint}/_fauxqs/queues/${name}`);
      const { ready, delayed, inflight } = v.parse(Inspected, await answer.json()).messages;
      const now = clock.now();
      const out = inflight.filter(({ visibilityDeadline }) => visibilityDeadline > now);
      const woken = delayed.filter(({ delayUntil }) => delayUntil <= now).length + inflight.length - out.length;
      return { ready: ready.length + woken, out: out.map(({ receiptHandle }) => receiptHandle) };
    },
  };
}

function attributes(queue: Resource<'AWS::SQS::Queue'>): Partial<Record<QueueAttributeName, string>> {
  const { RedrivePolicy } = queue;
  return {
    [QueueAttributeName.VisibilityTimeout]: String(queue.VisibilityTimeout),
    [QueueAttributeName.DelaySeconds]: String(queue.DelaySeconds),
    [QueueAttributeName.MessageRetentionPeriod]: String(queue.MessageRetentionPeriod),
    ...(RedrivePolicy === undefined ? {} : { [QueueAttributeName.RedrivePolicy]: JSON.stringify(RedrivePolicy) }),
  };
}
