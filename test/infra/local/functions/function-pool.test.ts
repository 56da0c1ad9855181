import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { functionPool, type Manning } from '../../../../infra/local/functions/function-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
const bundle = join(folder, 'index.cjs');
writeFileSync(
  bundle,
  `exports.handler = async (event) => {
    if (event === 'waits for ever') await new Promise(() => undefined);
    if (event === 'priority') return require('node:os').getPriority();
    if (event === 'computes') for (const end = performance.now() + 200; performance.now() < end; );
    return event;
  };`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const echo = {
  name: 'echo',
  bundle,
  handler: 'handler',
  seconds: 5,
  memory: 128,
  environment: {},
  concurrency: 3,
  isBackground: false,
};
const background = { ...echo, name: 'background', isBackground: true };
const poolWith = (manning: Partial<Manning>) =>
  functionPool([echo, background], new SharedArrayBuffer(8), () => undefined, {
    idle: 60_000,
    atOnce: 2,
    patience: 60_000,
    ...manning,
  });

it('ends the instances that have nothing to do, and starts another when there is something', async () => {
  const pool = poolWith({ idle: 50 });
  expect(await Promise.all([1, 2, 3, 4].map((event) => pool.invoke('echo', event, 'a')))).toEqual([1, 2, 3, 4]);
  await expect.poll(() => pool.instances(), { timeout: 10_000 }).toBe(0);
  expect(await pool.invoke('echo', 5, 'a')).toBe(5);
  await pool.stop();
});

it('starts as many instances as compute at once, and keeps them while they may be needed again soon', async () => {
  const pool = poolWith({});
  await Promise.all([1, 2, 3, 4].map((event) => pool.invoke('echo', event, 'a')));
  expect(pool.instances()).toBe(2);
  await pool.stop();
});

it('starts more where those that there are wait for somebody', async () => {
  const pool = poolWith({ patience: 10 });
  const waiting = [1, 2].map(() => pool.invoke('echo', 'waits for ever', 'a').catch(() => 'ended'));
  expect(await pool.invoke('echo', 3, 'a')).toBe(3);
  expect(pool.instances()).toBe(3);
  await pool.stop();
  expect(await Promise.all(waiting)).toEqual(['ended', 'ended']);
});

it('starts none more once it is stopped, for whoever still waits', async () => {
  const pool = poolWith({});
  const asked = [1, 2, 3, 4].map(() => pool.invoke('echo', 'waits for ever', 'a').catch(String));
  await expect.poll(() => pool.instances()).toBe(2);
  await pool.stop();
  const [cutOff, stopped] = ['FunctionError: echo: Runtime.ExitError', 'Error: The functions are stopped'];
  const told = [cutOff, cutOff, stopped, stopped].map((begin) => expect.stringContaining(begin));
  expect(await Promise.all(asked)).toEqual(told);
  expect(pool.instances()).toBe(0);
});

it('tells whoever still waits that it is stopped, where an instance is kept free as well', async () => {
  const pool = poolWith({ patience: 10 });
  const asked = Array.from({ length: 6 }, () => pool.invoke('echo', 'computes', 'a').catch(String));
  await Promise.all(asked.slice(0, 2));
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
  await Promise.all([...busy, ask('other', 'other 1'), ask('other', 'other 2')]);
  expect(order).toEqual(['busy 1', 'busy 2', 'other 1', 'busy 3', 'other 2', 'busy 4']);
  await pool.stop();
});

it('leaves the last of the instances that compute to a caller who has none', async () => {
  const pool = poolWith({ patience: 10 });
  let done = 0;
  const flood = Array.from({ length: 6 }, () =>
    pool.invoke('echo', 'computes', 'busy').then(() => {
      done += 1;
    }),
  );
  await Promise.all(flood.slice(0, 2));
  await pool.invoke('echo', 'one', 'other');
  expect(done).toBe(2);
  await Promise.all(flood);
  await pool.stop();
});

it('starts no more of a function whose instances compute', async () => {
  const pool = poolWith({ atOnce: 1, patience: 10 });
  const asked = [1, 2, 3].map(() => pool.invoke('echo', 'computes', 'a'));
  await expect.poll(() => pool.instances()).toBe(1);
  await Promise.all(asked);
  expect(pool.instances()).toBe(1);
  await pool.stop();
});

it.runIf(process.platform === 'linux')(
  'lets a request go before what nobody waits for, whatever its own priority',
  async () => {
    const pool = poolWith({});
    const own = getPriority();
    expect(await pool.invoke('echo', 'priority', 'a')).toBe(own);
    expect(await pool.invoke('background', 'priority', 'a')).toBe(Math.min(own + 5, 19));
    await pool.stop();
  },
);
