import type { Body, Ended } from './body.ts';
import { type Courses, followCourse } from './courses.ts';
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
  | Ended
  | { readonly ending: 'died' }
  | { readonly ending: 'suspended'; readonly wakeAt: number; readonly log: readonly Completion[] };

const longestWait = 200_000;

/** How an invocation ends that such a strike cuts short; null = it goes on. `end` = its time limit. */
export const cutBy = (struck: Strike, world: World, end: number, log: readonly Completion[]): Ending | null => {
  if (struck.fate === 'freeze') return { ending: 'suspended', wakeAt: Math.min(struck.until, end - 1), log };
  if (struck.fate === 'time-out') world.now = Math.max(world.now, end);
  return struck.fate === 'die' || struck.fate === 'time-out' ? { ending: 'died' } : null;
};

/** A function as it is deployed: its time limit, what runs, and what is known of how it goes. */
export type Runnable = Body & { readonly limit: number; readonly courses: Courses };

/** `quietUntil` = when the next other thing happens in the world. */
export type Invocation = {
  readonly run: Run;
  readonly log: readonly Completion[];
  readonly quietUntil: () => number;
};

/**
 * Runs one invocation, one I/O call at a time, in the world's time. It goes on from where `log` ends. An invocation that sleeps longer
 * than the world is quiet is suspended, so that the world can go on.
 */
export const runInvocation = async (
  world: World,
  { run, log, quietUntil }: Invocation,
  runnable: Runnable,
  strike: StrikeAt,
): Promise<Ending> => {
  const history = [...log];
  const course = followCourse(runnable.courses, run, runnable, world.retentionDays);
  const suspended = (wakeAt: number): Ending => ({ ending: 'suspended', wakeAt, log: history });
  const end = run.startedAt + runnable.limit;

  let moment = await course.begin();
  for (const completion of log) moment = await course.goOn(completion);
  // It stands where it stood: what it was about to do then it does now, however late.
  let at = Math.max(log.at(-1)?.at ?? run.startedAt, world.now);

  const goOn = async (op: number, answer: Completion['answer']): Promise<void> => {
    at = world.now;
    const completion = { op, at, answer };
    history.push(completion);
    moment = await course.goOn(completion);
  };

  for (;;) {
    const { waiting, sleeping, ended } = moment;
    if (ended !== null) return ended;
    const next = waiting[0];
    if (next !== undefined) {
      if (world.now >= end) return { ending: 'died' };
      const struck = await strike(next.op, next.index, history);
      const cut = cutBy(struck, world, end, history);
      if (cut !== null) return cut;
      if (struck.fate === 'answer') await goOn(next.index, { value: struck.value });
      else await goOn(next.index, struck.fate === 'fail' ? { error: struck.message } : { hung: true });
      continue;
    }
    const sleeper = sleeping.reduce<(typeof sleeping)[number] | undefined>(
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
    await goOn(sleeper.index, { slept: true });
  }
};
