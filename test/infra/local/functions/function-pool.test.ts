import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Instance, LocalFunction } from '../../../../infra/local/functions/function-instance.ts';
import { functionPool, type Manning } from '../../../../infra/local/functions/function-pool.ts';

beforeEach(() => {
  vi.useFakeTimers();
  made = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const echo: LocalFunction = {
  name: 'echo',
  bundle: '',
  handler: 'handler',
  seconds: 5,
  memory: 128,
  environment: {},
  concurrency: 3,
  isBackground: false,
};

/** How long what computes computes (ms). */
const work = 200;

/** What a thread would do, by a clock that stands still but for what a test lets pass: a loaded machine changes nothing. */
const madeInstance = (): Instance => {
  let usable = true;
  let busy = false;
  let end: (error: Error) => void = () => undefined;
  return {
    usable: () => usable,
    computes: () => busy,
    async invoke(event) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      end = reject;
      busy = String(event).startsWith('computes');
      setTimeout(
        () => {
          busy = false;
          if (!String(event).endsWith('waits for ever')) resolve();
        },
        busy ? work : 0,
      );
      await promise;
      return event;
    },
    async stop() {
      usable = false;
      end(new Error('cut off'));
    },
  };
};

let made: Instance[] = [];
const start = async (): Promise<Instance> => {
  const instance = madeInstance();
  made.push(instance);
  return instance;
};
const poolWith = (manning: Partial<Manning>) =>
  functionPool([echo], start, { idle: 60_000, atOnce: 2, patience: 60_000, ...manning });

/** What a promise comes to, once so much time has passed (ms). */
const after = async <T>(milliseconds: number, promise: Promise<T>): Promise<T> => {
  await vi.advanceTimersByTimeAsync(milliseconds);
  return await promise;
};

it('ends the instances that have nothing to do, and starts another when there is something', async () => {
  const pool = poolWith({ idle: 50 });
  const asked = Promise.all([1, 2, 3, 4].map((event) => pool.invoke('echo', event, 'a')));
  expect(await after(10, asked)).toEqual([1, 2, 3, 4]);
  expect(pool.instances()).toBe(2);
  await vi.advanceTimersByTimeAsync(60);
  expect(pool.instances()).toBe(0);
  expect(await after(10, pool.invoke('echo', 5, 'a'))).toBe(5);
  await pool.stop();
});

it('starts as many instances as compute at once, and keeps them while they may be needed again soon', async () => {
  const pool = poolWith({});
  await after(10, Promise.all([1, 2, 3, 4].map((event) => pool.invoke('echo', event, 'a'))));
  expect(pool.instances()).toBe(2);
  await pool.stop();
});

it('starts more where those that there are wait for somebody', async () => {
  const pool = poolWith({ patience: 10 });
  const waiting = [1, 2].map(() => pool.invoke('echo', 'waits for ever', 'a').catch(String));
  expect(await after(25, pool.invoke('echo', 3, 'a'))).toBe(3);
  expect(pool.instances()).toBe(3);
  await pool.stop();
  expect(await Promise.all(waiting)).toEqual(['Error: cut off', 'Error: cut off']);
});

it('starts no more of a function whose instances compute', async () => {
  const pool = poolWith({ atOnce: 1, patience: 10 });
  const asked = Promise.all([1, 2, 3].map(() => pool.invoke('echo', 'computes', 'a')));
  await vi.advanceTimersByTimeAsync(work * 2.5);
  expect(pool.instances()).toBe(1);
  await after(work, asked);
  expect(pool.instances()).toBe(1);
  await pool.stop();
});

it('starts none more once it is stopped, for whoever still waits', async () => {
  const pool = poolWith({});
  const asked = [1, 2, 3, 4].map(() => pool.invoke('echo', 'waits for ever', 'a').catch(String));
  await vi.advanceTimersByTimeAsync(0);
  expect(pool.instances()).toBe(2);
  await pool.stop();
  const [cutOff, stopped] = ['Error: cut off', 'Error: The functions are stopped.'];
  expect(await Promise.all(asked)).toEqual([cutOff, cutOff, stopped, stopped]);
  expect(pool.instances()).toBe(0);
});

it('tells whoever still waits that it is stopped, where an instance is kept free as well', async () => {
  const pool = poolWith({ patience: 10 });
  const asked = Array.from({ length: 6 }, () => pool.invoke('echo', 'computes', 'a').catch(String));
  await after(work, Promise.all(asked.slice(0, 2)));
  await pool.stop();
  const told = await Promise.all(asked);
  expect(told.slice(0, 2)).toEqual(['computes', 'computes']);
  expect(told.at(-1)).toBe('Error: The functions are stopped.');
});

it('ends what is about to start when it is stopped', async () => {
  const pool = poolWith({});
  const asked = pool.invoke('echo', 'waits for ever', 'a').catch(String);
  await pool.stop();
  expect(await asked).toBe('Error: The functions are stopped.');
  expect(made.map((instance) => instance.usable())).toEqual([false]);
  expect(pool.instances()).toBe(0);
});

it('gives an instance to a caller who has none before another gets a second', async () => {
  const pool = poolWith({ atOnce: 1 });
  const order: string[] = [];
  const ask = async (caller: string, event: string) => {
    await pool.invoke('echo', event, caller);
    order.push(event);
  };
  const busy = ['busy 1', 'busy 2', 'busy 3', 'busy 4'].map((event) => ask('busy', event));
  await after(100, Promise.all([...busy, ask('other', 'other 1'), ask('other', 'other 2')]));
  expect(order).toEqual(['busy 1', 'busy 2', 'other 1', 'busy 3', 'other 2', 'busy 4']);
  await pool.stop();
});

it('leaves the last of the instances that compute to a caller who has none', async () => {
  const pool = poolWith({ patience: 10 });
  let done = 0;
  const flood = Promise.all(
    Array.from({ length: 6 }, () =>
      pool.invoke('echo', 'computes', 'busy').then(() => {
        done += 1;
      }),
    ),
  );
  await vi.advanceTimersByTimeAsync(work + 50);
  expect(done).toBe(2);
  expect(await after(1, pool.invoke('echo', 'one', 'other'))).toBe('one');
  expect(done).toBe(2);
  await after(10 * work, flood);
  expect(done).toBe(6);
  await pool.stop();
});

it('gives away what it has kept where the others compute no more', async () => {
  const pool = poolWith({ patience: 10 });
  const asked = ['computes', 'computes, then waits for ever', 'one'].map((event) =>
    pool.invoke('echo', event, 'a').catch(String),
  );
  const [first, waiting, last] = asked;
  expect(await after(work + 25, Promise.all([first, last]))).toEqual(['computes', 'one']);
  expect(pool.instances()).toBe(2);
  await pool.stop();
  expect(await waiting).toBe('Error: cut off');
});
