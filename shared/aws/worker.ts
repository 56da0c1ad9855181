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
 * file reads nothing of the environment. The log says why a nudge failed, never which.
 */
export const worker = (build: () => Parts): Worker => {
  let built: Parts | undefined;
  return async (event, context) => {
    built ??= build();
    const turn: Turn = { remainingMilliseconds: () => context.getRemainingTimeInMillis() };
    const { handle, log, done } = built;
    try {
      return await processPartialResponse(event, oneMessage(handle, turn, log), new BatchProcessor(EventType.SQS), {
        processInParallel: false,
        throwOnFullBatchFailure: false,
      });
    } finally {
      done?.();
    }
  };
};

const oneMessage =
  (handle: HandleNudge, turn: Turn, log: Log) =>
  async ({ body, attributes }: SQSRecord): Promise<void> => {
    const looked = await Promise.allSettled(looksOf(body, (nudge) => handle(nudge, turn)));
    const troubles = looked.filter((each) => each.status === 'rejected');
    for (const { reason } of troubles) {
      const counts = { received: attributes.ApproximateReceiveCount, failed: troubles.length, nudges: looked.length };
      log.error('nudge-failed', { ...failure(reason), ...counts });
    }
    if (troubles[0] !== undefined) throw troubles[0].reason;
  };

/** A look at each row that the message speaks of; one that fails, where it is no message of ours. */
const looksOf = (body: string, look: (nudge: Nudge) => Promise<void>): readonly Promise<void>[] => {
  const nudges = v.safeParse(Nudges, body);
  return nudges.success ? nudges.output.map(look) : [Promise.reject(new v.ValiError(nudges.issues))];
};

const Nudges = v.pipe(v.string(), v.parseJson(), v.array(Nudge));
