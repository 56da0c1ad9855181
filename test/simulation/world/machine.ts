import type { Completion, Run, SentRequest, World } from './state.ts';

/** What kind of thing an I/O call is: decides in which ways it can go wrong. */
export type OpKind =
  | 'read'
  | 'lagging-read'
  | 'write'
  | 'send'
  | 'open'
  | 'ask'
  | 'order'
  | 'prepare'
  | 'mail'
  | 'post';

/** A place in the program where it touches the world. */
type Site = { readonly name: string; readonly kind: OpKind };

/** An I/O call: `effect` does it to the world. `sent` = the request, where it is one to a distributor. */
export type Op = Site & { readonly effect: (world: World) => Promise<unknown>; readonly sent?: SentRequest };

/** What shall happen at an I/O call in place of its effect. */
export type Strike =
  | { readonly fate: 'answer'; readonly value: unknown }
  | { readonly fate: 'fail'; readonly message: string }
  | { readonly fate: 'hang' }
  | { readonly fate: 'die' }
  /** Killed at the function's time limit. */
  | { readonly fate: 'time-out' }
  | { readonly fate: 'freeze'; readonly until: number };

/** `answered` = what the calls before were answered. */
type StrikeAt = (op: Op, index: number, answered: readonly Completion[]) => Promise<Strike>;

/** How an invocation ended; `asleep` and `frozen` will go on. */
export type Ending =
  | { readonly ending: 'returned'; readonly value: unknown }
  | { readonly ending: 'threw'; readonly error: unknown }
  | { readonly ending: 'died' }
  | { readonly ending: 'suspended'; readonly wakeAt: number; readonly log: readonly Completion[] };

type Waiting = {
  readonly index: number;
  readonly op: Op;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};
type Sleeper = { readonly index: number; readonly at: number; readonly resolve: () => void };

/** What a function is given to reach the world by. */
export type Io = {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly newId: () => string;
  readonly call: (op: Op, signal?: AbortSignal) => Promise<unknown>;
  readonly retentionDays: number;
};

/** An error of the infrastructure, as the service knows one by its name. */
class ThrottlingException extends Error {
  override readonly name = 'ThrottlingException';
}

const longestWait = 200_000;

/** Everything in memory has its turn: this comes when no promise is left to go on. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    process.nextTick(resolve);
  });

/** The time as the function that runs now has it, for a library that takes no clock. */
const shown = { now: 0 };
export const simulatedTime = (): number => shown.now;

/** How an invocation ends that such a strike cuts short; null = it goes on. `end` = its time limit. */
export const cutBy = (struck: Strike, world: World, end: number, log: readonly Completion[]): Ending | null => {
  if (struck.fate === 'freeze') return { ending: 'suspended', wakeAt: Math.min(struck.until, end - 1), log };
  if (struck.fate === 'time-out') world.now = Math.max(world.now, end);
  return struck.fate === 'die' || struck.fate === 'time-out' ? { ending: 'died' } : null;
};

/** `quietUntil` = when the next other thing happens in the world. */
export type Invocation = {
  readonly run: Run;
  readonly log: readonly Completion[];
  readonly limit: number;
  readonly quietUntil: () => number;
};

/**
 * Runs one invocation, one I/O call at a time, in the world's time. It goes on from where `log` ends. Between calls
 * everything in memory has its turn, so that the same plan gives the same run. An invocation that sleeps longer than the world is
 * quiet is suspended, so that the world can go on.
 */
export const runInvocation = async (
  world: World,
  { run, log, limit, quietUntil }: Invocation,
  body: (io: Io) => Promise<unknown>,
  strike: StrikeAt,
): Promise<Ending> => {
  const queue: Waiting[] = [];
  const hung = new Map<number, Waiting>();
  let sleepers: Sleeper[] = [];
  const history = [...log];
  let [ids, ops, at] = [0, 0, run.startedAt];
  let ended: Ending | null = null;

  const io: Io = {
    retentionDays: world.retentionDays,
    now: () => at + run.skew,
    newId: () => `id-${String(run.id).padStart(8, '0')}-${String(ids++).padStart(12, '0')}`,
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

  body(io).then(
    (value) => {
      ended ??= { ending: 'returned', value };
    },
    (error: unknown) => {
      ended ??= { ending: 'threw', error };
    },
  );

  const answer = (waiting: Waiting, completion: Completion): void => {
    const { answer } = completion;
    if ('value' in answer) waiting.resolve(answer.value);
    else if ('error' in answer) waiting.reject(new ThrottlingException(answer.error));
    else hung.set(waiting.index, waiting);
  };
  const wake = (index: number): void => {
    const sleeper = sleepers.find((each) => each.index === index);
    sleepers = sleepers.filter((each) => each !== sleeper);
    sleeper?.resolve();
  };
  const complete = (waiting: Waiting, answered: Completion['answer']): void => {
    const completion: Completion = { op: waiting.index, at: world.now, answer: answered };
    history.push(completion);
    at = world.now;
    show();
    answer(waiting, completion);
  };
  const suspended = (wakeAt: number): Ending => ({ ending: 'suspended', wakeAt, log: history });
  const end = run.startedAt + limit;

  const show = (): void => {
    shown.now = at + run.skew;
  };
  show();
  for (const completion of log) {
    await turn();
    at = completion.at;
    show();
    if ('slept' in completion.answer) wake(completion.op);
    else {
      const place = queue.findIndex(({ index }) => index === completion.op);
      const waiting = queue.splice(place, 1)[0];
      if (place < 0 || waiting === undefined) throw new Error('A replayed invocation makes other calls than it made.');
      answer(waiting, completion);
    }
  }
  // It stands where it stood: what it was about to do then it does now, however late.
  await turn();
  at = Math.max(at, world.now);
  show();

  for (;;) {
    await turn();
    if (ended !== null) return ended;
    const next = queue[0];
    if (next !== undefined) {
      if (world.now >= end) return { ending: 'died' };
      const struck = await strike(next.op, next.index, history);
      const cut = cutBy(struck, world, end, history);
      if (cut !== null) return cut;
      queue.shift();
      if (struck.fate === 'answer') complete(next, { value: struck.value });
      else complete(next, struck.fate === 'fail' ? { error: struck.message } : { hung: true });
      continue;
    }
    const sleeper = sleepers.reduce<Sleeper | undefined>(
      (first, each) => (first === undefined || each.at < first.at ? each : first),
      undefined,
    );
    if (sleeper === undefined || sleeper.at - at > longestWait) throw new Error('An invocation waits for nothing.');
    if (sleeper.at >= end) {
      if (end > quietUntil() && end > world.now) return suspended(end);
      world.now = Math.max(world.now, end);
      return { ending: 'died' };
    }
    if (sleeper.at > quietUntil() && sleeper.at > world.now) return suspended(sleeper.at);
    world.now = Math.max(world.now, sleeper.at);
    at = world.now;
    show();
    history.push({ op: sleeper.index, at, answer: { slept: true } });
    wake(sleeper.index);
  }
};
