import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const { platform, arch } = process;
const packagedNode = `node_modules/node-${platform}-${arch}`;
let clone: string;
const write = (path: string, text: string): void => {
  mkdirSync(join(clone, path, '..'), { recursive: true });
  writeFileSync(join(clone, path), text);
};
const remove = (path: string) => rmSync(join(clone, path), { recursive: true });
const lock = (version: string) =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/a': { version },
      [packagedNode]: { version: '24.0.0', optional: true, os: [platform], cpu: arch },
      'node_modules/node-of-another': { version: '24.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
    },
  });

/**
 * Stands in for npm: leaves behind what `npm ci` of an npm before 11.6.2 would, so no link to Node. FAIL ends it at
 * once, OMIT leaves a package out, HANG keeps it busy.
 */
const npm = `
  import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
  console.log('npm', ...process.argv.slice(2));
  appendFileSync('calls', 'ci ');
  if (process.env.FAIL) process.exit(1);
  if (process.env.HANG) setTimeout(() => undefined, 2_000);
  else {
    rmSync('node_modules', { recursive: true, force: true });
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const paths = Object.keys(packages).filter((path) => path !== '' && !/another/.test(path) && path !== process.env.OMIT);
    for (const path of paths) {
      mkdirSync(path + '/bin', { recursive: true });
      writeFileSync(path + '/package.json', '{}');
      if (path.includes('/node-')) symlinkSync(process.execPath, path + '/bin/node');
    }
    const installed = Object.fromEntries(paths.map((path) => [path, packages[path]]));
    writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
  }`;

beforeEach(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'clöne mit Leerzeichen ')));
  mkdirSync(join(clone, 'infra/local'), { recursive: true });
  cpSync('infra/local/install.mjs', join(clone, 'infra/local/install.mjs'));
  write('package-lock.json', lock('1.0.0'));
  write('npm.mjs', npm);
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

const options = (more: Record<string, string>) => ({
  env: {
    npm_execpath: join(clone, 'npm.mjs'),
    npm_node_execpath: process.execPath,
    HOME: clone,
    TMPDIR: clone,
    ...more,
  },
  encoding: 'utf8' as const,
});
const run = (more: Record<string, string> = {}) =>
  spawnSync(process.execPath, [join(clone, 'infra/local/install.mjs')], options(more));
const install = (more: Record<string, string> = {}): string =>
  execFileSync(process.execPath, [join(clone, 'infra/local/install.mjs')], options(more));
const begin = (more: Record<string, string> = {}) =>
  spawn(process.execPath, [join(clone, 'infra/local/install.mjs')], options(more));
const linked = () => realpathSync(join(clone, 'node_modules/.bin/node'));
const calls = () => readFileSync(join(clone, 'calls'), 'utf8');

it('installs in a fresh clone and says so, and not again', () => {
  expect(install()).toMatch(/^Installing the packages .*\nnpm ci --loglevel=error --include=dev .*\n$/);
  expect(install()).toBe('');
});

it('links the Node that the scripts need, which an older npm does not', () => {
  install();
  expect(linked()).toBe(process.execPath);
});

it('links it again after an older npm was run by hand, without an installation', () => {
  install();
  remove('node_modules/.bin');
  expect(install()).toBe('');
  expect(linked()).toBe(process.execPath);
});

it('installs again when the lock file has changed', () => {
  install();
  write('package-lock.json', lock('2.0.0'));
  expect(install()).toContain('npm ci');
});

it('believes somebody who has run npm ci himself', () => {
  spawnSync(process.execPath, ['npm.mjs'], { cwd: clone });
  expect(install()).toBe('');
});

it('installs again when a package was deleted', () => {
  install();
  remove('node_modules/a');
  expect(install()).toContain('npm ci');
  expect(existsSync(join(clone, 'node_modules/a'))).toBe(true);
});

it('fails when npm fails, and installs at the next try', () => {
  install();
  write('package-lock.json', lock('2.0.0'));
  const { status, stderr } = run({ FAIL: '1' });
  expect([status, stderr]).toEqual([
    1,
    'npm ci failed, for the reason above. Run the command again when that is mended.\n',
  ]);
  expect(install()).toContain('npm ci');
});

it('does not take an installation that broke off for the finished one before it', () => {
  install();
  remove('node_modules/a');
  run({ FAIL: '1' });
  write('node_modules/a/package.json', 'half unpack');
  expect(install()).toContain('npm ci');
});

it('names the optional package that npm left out in silence, and installs at the next try', () => {
  const { status, stderr } = run({ OMIT: packagedNode });
  expect([status, stderr]).toEqual([
    1,
    `npm ci left out ${packagedNode}, most often because a download failed. Run the command again.\n`,
  ]);
  install();
  expect(linked()).toBe(process.execPath);
});

it('installs once when two scripts are started at once', async () => {
  const both = [begin(), begin()].map((child) => once(child, 'exit'));
  expect(await Promise.all(both)).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(calls()).toBe('ci ');
});

it('does not wait for an installation that was killed', async () => {
  const killed = begin({ HANG: '1' });
  await once(killed.stdout, 'data');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(install()).toContain('npm ci');
});

it('takes a cache elsewhere when the one in the home directory cannot be written', () => {
  expect(install({ npm_config_cache: '/dev/null/cache' })).toMatch(/ --cache \/.*\n$/);
  expect(install()).toBe('');
});

it('keeps to the cache that can be written', () => {
  expect(install()).not.toContain('--cache');
});

it('runs before every script, which then finds the linked Node', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { check, ...others } = scripts;
  expect(check).toMatch(/^npm run check:/);
  for (const script of Object.values(others)) {
    expect(script).toMatch(
      /^node infra\/local\/install\.mjs && (PATH=\$PATH (\w+=\w+ )?(exec )?node|vitest|biome|tsc|knip|cdk)( |$)/,
    );
  }
});

it('asks whatever registry is configured: the lock file holds no address of one', () => {
  const lockFile = readFileSync('package-lock.json', 'utf8');
  const { packages } = JSON.parse(lockFile);
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(Object.entries<{ resolved?: string }>(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual(
    [],
  );
});
