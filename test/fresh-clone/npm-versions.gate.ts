import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { it, type TestContext } from 'vitest';

const run = promisify(execFile);

/** Packages are downloaded, and the template is synthesized for the first time: half a minute on two idle cores. */
const patience = 400_000;

type Finish = TestContext['onTestFinished'];

/** A folder of the test's own, in a path as people have them. */
function folder(onTestFinished: Finish): string {
  const scratch = mkdtempSync(join(tmpdir(), 'fresh clone, größer '));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }), patience);
  return scratch;
}

/** Without the Node that npm put into our own node_modules. */
const foreignPath = () =>
  (process.env.PATH ?? '').split(delimiter).filter((folder) => !resolve(folder).includes('node_modules'));

/** As a commit of what lies here would be cloned. */
function freshClone(scratch: string): string {
  const clone = join(scratch, 'clone');
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
  for (const file of files.filter((name) => name !== '')) cpSync(file, join(clone, file));
  return clone;
}

async function installNpm(scratch: string, version: string): Promise<string> {
  const options = ['--prefix', scratch, '--no-save', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...options, `npm@${version}`], { cwd: scratch });
  return join(scratch, 'node_modules/.bin');
}

/** What `npm start` says until the service runs, and then its answer to a request. */
async function startWith(onTestFinished: Finish, version: string, path: readonly string[]) {
  const scratch = folder(onTestFinished);
  const npm = await installNpm(scratch, version);
  const env = { ...process.env, PATH: [npm, ...path].join(delimiter), PORT: '0' };
  const child = spawn('npm', ['start'], {
    cwd: freshClone(scratch),
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let said = '';
  const running = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
      const url = /^Open (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1];
      if (url !== undefined) running.resolve(url);
    });
  }
  const url = await Promise.race([running.promise, exited.then(() => undefined)]);
  const health = url === undefined ? undefined : (await fetch(`${url}/v1/health`)).status;
  // As a terminal does with Ctrl-C: to npm and to all that it started.
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
  await exited;
  return { said, health };
}

it.concurrent(
  'starts with the npm of Debian, on the Node that is installed here',
  async ({ expect, onTestFinished }) => {
    const { said, health } = await startWith(onTestFinished, '9.2.0', foreignPath());
    expect(health, said).toBe(200);
  },
  patience,
);

it.concurrent(
  'starts with the newest npm, on a Node that it supports',
  async ({ expect, onTestFinished }) => {
    const { said, health } = await startWith(onTestFinished, '12.2.1', [dirname(process.execPath), ...foreignPath()]);
    expect(health, said).toBe(200);
  },
  patience,
);
