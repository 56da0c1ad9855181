import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, it } from 'vitest';
import { buildFunctions } from '../../../infra/bundles.ts';
import { sourceLines } from '../../../shared/aws/source-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'source-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const Failing = v.object({ fail: v.custom<() => Promise<Error>>((value) => typeof value === 'function') });

/** The stack of an error that was made in line 3 of a source that was bundled as ours are, and loaded late. */
const stackInBundle = async () => {
  writeFileSync(
    join(folder, 'thrower.ts'),
    'const unused = 1;\n\nexport const fail = () => new Error("broken");\nconsole.log === unused;\n',
  );
  mkdirSync(join(folder, 'functions'));
  writeFileSync(
    join(folder, 'functions/caller.ts'),
    'export const fail = async () => {\n  const { fail } = await import("../thrower.ts");\n  return fail();\n};\n',
  );
  const built = join(buildFunctions(join(folder, 'functions')), 'caller');
  const { fail } = v.parse(Failing, createRequire(import.meta.url)(join(built, 'index.cjs')));
  return { built, stack: (await fail()).stack ?? '' };
};

it('names file and line of the source in place of those of the bundle, and of what it loads late', async () => {
  const { built, stack } = await stackInBundle();
  expect(stack).toMatch(/[A-Z0-9]{8}\.cjs:1:/);
  expect(stack).toMatch(/index\.cjs:1:/);
  const lines = sourceLines(built)(stack);
  expect(lines).toMatch(/thrower\.ts:3:\d+\)?$/m);
  expect(lines).toMatch(/caller\.ts:3:\d+\)?$/m);
  expect(lines).not.toContain('.cjs:1:');
  expect(lines.split('\n').length).toBe(stack.split('\n').length);
});

it('gives a stack back as it is where there is no source map, or none of its frames is the bundle’s', () => {
  const elsewhere = 'Error: x\n    at f (/somewhere/else.cjs:1:2)';
  expect(sourceLines('/nowhere')(elsewhere)).toBe(elsewhere);
  const unmapped = 'Error: x\n    at f (/nowhere/index.cjs:1:2)\n    at /nowhere/index.cjs:9:9\n    at /nowhere/other';
  expect(sourceLines('/nowhere')(unmapped)).toBe(unmapped);
});
