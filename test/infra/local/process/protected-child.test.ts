import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { protectedChild } from '../../../../infra/local/process/protected-child.ts';

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const file = JSON.stringify(new URL('../../../../infra/local/process/protected-child.ts', import.meta.url).href);

it('ends with us when we are killed', async () => {
  const parent = `const { protectedChild } = await import(${file});
    const child = protectedChild('sh', ['-c', 'echo $$ >&2; exec sleep 600']);
    child.process.stderr.once('data', (pid) => console.log(String(pid).trim()));
    setInterval(() => {}, 1000);`;
  const process = spawn(globalThis.process.execPath, ['--input-type=module', '-e', parent], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(process.stdout, 'data');
  const pid = Number(String(line));
  expect(alive(pid)).toBe(true);
  process.kill('SIGKILL');
  await expect.poll(() => alive(pid), { timeout: 5000 }).toBe(false);
});

it('ends when it is stopped', async () => {
  const child = protectedChild('sh', ['-c', 'echo $$ >&2; exec sleep 600']);
  const [line] = child.process.stderr ? await once(child.process.stderr, 'data') : [];
  await child.stop();
  await expect.poll(() => alive(Number(String(line)))).toBe(false);
});
