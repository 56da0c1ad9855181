import { cadenceAt } from '../../../shared/domain/cadence.ts';
import { instant } from '../../../shared/domain/words.ts';
import { type Crowd, sixWeeks } from './population.ts';
import { answerMilliseconds } from './quiet-distributors.ts';

export type NaiveUse = {
  readonly calls: number;
  readonly reads: number;
  readonly writes: number;
  readonly messages: number;
  readonly invocations: number;
  readonly seconds: number;
};

/**
 * The poller that most would write first: every open order has a due time of its own; when it comes, a message, a read, one call
 * to the distributor for this order, and the due time is rewritten (out of its place in the index and into the next).
 * `hourly` = all of them every hour; otherwise each by its age, as often as ours.
 */
export const naive = (all: readonly Crowd[], hours: number, hourly: boolean, now: number): NaiveUse => {
  let calls = 0;
  for (const { open } of all) {
    const step = sixWeeks / open;
    for (let n = 0; n < open; n++) {
      const every = hourly ? 3600 : cadenceAt(instant(Math.round(now - n * step)), now).every;
      calls += (hours * 3600) / every;
    }
  }
  return {
    calls,
    reads: calls,
    writes: 3 * calls,
    messages: calls,
    invocations: calls,
    seconds: (calls * (answerMilliseconds + 30)) / 1000,
  };
};
