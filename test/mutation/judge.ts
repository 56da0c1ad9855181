import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quick } from '../simulation/search/plan.ts';
import { runJobs } from '../simulation/search/pool.ts';
import { type Mutant, mutated } from './rules.ts';

/** Who has noticed a mutant: the tests, the proof, or nobody. */
export type Verdict = 'tests' | 'proof' | 'survived';

/** A mutant that loops for ever is noticed by how long it takes. */
const patience = 180_000;

/** A copy of the project in which one file at a time is another. */
export const workplace = () => {
  const folder = mkdtempSync(join(tmpdir(), 'drop-ship-mutate-'));
  const kept = /(^|\/)(node_modules|\.git|\.local)$/;
  cpSync('.', folder, { recursive: true, filter: (path) => !kept.test(path) });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

type Outcome = 'passed' | 'failed' | 'too long';

const run = (folder: string, tests: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--bail=1', '--reporter=dot', ...tests];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    let isTooLong = false;
    const timer = setTimeout(() => {
      isTooLong = true;
      child.kill('SIGKILL');
    }, patience);
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (isTooLong) resolve('too long');
      else resolve(code === 0 ? 'passed' : 'failed');
    });
  });

/** The few nearest tests, which notice most, before all others. */
const inTurn = (tests: readonly string[]): readonly (readonly string[])[] =>
  [tests.slice(0, 3), tests.slice(3)].filter((some) => some.length > 0);

/** Whether these tests fail as they are, or take so long that every mutant would seem to be noticed. */
export const testsFail = async (folder: string, tests: readonly string[]): Promise<boolean> => {
  for (const some of inTurn(tests)) if ((await run(folder, some)) !== 'passed') return true;
  return false;
};

/** The quick searches of the proof, on the source with this mutant in it. */
const proofFails = async (mutant: Mutant, source: string): Promise<boolean> => {
  const patch = { file: mutant.file, find: source, replace: mutated(source, mutant), what: mutant.rule };
  let failed = false;
  await runJobs(
    quick().map((job) => ({ ...job, patches: [patch] })),
    2,
    (job) => {
      failed ||= 'error' in job || job.done.found.length > 0;
    },
  );
  return failed;
};

/** The nearest tests first; then, where it is wished, the proof. */
export const judge = async (
  mutant: Mutant,
  folder: string,
  tests: readonly string[],
  withProof: boolean,
): Promise<Verdict> => {
  const source = readFileSync(mutant.file, 'utf8');
  const write = (text: string): void => writeFileSync(join(folder, mutant.file), text);
  try {
    for (const some of inTurn(tests)) {
      write(mutated(source, mutant));
      const outcome = await run(folder, some);
      if (outcome === 'failed') return 'tests';
      // On a busy machine that says nothing: without the mutant they have to be done in time.
      write(source);
      if (outcome === 'too long' && (await run(folder, some)) === 'passed') return 'tests';
    }
    return withProof && (await proofFails(mutant, source)) ? 'proof' : 'survived';
  } finally {
    write(source);
  }
};
