import {
  DeleteMessageBatchCommand,
  type Message,
  MessageSystemAttributeName,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import type { LocalQueues } from '../queues/local-queues.ts';
import { region } from '../template/intrinsics.ts';
import type { OnLog } from './function-instance.ts';
import type { Invoke } from './function-pool.ts';

/** A queue and the function that works it off, as the template maps them. */
export type SourceMapping = {
  readonly queue: string;
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly concurrency: number;
  readonly reportsFailures: boolean;
};

export type EventSource = {
  /** Messages that were given back unfinished: they are out, but nobody works on them. */
  readonly givenBack: ReadonlySet<string>;
  stop(): Promise<void>;
};

const Failures = v.object({ batchItemFailures: v.optional(v.array(v.object({ itemIdentifier: v.string() })), []) });

type Surroundings = {
  readonly queues: Pick<LocalQueues, 'client' | 'url'>;
  readonly invoke: Invoke;
  readonly onLog: OnLog;
  /** Messages that an earlier run had taken when it ended. They come back when their time is over, as in the cloud. */
  readonly abandoned?: readonly string[];
};

/** Takes messages from the queue and invokes the function, as Lambda's own poller does. */
export function startEventSource(
  mapping: SourceMapping,
  { queues, invoke, onLog, abandoned = [] }: Surroundings,
): EventSource {
  const QueueUrl = queues.url(mapping.queue);
  const givenBack = new Set(abandoned);
  const stopping = new AbortController();
  const working = new Set<Promise<void>>();

  /** What is cut off by a stop of the service is in the queue still: no error. */
  const tell = (message: string): void => {
    if (!stopping.signal.aborted) onLog(mapping.functionName, JSON.stringify({ level: 'ERROR', message }));
  };
  const work = async (messages: readonly Message[]): Promise<void> => {
    const failed = await tryBatch(mapping, messages, invoke, tell);
    for (const { MessageId, ReceiptHandle } of messages) {
      if (MessageId && ReceiptHandle && failed(MessageId)) givenBack.add(ReceiptHandle);
    }
    const Entries = messages
      .filter(({ MessageId = '' }) => !failed(MessageId))
      .map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }));
    if (Entries.length > 0) await queues.client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  };
  const receive = new ReceiveMessageCommand({
    QueueUrl,
    MaxNumberOfMessages: mapping.batchSize,
    WaitTimeSeconds: 20,
    MessageSystemAttributeNames: [MessageSystemAttributeName.All],
    MessageAttributeNames: ['All'],
  });
  const poll = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const { Messages = [] } = await queues.client.send(receive, { abortSignal: stopping.signal });
      if (Messages.length === 0) continue;
      const batch = work(Messages)
        .catch((error: unknown) => tell(String(error)))
        .finally(() => working.delete(batch));
      working.add(batch);
      if (working.size >= mapping.concurrency) await Promise.race(working);
    }
  };
  const polling = poll().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    givenBack,
    async stop() {
      stopping.abort();
      await polling;
    },
  };
}

/** Invokes the function with these messages; says which of them failed. */
async function tryBatch(
  mapping: SourceMapping,
  messages: readonly Message[],
  invoke: Invoke,
  tell: (message: string) => void,
) {
  try {
    const event = { Records: messages.map((message) => record(mapping, message)) };
    const result = await invoke(mapping.functionName, event, mapping.queue);
    if (!mapping.reportsFailures || result === null) return () => false;
    const failures = new Set(v.parse(Failures, result).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    return (id: string) => failures.has(id);
  } catch (error) {
    tell(`A batch of ${mapping.queue} failed: ${error}`);
    return () => true;
  }
}

function record(mapping: SourceMapping, message: Message) {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: message.MessageAttributes ?? {},
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: mapping.queueArn,
    awsRegion: region,
  };
}
