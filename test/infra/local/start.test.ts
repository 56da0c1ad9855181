import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { claimDataDir } from '../../../infra/local/process/data-dir.ts';

/** The first start after a change synthesizes. */
const patience = 180_000;

const scratch = mkdtempSync(join(tmpdir(), 'start-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = (args: readonly string[], environment: Record<string, string> = {}) => {
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...environment } });
  child.stdin.end();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  return { child, said: () => said, closed: once(child, 'close') };
};
const start = (environment: Record<string, string>) => run(['infra/local/start.ts'], environment);

/** The exit code and all that was said. */
const outcome = async ({ said, closed }: ReturnType<typeof run>) => {
  const [code] = await closed;
  return [code, said()];
};

/** Listens on a port of its own. */
const listening = async (server: Server) => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { port: String(port), [Symbol.dispose]: () => server.close() };
};
const occupied = () => listening(createServer());

const file = join(scratch, 'file');
writeFileSync(file, '');

it('says in one sentence that the port is in use, and leaves nothing running', async () => {
  using squatter = await occupied();
  const sentence = `Port ${squatter.port} is in use: stop what listens there, or choose another with PORT=….\n`;
  expect(await outcome(start({ PORT: squatter.port }))).toEqual([1, sentence]);
  const distributors = run(['infra/simulators/start.ts'], { PORT: squatter.port });
  expect(await outcome(distributors)).toEqual([1, sentence]);
});

it.each(['infra/local/start.ts', 'infra/simulators/start.ts'])('%s refuses a port that is none', async (command) => {
  expect(await outcome(run([command], { PORT: 'eighty' }))).toEqual([
    1,
    'PORT=eighty is no port: give a number from 0 to 65535.\n',
  ]);
});

it('refuses a DATA_DIR that another service uses, until that one ends', async () => {
  const dataDir = join(scratch, 'data');
  const other = claimDataDir(dataDir);
  expect(await outcome(start({ PORT: '0', DATA_DIR: dataDir }))).toEqual([
    1,
    `DATA_DIR=${dataDir} is in use by another service: stop that one, or choose another folder.\n`,
  ]);
  other[Symbol.dispose]();
  claimDataDir(dataDir)[Symbol.dispose]();
});

it.each([
  [file, 'is or lies in a file: choose a folder.'],
  [join(file, 'below'), 'is or lies in a file: choose a folder.'],
  ['/sys/nowhere', 'cannot be written: choose a folder that can ('],
])('refuses the DATA_DIR %s in one sentence', async (dataDir, why) => {
  const [code, said] = await outcome(start({ PORT: '0', DATA_DIR: dataDir }));
  expect(code).toBe(1);
  expect(said).toContain(`DATA_DIR=${dataDir} ${why}`);
  expect(said).toMatch(/^.*\n$/);
});

it.each([
  ['infra/local/start.ts', 'no option at all'],
  ['infra/local/demo.ts', '--url, --yes'],
  ['infra/simulators/start.ts', '--strict, --unwrapped'],
  ['infra/stage/smoke.ts', '--url'],
  ['infra/stage/first-key.ts', '--table'],
])('%s names an option that it does not know', async (command, known) => {
  expect(await outcome(run([command, '--bogus']))).toEqual([1, `Unknown option '--bogus'. Known here: ${known}.\n`]);
});

it.each([
  ['infra/stage/first-key.ts', '--table', 'x'],
  ['infra/local/why.ts', '5001-1', '--table', 'x'],
  ['infra/restore/reconcile.ts', '--stage', 'prod', '--table', 'x', '--key', 'x', '--log', file],
])('%s without credentials says in one sentence what it needs, and asks nobody', async (...command) => {
  const [code, said] = await outcome(run(command, { HOME: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true' }));
  expect(code).toBe(1);
  expect(said).toMatch(/^AWS cannot be reached from here: set AWS_PROFILE, or [^.]*\.\n$/);
});

it('what AWS refuses is said in its own words', async () => {
  const nobody = { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_REGION: 'us-east-1' };
  const answer = '{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"No such table"}';
  using aws = await listening(createHttpServer((_, response) => response.writeHead(400).end(answer)));
  const endpoint = `http://127.0.0.1:${aws.port}`;
  const command = run(['infra/stage/first-key.ts', '--table', 'x'], { ...nobody, AWS_ENDPOINT_URL: endpoint });
  expect(await outcome(command)).toEqual([1, 'AWS answers ResourceNotFoundException: No such table\n']);
});

it.each([
  ['http://127.0.0.1:1', 'Nobody answers at http://127.0.0.1:1: is `npm start` running there?\n'],
  ['nowhere', 'nowhere is no address: it looks like http://127.0.0.1:3000.\n'],
])('the demo says that it cannot reach %s', async (url, sentence) => {
  expect(await outcome(run(['infra/local/demo.ts', '--url', url]))).toEqual([1, sentence]);
});

it('the look at a deployed stage says that it cannot be reached', async () => {
  const smoke = run(['infra/stage/smoke.ts', '--url', 'http://127.0.0.1:1'], { DROP_SHIP_TOKEN: 'ds_a_b' });
  const [code, said] = await outcome(smoke);
  expect(code).toBe(1);
  expect(said).toMatch(/^http:\/\/127\.0\.0\.1:1 cannot be asked: .*\n$/);
});

it(
  'stops in order when Ctrl-C comes twice, and says so',
  async () => {
    const { child, said, closed } = start({ PORT: '0' });
    await expect.poll(said, { timeout: patience }).toMatch(/\nOpen http/);
    const url = /^Open (.*)$/m.exec(said())?.[1] ?? '';
    expect((await fetch(`${url}/v1/health`)).status).toBe(200);
    child.kill('SIGINT');
    await expect.poll(said).toMatch(/Stopping …\n/);
    child.kill('SIGINT');
    expect(await closed).toEqual([0, null]);
    expect(said()).toMatch(/\nStopping …\nStopped\.\n$/);
    await expect(fetch(`${url}/v1/health`)).rejects.toThrow();
  },
  patience,
);

it(
  'stops in order when Ctrl-C comes before it has started',
  async () => {
    const { child, said, closed } = start({ PORT: '0' });
    await expect.poll(said, { timeout: patience }).toContain('Starting the table');
    child.kill('SIGINT');
    expect(await closed).toEqual([0, null]);
    expect(said()).toMatch(/Stopped\.\n$/);
    expect(said()).not.toContain('Open http');
  },
  patience,
);

it('the simulated distributors end in order', async () => {
  const { child, said, closed } = run(['infra/simulators/start.ts']);
  await expect.poll(said, { timeout: patience }).toContain('curl -X DELETE');
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
  expect(said()).toMatch(/Stopping …\nStopped\.\n$/);
});

it('the simulated distributors end when npm is gone', async () => {
  const script = `"${process.execPath}" infra/simulators/start.ts & wait`;
  const shell = spawn('sh', ['-c', script], {
    env: { PATH: process.env.PATH, npm_lifecycle_event: 'distributors' },
  });
  let said = '';
  shell.stdout.on('data', (chunk) => {
    said += chunk;
  });
  // Closes when the last process that could write to it has ended.
  const ended = once(shell.stdout, 'close');
  await expect.poll(() => said, { timeout: patience }).toContain('curl -X DELETE');
  shell.kill('SIGKILL');
  await ended;
  expect(said).toMatch(/Stopped\.\n$/);
});
