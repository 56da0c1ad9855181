import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { functionPool, type Manning } from '../../../../infra/local/functions/function-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
const bundle = join(folder, 'index.cjs');
writeFileSync(
  bundle,
  "exports.handler = async (event) => event === 'waits for ever' ? await new Promise(() => undefined) : event;",
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const echo = { name: 'echo', bundle, handler: 'handler', seconds: 5, memory: 128, environment: {}, concurrency: 3 };
const poolWith = (manning: Partial<Manning>) =>
  functionPool([echo], new SharedArrayBuffer(8), () => undefined, {
    idle: 60_000,
    atOnce: 2,
    patience: 60_000,
    ...manning,
  });

it('ends the instances that have nothing to do, and starts another when there is something', async () => {
  const pool = poolWith({ idle: 50 });
  expect(await Promise.all([1, 2, 3, 4].map((event) => pool.invoke('echo', event)))).toEqual([1, 2, 3, 4]);
  await expect.poll(() => pool.instances(), { timeout: 10_000 }).toBe(0);
  expect(await pool.invoke('echo', 5)).toBe(5);
  await pool.stop();
});

it('starts as many instances as compute at once, and keeps them while they may be needed again soon', async () => {
  const pool = poolWith({});
  await Promise.all([1, 2, 3, 4].map((event) => pool.invoke('echo', event)));
  expect(pool.instances()).toBe(2);
  await pool.stop();
});

it('starts more where those that there are wait for somebody', async () => {
  const pool = poolWith({ patience: 10 });
  const waiting = [1, 2].map(() => pool.invoke('echo', 'waits for ever').catch(() => 'ended'));
  expect(await pool.invoke('echo', 3)).toBe(3);
  expect(pool.instances()).toBe(3);
  await pool.stop();
  expect(await Promise.all(waiting)).toEqual(['ended', 'ended']);
});
