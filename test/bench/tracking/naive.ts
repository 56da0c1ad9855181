import { cadenceAt } from '../../../shared/domain/account/cadence.ts';
import { hour } from '../../../shared/domain/time.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { type Crowd, sixWeeks } from './population.ts';
import { answerMilliseconds } from './quiet-distributors.ts';
import type { TrackingUse } from './use.ts';
import { memoryGigabytes } from './workers.ts';

/** What a naive function takes beside waiting for the distributor. */
const overheadMilliseconds = 30;

/**
 * The poller that most would write first: every open order has a due time of its own; when it comes, a message, a read, one call
 * to the distributor for this order, and the due time is rewritten (out of its place in the index and into the next).
 * `hourly` = all of them every hour; otherwise each by its age, as often as ours. It keeps its secrets at hand and logs nothing.
 */
export const naive = (
  all: readonly Crowd[],
  hours: number,
  hourly: boolean,
  now: number,
): { readonly calls: number; readonly use: TrackingUse } => {
  let calls = 0;
  for (const { open } of all) {
    const step = sixWeeks / open;
    for (let n = 0; n < open; n++) {
      const every = hourly ? hour : cadenceAt(instant(Math.round(now - n * step)), now).every;
      calls += (hours * hour) / every;
    }
  }
  const use: TrackingUse = {
    'table reads': calls,
    'table writes': 3 * calls,
    'queue requests': 3 * calls,
    'key requests': 0,
    invocations: calls,
    gigabyteSeconds: ((calls * (answerMilliseconds + overheadMilliseconds)) / 1000) * memoryGigabytes,
    logBytes: 0,
  };
  return { calls, use };
};
