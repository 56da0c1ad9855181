import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startInstance } from '../../../../infra/local/functions/function-instance.ts';

const folder = mkdtempSync(join(tmpdir(), 'instance-'));
const bundle = join(folder, 'index.cjs');
writeFileSync(
  bundle,
  `exports.handler = async (event) => {
    if (event === 'waits for ever') await new Promise(() => undefined);
    if (event === 'computes for ever') for (;;);
    if (event === 'priority') return require('node:os').getPriority();
    return event;
  };`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const echo = {
  name: 'echo',
  bundle,
  handler: 'handler',
  seconds: 60,
  memory: 128,
  environment: {},
  concurrency: 3,
  isBackground: false,
};
const started = (fn = echo) => startInstance(fn, new SharedArrayBuffer(8), () => undefined);

it('answers what its function answers', async () => {
  const instance = await started();
  expect(await instance.invoke({ a: [1] })).toEqual({ a: [1] });
  expect(instance.usable()).toBe(true);
  await instance.stop();
  expect(instance.usable()).toBe(false);
});

it('tells what computes from what waits for somebody', async () => {
  const [busy, idle] = [await started(), await started()];
  const asked = [busy.invoke('computes for ever'), idle.invoke('waits for ever')].map((each) => each.catch(String));
  await expect.poll(() => busy.computes(), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => idle.computes(), { timeout: 20_000 }).toBe(false);
  await Promise.all([busy.stop(), idle.stop()]);
  const cutOff = 'FunctionError: echo: Runtime.ExitError: the instance ended before it answered';
  expect(await Promise.all(asked)).toEqual([cutOff, cutOff]);
});

it.runIf(process.platform === 'linux')(
  'lets a request go before what nobody waits for, whatever its own priority',
  async () => {
    const own = getPriority();
    const [request, background] = [await started(), await started({ ...echo, isBackground: true })];
    expect(await request.invoke('priority')).toBe(own);
    expect(await background.invoke('priority')).toBe(Math.min(own + 5, 19));
    await Promise.all([request.stop(), background.stop()]);
  },
);
