import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let clone: string;
const write = (path: string, text: string): void => {
  mkdirSync(join(clone, path, '..'), { recursive: true });
  writeFileSync(join(clone, path), text);
};
const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } });

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  mkdirSync(join(clone, 'infra/local'), { recursive: true });
  cpSync('infra/local/install.mjs', join(clone, 'infra/local/install.mjs'));
  write('package-lock.json', lock('1.0.0'));
  // Stands in for npm: does what `npm ci` would leave behind.
  write(
    'npm.mjs',
    `import { cpSync, mkdirSync } from 'node:fs';
     console.log('npm', ...process.argv.slice(2));
     mkdirSync('node_modules', { recursive: true });
     cpSync('package-lock.json', 'node_modules/.package-lock.json');`,
  );
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

const install = (): string =>
  execFileSync(process.execPath, [join(clone, 'infra/local/install.mjs')], {
    env: { npm_execpath: join(clone, 'npm.mjs'), npm_node_execpath: process.execPath },
    encoding: 'utf8',
  });

it('installs in a fresh clone and says so, and not again', () => {
  expect(install()).toMatch(/^Installing the packages .*\nnpm ci --loglevel=error\n$/);
  expect(install()).toBe('');
});

it('installs again when the lock file has changed', () => {
  install();
  write('package-lock.json', lock('2.0.0'));
  expect(install()).toContain('npm ci');
});

it('believes somebody who has run npm ci himself', () => {
  write('node_modules/.package-lock.json', lock('1.0.0'));
  expect(install()).toBe('');
});
