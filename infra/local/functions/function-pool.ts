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
  stop(): Promise<void>;
};

type Crew = { readonly fn: LocalFunction; readonly free: Instance[]; readonly all: Set<Instance>; starting: number };

/** The instances of every function: more of them as they are needed, each for one invocation at a time. */
export function functionPool(
  functions: readonly LocalFunction[],
  offset: SharedArrayBuffer,
  onLog: OnLog,
): FunctionPool {
  const crews = new Map<string, Crew>(functions.map((fn) => [fn.name, { fn, free: [], all: new Set(), starting: 0 }]));
  const waiting = new Map<string, ((instance: Instance | undefined) => void)[]>();
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
    if (free !== undefined) return free;
    if (crew.all.size + crew.starting < crew.fn.concurrency) return await start(crew);
    const { promise, resolve } = Promise.withResolvers<Instance | undefined>();
    waiting.set(crew.fn.name, [...(waiting.get(crew.fn.name) ?? []), resolve]);
    return (await promise) ?? (await take(crew));
  };
  const giveBack = (crew: Crew, instance: Instance): void => {
    const next = waiting.get(crew.fn.name)?.shift();
    if (!instance.usable()) crew.all.delete(instance);
    const usable = instance.usable() ? instance : undefined;
    if (next !== undefined) next(usable);
    else if (usable !== undefined) crew.free.push(usable);
  };

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
      await Promise.all([...crews.values()].map(async (crew) => crew.free.push(await start(crew))));
    },
    async stop() {
      await Promise.all([...crews.values()].flatMap((crew) => [...crew.all].map((instance) => instance.stop())));
    },
  };
}
