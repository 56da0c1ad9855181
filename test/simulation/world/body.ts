import type { Op } from './machine.ts';
import type { Completion, Remembered, Run } from './state.ts';

/** What a function is given to reach the world by. */
export type Io = {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly newId: () => string;
  readonly call: (op: Op, signal?: AbortSignal) => Promise<unknown>;
  readonly retentionDays: number;
};

/** What runs. `nudged` = what the poller remembers, which it changes as it goes. */
export type Body = { readonly run: (io: Io) => Promise<unknown>; readonly nudged?: Remembered };

/** How a function ended by itself. */
export type Ended =
  | { readonly ending: 'returned'; readonly value: unknown; readonly nudged?: Remembered | undefined }
  | { readonly ending: 'threw'; readonly error: unknown; readonly nudged?: Remembered | undefined };

/** Where an invocation is when nothing in memory is left to go on: the calls and the sleeps that it waits for, in their order, or its end. */
export type Moment = {
  readonly waiting: readonly { readonly index: number; readonly op: Op }[];
  readonly sleeping: readonly { readonly index: number; readonly at: number }[];
  readonly ended: Ended | null;
  /** It has drawn an identifier: from now on it differs from one whose identifiers begin otherwise. */
  readonly hasDrawn: boolean;
};

/** A function that runs: it goes from moment to moment, by what it is answered. */
export type Running = {
  readonly begin: () => Promise<Moment>;
  readonly goOn: (completion: Completion) => Promise<Moment>;
};

type Waiting = {
  readonly index: number;
  readonly op: Op;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};
type Sleeper = { readonly index: number; readonly at: number; readonly resolve: () => void };

/** An error of the infrastructure, as the service knows one by its name. */
class ThrottlingException extends Error {
  override readonly name = 'ThrottlingException';
}

/** Everything in memory has its turn: this comes when no promise is left to go on. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    process.nextTick(resolve);
  });

/** The time as the function that runs now has it, for a library that takes no clock. */
const shown = { now: 0 };
export const simulatedTime = (): number => shown.now;

/** Runs a function in memory. Between answers everything has its turn, so that the same answers give the same run. */
export const running = ({ ids, startedAt, skew }: Run, { run, nudged }: Body, retentionDays: number): Running => {
  const queue: Waiting[] = [];
  let sleepers: Sleeper[] = [];
  let [drawn, ops, at] = [0, 0, startedAt];
  let ended: Ended | null = null;

  const io: Io = {
    retentionDays,
    now: () => at + skew,
    newId: () => `id-${ids}-${String(drawn++).padStart(12, '0')}`,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { index: ops++, at: at + Math.max(0, milliseconds), resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((each) => each !== sleeper);
          reject(signal.reason);
        });
      }),
    call: (op, signal) =>
      new Promise((resolve, reject) => {
        const waiting = { index: ops++, op, resolve, reject };
        queue.push(waiting);
        signal?.addEventListener('abort', () => {
          if (queue.includes(waiting)) queue.splice(queue.indexOf(waiting), 1);
          reject(signal.reason);
        });
      }),
  };

  const moment = async (): Promise<Moment> => {
    await turn();
    return {
      waiting: queue.map(({ index, op }) => ({ index, op })),
      sleeping: sleepers.map(({ index, at }) => ({ index, at })),
      ended,
      hasDrawn: drawn > 0,
    };
  };
  const show = (now: number): void => {
    at = now;
    shown.now = now + skew;
  };
  const wake = (index: number): void => {
    const sleeper = sleepers.find((each) => each.index === index);
    sleepers = sleepers.filter((each) => each !== sleeper);
    sleeper?.resolve();
  };

  return {
    begin: () => {
      show(startedAt);
      run(io).then(
        (value) => {
          ended ??= { ending: 'returned', value, nudged };
        },
        (error: unknown) => {
          ended ??= { ending: 'threw', error, nudged };
        },
      );
      return moment();
    },
    goOn: (completion) => {
      const { op, answer } = completion;
      show(completion.at);
      if ('slept' in answer) wake(op);
      else {
        const place = queue.findIndex(({ index }) => index === op);
        const waiting = queue.splice(place, 1)[0];
        if (place < 0 || waiting === undefined)
          throw new Error('A replayed invocation makes other calls than it made.');
        if ('value' in answer) waiting.resolve(answer.value);
        else if ('error' in answer) waiting.reject(new ThrottlingException(answer.error));
      }
      return moment();
    },
  };
};
