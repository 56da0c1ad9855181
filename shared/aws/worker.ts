import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import { failure } from '../domain/log.ts';
import type { Log } from '../domain/ports.ts';
import { Nudge } from '../domain/queues.ts';

/** What a handler is told beside its nudge. */
type Turn = {
  /** How long this invocation still has; asks the runtime each time. */
  remainingMilliseconds(): number;
};

/** Looks at one row. Throwing gives the nudge back to the queue, and so does nothing else. */
export type HandleNudge = (nudge: Nudge, turn: Turn) => Promise<void>;

/** A function that a queue calls. */
export type Worker = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * A Lambda function behind a queue: one nudge at a time, and only those that failed go back. `build` runs once, at the first
 * event, so that to import the file reads nothing of the environment. The log says why a nudge failed, never which.
 */
export const worker = (build: () => { readonly handle: HandleNudge; readonly log: Log }): Worker => {
  let built: ReturnType<typeof build> | undefined;
  return async (event, context) => {
    built ??= build();
    const turn: Turn = { remainingMilliseconds: () => context.getRemainingTimeInMillis() };
    return processPartialResponse(event, oneNudge(built.handle, turn, built.log), new BatchProcessor(EventType.SQS), {
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
  };
};

const oneNudge =
  (handle: HandleNudge, turn: Turn, log: Log) =>
  async (record: SQSRecord): Promise<void> => {
    try {
      await handle(v.parse(NudgeText, record.body), turn);
    } catch (error) {
      log.error('nudge-failed', { ...failure(error), received: record.attributes.ApproximateReceiveCount });
      throw error;
    }
  };

const NudgeText = v.pipe(v.string(), v.parseJson(), Nudge);
