import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import { Nudge } from '../domain/queues.ts';

/** What a handler is told beside its nudge. */
export type Turn = {
  /** How long this function still has; asks the runtime each time. */
  remainingMilliseconds(): number;
};

/** Looks at one row. Throwing gives the nudge back to the queue, and so does nothing else. */
export type HandleNudge = (nudge: Nudge, turn: Turn) => Promise<void>;

/** A function that a queue calls. */
export type Worker = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * A Lambda function behind a queue: one nudge at a time, and only those that failed go back. `build` runs once, at the first
 * event, so that importing the file asks for no environment. The log says why a nudge failed, never which.
 */
export const worker = (name: string, build: () => HandleNudge): Worker => {
  const logger = new Logger({ serviceName: 'drop-ship', persistentKeys: { function: name } });
  let handle: HandleNudge | undefined;
  return async (event, context) => {
    handle ??= build();
    const turn: Turn = { remainingMilliseconds: () => context.getRemainingTimeInMillis() };
    return processPartialResponse(event, oneNudge(handle, turn, logger), new BatchProcessor(EventType.SQS), {
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
  };
};

const oneNudge =
  (handle: HandleNudge, turn: Turn, logger: Logger) =>
  async (record: SQSRecord): Promise<void> => {
    try {
      await handle(parseNudge(record.body), turn);
    } catch (error) {
      logger.error('nudge-failed', { reason: whyFailed(error), received: record.attributes.ApproximateReceiveCount });
      throw error;
    }
  };

const parseNudge = (body: string): Nudge => v.parse(v.pipe(v.string(), v.parseJson(), Nudge), body);

/** So many lines of a stack are enough to find the place. */
const frames = 5;

/** What may be logged of any error: its kind, where it arose, and which fields were wrong; never a message, which may repeat its input. */
const whyFailed = (error: unknown): object => {
  if (!(error instanceof Error)) return { error: typeof error };
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, frames);
  const fields = v.isValiError(error)
    ? error.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.type}`)
    : undefined;
  const cause = error.cause === undefined ? undefined : whyFailed(error.cause);
  return { error: error.name, fields, where: where?.map((line) => line.trim()), cause };
};
