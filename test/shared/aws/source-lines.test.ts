import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import * as v from 'valibot';
import { afterAll, expect, it } from 'vitest';
import { sourceLines } from '../../../shared/aws/source-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'source-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = join(folder, 'thrower.ts');
const bundle = join(folder, 'index.cjs');

const Bundle = v.object({ fail: v.custom<() => Error>((value) => typeof value === 'function') });

/** The stack of an error that was made in line 3 of a source that was bundled as ours are. */
const stackInBundle = async (): Promise<string> => {
  writeFileSync(
    source,
    'const unused = 1;\n\nexport const fail = () => new Error("broken");\nconsole.log === unused;\n',
  );
  await build({ entryPoints: [source], outfile: bundle, bundle: true, format: 'cjs', minify: true, sourcemap: true });
  return v.parse(Bundle, createRequire(import.meta.url)(bundle)).fail().stack ?? '';
};

it('names file and line of the source in place of those of the bundle', async () => {
  const stack = await stackInBundle();
  expect(stack).toMatch(/index\.cjs:1:/);
  const lines = sourceLines(bundle)(stack);
  expect(lines).toMatch(/thrower\.ts:3:\d+\)?$/m);
  expect(lines).not.toContain('index.cjs:1:');
  expect(lines.split('\n').length).toBe(stack.split('\n').length);
});

it('gives a stack back as it is where there is no source map, or none of its frames is the bundle’s', () => {
  const elsewhere = 'Error: x\n    at f (/somewhere/else.cjs:1:2)';
  expect(sourceLines('/nowhere/index.cjs')(elsewhere)).toBe(elsewhere);
  const unmapped = 'Error: x\n    at f (/nowhere/index.cjs:1:2)\n    at /nowhere/index.cjs:9:9';
  expect(sourceLines('/nowhere/index.cjs')(unmapped)).toBe(unmapped);
});
