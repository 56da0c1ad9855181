import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import { failure } from '../domain/ports/log.ts';
import type { Log } from '../domain/ports/ports.ts';
import { Nudge } from '../domain/ports/queues.ts';

/** What a handler is told beside its nudge. */
type Turn = {
  /** How long this invocation still has; asks the runtime each time. */
  remainingMilliseconds(): number;
};

/** Looks at one row. Throwing gives the nudge back to the queue, and so does nothing else. */
export type HandleNudge = (nudge: Nudge, turn: Turn) => Promise<void>;

/** What a worker is made of. `done` is called when a batch is over, whatever came of it. */
type Parts = { readonly handle: HandleNudge; readonly log: Log; readonly done?: () => void };

/** A function that a queue calls. */
export type Worker = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * A Lambda function behind a queue: one message at a time, all rows of it at the same time. Only messages that failed go back,
 * each as a whole: what of it is done has nothing left to do then. `build` runs once, at the first event, so that to import the
 * file reads nothing of the environment. The log says which nudge failed, by its keys, and why.
 */
export const worker = (build: () => Parts): Worker => {
  let built: Parts | undefined;
  return async (event, context) => {
    built ??= build();
    const turn: Turn = { remainingMilliseconds: () => context.getRemainingTimeInMillis() };
    const { handle, log, done } = built;
    try {
      return await oneByOne(event, oneMessage(handle, turn, log));
    } finally {
      done?.();
    }
  };
};

/** The same for messages that are somebody else's: each is taken as the text that it is. */
export const messageWorker = (
  build: () => { readonly take: (message: string) => Promise<void>; readonly log: Log },
): ((event: SQSEvent) => Promise<SQSBatchResponse>) => {
  let built: ReturnType<typeof build> | undefined;
  return (event) => {
    built ??= build();
    const { take, log } = built;
    return oneByOne(event, async ({ body, attributes }) => {
      try {
        await take(body);
      } catch (error) {
        log.error('message-failed', { ...failure(error), received: attributes.ApproximateReceiveCount });
        throw error;
      }
    });
  };
};

const oneByOne = (event: SQSEvent, take: (record: SQSRecord) => Promise<void>): Promise<SQSBatchResponse> =>
  processPartialResponse(event, take, new BatchProcessor(EventType.SQS), {
    processInParallel: false,
    throwOnFullBatchFailure: false,
  });

const oneMessage =
  (handle: HandleNudge, turn: Turn, log: Log) =>
  async ({ body, attributes }: SQSRecord): Promise<void> => {
    const received = attributes.ApproximateReceiveCount;
    const nudges = nudgesIn(body);
    if (nudges instanceof Error) {
      log.error('nudge-failed', { ...failure(nudges), received });
      throw nudges;
    }
    const looked = await Promise.allSettled(nudges.map((nudge) => handle(nudge, turn)));
    const troubles = looked.flatMap((each, index) => (each.status === 'rejected' ? [{ ...each, index }] : []));
    for (const { reason, index } of troubles) {
      const { pk, sk } = { ...nudges[index] };
      const counts = { received, failed: troubles.length, nudges: looked.length };
      log.error('nudge-failed', { pk, sk, ...failure(reason), ...counts });
    }
    if (troubles[0] !== undefined) throw troubles[0].reason;
  };

/** The rows that the message speaks of; an error, where it is no message of ours. */
const nudgesIn = (body: string): readonly Nudge[] | Error => {
  const nudges = v.safeParse(Nudges, body);
  return nudges.success ? nudges.output : new v.ValiError(nudges.issues);
};

const Nudges = v.pipe(v.string(), v.parseJson(), v.array(Nudge));
