import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';

/** The first start after a change synthesizes. */
const patience = 180_000;

const start = (environment: Record<string, string>) => {
  const child = spawn(process.execPath, ['infra/local/start.ts'], { env: { PATH: process.env.PATH, ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  return { child, said: () => said };
};

it('says in one sentence that the port is in use, and leaves nothing running', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const address = squatter.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { child, said } = start({ PORT: String(port) });
  const [code] = await once(child, 'exit');
  squatter.close();
  expect(code).toBe(1);
  expect(said()).toContain(`Port ${port} is in use`);
  expect(said()).not.toMatch(/\n\s+at /);
});

it('refuses a port that is none', async () => {
  const { child, said } = start({ PORT: 'eighty' });
  const [code] = await once(child, 'exit');
  expect([code, said()]).toEqual([1, 'PORT=eighty is no port: give a number from 0 to 65535.\n']);
});

it(
  'ends at once when it is told to',
  async () => {
    const { child, said } = start({ PORT: '0' });
    await expect.poll(said, { timeout: patience }).toContain('Ctrl-C ends it all');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0] ?? '';
    expect((await fetch(`${url}/v1/health`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await expect(fetch(`${url}/v1/health`)).rejects.toThrow();
  },
  patience,
);
