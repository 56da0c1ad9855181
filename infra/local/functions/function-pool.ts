import { availableParallelism } from 'node:os';
import type { Instance, LocalFunction } from './function-instance.ts';
import { type Turns, turns } from './turns.ts';

/** Runs a function by its name, for a caller: a key of the API, or a queue. */
export type Invoke = (functionName: string, event: unknown, caller: string) => Promise<unknown>;

export type FunctionPool = {
  readonly invoke: Invoke;
  /** Loads one instance of each function. */
  warm(): Promise<void>;
  /** How many invocations run or wait for an instance. */
  running(): number;
  /** How many ever began: to see that nothing happened in between. */
  begun(): number;
  /** How many instances there are. */
  instances(): number;
  stop(): Promise<void>;
};

/** A free instance, and since when it has had nothing to do. */
type Free = { readonly instance: Instance; readonly since: number };

type Crew = {
  readonly fn: LocalFunction;
  readonly free: Free[];
  readonly all: Set<Instance>;
  /** Invocations for which there is no instance yet. */
  readonly waiting: Turns<(instance: Instance | undefined) => void>;
  /** Whose invocations run or wait, each as often as it has one. */
  readonly callers: string[];
  starting: number;
  /** How many computed when it was last looked. */
  computing: number;
  /** Whether an instance became free since it was last looked. */
  moving: boolean;
};

/** How instances come and go. */
export type Manning = {
  /** An instance that has had nothing to do for so long ends (ms): each takes 30 MB, and another starts in a tenth of a second. */
  readonly idle: number;
  /** How many of a function start as soon as they are needed: what computes gains nothing by more of them, and each starts cold. */
  readonly atOnce: number;
  /** More start where invocations wait, none became free for so long (ms), and those that there are wait for somebody and compute nothing. */
  readonly patience: number;
};

const usual: Manning = { idle: 10_000, atOnce: availableParallelism(), patience: 200 };

const stopped = (): Error => new Error('The functions are stopped.');

/** How many may start. */
const roomIn = ({ fn, all, starting }: Crew, most = fn.concurrency): number =>
  Math.min(most, fn.concurrency) - all.size - starting;

/** The instances of every function: more of them as they are needed, each for one invocation at a time. */
export function functionPool(
  functions: readonly LocalFunction[],
  startInstance: (fn: LocalFunction) => Promise<Instance>,
  { idle, atOnce, patience }: Manning = usual,
): FunctionPool {
  const crews = new Map<string, Crew>(
    functions.map((fn) => [
      fn.name,
      { fn, free: [], all: new Set(), waiting: turns(), callers: [], starting: 0, computing: 0, moving: false },
    ]),
  );
  let running = 0;
  let begun = 0;
  let isStopped = false;

  const start = async (crew: Crew): Promise<Instance> => {
    crew.starting += 1;
    try {
      const instance = isStopped ? undefined : await startInstance(crew.fn);
      // The others have ended by then: nobody else would end this one, and the process would go on for ever.
      if (isStopped) await instance?.stop();
      if (isStopped || instance === undefined) throw stopped();
      crew.all.add(instance);
      return instance;
    } finally {
      crew.starting -= 1;
    }
  };
  /** Where others compute, the last one that is free is for a caller who has none: one store's flood leaves it to the others. */
  const isKept = ({ fn, all, free, computing }: Crew, others: number): boolean =>
    !fn.isBackground && computing > 0 && all.size >= Math.max(2, atOnce) && free.length === others;
  const take = async (crew: Crew, caller: string, hasNone: boolean): Promise<Instance> => {
    if (isStopped) throw stopped();
    const free = hasNone || !isKept(crew, 1) ? crew.free.pop() : undefined;
    if (free !== undefined) return free.instance;
    if (roomIn(crew, atOnce) > 0) return await start(crew);
    const { promise, resolve } = Promise.withResolvers<Instance | undefined>();
    crew.waiting.add(caller, resolve);
    return (await promise) ?? (await take(crew, caller, hasNone));
  };
  const startMore = (): void => {
    for (const crew of crews.values()) {
      crew.computing = [...crew.all].filter((instance) => instance.computes()).length;
      const kept = crew.computing === 0 && crew.waiting.size() > 0 ? crew.free.pop() : undefined;
      if (kept !== undefined) giveBack(crew, kept.instance);
      const stuck = !crew.moving && crew.starting === 0;
      const more = stuck ? Math.min(crew.waiting.size(), atOnce - crew.computing - crew.free.length, roomIn(crew)) : 0;
      crew.moving = false;
      for (let n = 0; n < more; n += 1) {
        // Where it cannot start, whoever waits is told so by the start that it then tries itself.
        start(crew).then(
          (instance) => giveBack(crew, instance),
          () => crew.waiting.next()?.(undefined),
        );
      }
    }
  };
  const giveBack = (crew: Crew, instance: Instance): void => {
    crew.moving = true;
    const usable = instance.usable() ? instance : undefined;
    if (usable === undefined) crew.all.delete(instance);
    const next = crew.waiting.next(isKept(crew, 0) ? 0 : undefined);
    if (next !== undefined) next(usable);
    else if (usable !== undefined) crew.free.push({ instance: usable, since: performance.now() });
  };
  /** The one that was used last is taken first, so the idle ones stand in front. */
  const endIdle = (): void => {
    const before = performance.now() - idle;
    for (const crew of crews.values()) {
      const spare = crew.free.filter(({ since }) => since < before).length;
      for (const { instance } of crew.free.splice(0, spare)) {
        crew.all.delete(instance);
        void instance.stop();
      }
    }
  };
  const ending = setInterval(endIdle, idle / 5);
  const growing = setInterval(startMore, patience);

  return {
    running: () => running,
    begun: () => begun,
    async invoke(name, event, caller) {
      const crew = crews.get(name);
      if (crew === undefined) throw new Error(`There is no function "${name}"`);
      running += 1;
      begun += 1;
      const hasNone = !crew.callers.includes(caller);
      crew.callers.push(caller);
      try {
        const instance = await take(crew, caller, hasNone);
        crew.waiting.began(caller);
        try {
          return await instance.invoke(event);
        } finally {
          crew.waiting.ended(caller);
          giveBack(crew, instance);
        }
      } finally {
        crew.callers.splice(crew.callers.indexOf(caller), 1);
        running -= 1;
      }
    },
    async warm() {
      await Promise.all([...crews.values()].map(async (crew) => giveBack(crew, await start(crew))));
    },
    instances: () => [...crews.values()].reduce((sum, { all }) => sum + all.size, 0),
    async stop() {
      isStopped = true;
      clearInterval(ending);
      clearInterval(growing);
      for (const { waiting } of crews.values())
        for (let next = waiting.next(); next; next = waiting.next()) next(undefined);
      await Promise.all([...crews.values()].flatMap((crew) => [...crew.all].map((instance) => instance.stop())));
    },
  };
}
