import { availableParallelism } from 'node:os';
import { type Instance, type LocalFunction, type OnLog, startInstance } from './function-instance.ts';

/** Runs a function by its name. */
export type Invoke = (functionName: string, event: unknown) => Promise<unknown>;

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
  /** Invocations for which there is no instance yet, the first of them first. */
  readonly waiting: ((instance: Instance | undefined) => void)[];
  starting: number;
  /** Whether an instance became free since it was last looked. */
  moving: boolean;
};

/** How instances come and go. */
export type Manning = {
  /** An instance that has had nothing to do for so long ends (ms): each takes 30 MB, and another starts in a tenth of a second. */
  readonly idle: number;
  /** How many of a function start as soon as they are needed: what computes gains nothing by more of them, and each starts cold. */
  readonly atOnce: number;
  /** More start where invocations wait and none became free for so long (ms): those that there are wait for somebody, and compute nothing. */
  readonly patience: number;
};

const usual: Manning = { idle: 10_000, atOnce: availableParallelism(), patience: 200 };

/** How many may start. */
const roomIn = ({ fn, all, starting }: Crew, most = fn.concurrency): number =>
  Math.min(most, fn.concurrency) - all.size - starting;

/** The instances of every function: more of them as they are needed, each for one invocation at a time. */
export function functionPool(
  functions: readonly LocalFunction[],
  offset: SharedArrayBuffer,
  onLog: OnLog,
  { idle, atOnce, patience }: Manning = usual,
): FunctionPool {
  const crews = new Map<string, Crew>(
    functions.map((fn) => [fn.name, { fn, free: [], all: new Set(), waiting: [], starting: 0, moving: false }]),
  );
  let running = 0;
  let begun = 0;

  const start = async (crew: Crew): Promise<Instance> => {
    crew.starting += 1;
    try {
      const instance = await startInstance(crew.fn, offset, onLog);
      crew.all.add(instance);
      return instance;
    } finally {
      crew.starting -= 1;
    }
  };
  const take = async (crew: Crew): Promise<Instance> => {
    const free = crew.free.pop();
    if (free !== undefined) return free.instance;
    if (roomIn(crew, atOnce) > 0) return await start(crew);
    const { promise, resolve } = Promise.withResolvers<Instance | undefined>();
    crew.waiting.push(resolve);
    return (await promise) ?? (await take(crew));
  };
  const startMore = (): void => {
    for (const crew of crews.values()) {
      const stuck = !crew.moving && crew.starting === 0;
      const more = stuck ? Math.min(crew.waiting.length, atOnce, roomIn(crew)) : 0;
      crew.moving = false;
      for (let n = 0; n < more; n += 1) {
        // Where it cannot start, whoever waits is told so by the start that it then tries itself.
        start(crew).then(
          (instance) => giveBack(crew, instance),
          () => crew.waiting.shift()?.(undefined),
        );
      }
    }
  };
  const giveBack = (crew: Crew, instance: Instance): void => {
    crew.moving = true;
    const next = crew.waiting.shift();
    if (!instance.usable()) crew.all.delete(instance);
    const usable = instance.usable() ? instance : undefined;
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
    async invoke(name, event) {
      const crew = crews.get(name);
      if (crew === undefined) throw new Error(`There is no function "${name}"`);
      running += 1;
      begun += 1;
      try {
        const instance = await take(crew);
        try {
          return await instance.invoke(event);
        } finally {
          giveBack(crew, instance);
        }
      } finally {
        running -= 1;
      }
    },
    async warm() {
      await Promise.all([...crews.values()].map(async (crew) => giveBack(crew, await start(crew))));
    },
    instances: () => [...crews.values()].reduce((sum, { all }) => sum + all.size, 0),
    async stop() {
      clearInterval(ending);
      clearInterval(growing);
      await Promise.all([...crews.values()].flatMap((crew) => [...crew.all].map((instance) => instance.stop())));
    },
  };
}
