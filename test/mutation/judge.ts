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

/** Whether these tests fail, or take so long that every mutant would seem to be noticed. */
export const testsFail = (folder: string, tests: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--bail=1', '--reporter=dot', ...tests];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code !== 0);
    });
  });

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
  writeFileSync(join(folder, mutant.file), mutated(source, mutant));
  try {
    if (tests.length > 0 && (await testsFail(folder, tests))) return 'tests';
    return withProof && (await proofFails(mutant, source)) ? 'proof' : 'survived';
  } finally {
    writeFileSync(join(folder, mutant.file), source);
  }
};
