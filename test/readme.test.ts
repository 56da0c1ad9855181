import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../infra/local/run.ts';

const readme = readFileSync('README.md', 'utf8');
const pages = ['README.md', ...globSync('docs/**/*.md')];

describe('README and docs', () => {
  it('README stays short', () => {
    expect(readme.split(/\s+/).length).toBeLessThan(1800);
  });

  it.each(pages)('every link of %s leads to a file that is there', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to);
    const files = links.filter((to) => !/^[a-z]+:/.test(to)).map((to) => join(dirname(page), to));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('names only npm scripts that there are', () => {
    const { scripts }: { scripts: object } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set(named)].filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
  });
});

describe('the first order of the README', () => {
  let local: Local;
  beforeAll(async () => {
    local = await startLocal({ port: 0, dataDir: undefined, onLog: () => {}, onStep: () => {} });
  }, 180_000);
  afterAll(() => local?.stop());

  it('goes as the page says, command by command', async () => {
    const part = readme.slice(readme.indexOf('## First order'), readme.indexOf('## Use it from a webstore'));
    const blocks = [...part.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
    expect(blocks).toHaveLength(6);
    const script = blocks.join('\nprintf "\\n=====\\n"\n').replace('http://127.0.0.1:3000', local.url);
    const { stdout } = await promisify(execFile)('bash', ['-e', '-c', script]);
    const [, told, dialog, submitted, held, afterwards] = stdout.split('\n=====\n');
    expect(told).toContain('"orderId":"5001"');
    expect(dialog).toContain('"eligible":true');
    expect(submitted).toContain('"status":"accepted"');
    expect(submitted).toContain('5001-1');
    expect(held?.match(/"poNumber":"5001-1"/g)?.length).toBeGreaterThanOrEqual(1);
    expect(afterwards).toContain('"status":"shipped"');
    expect(afterwards).toContain('ada@example.com');
  });
});
