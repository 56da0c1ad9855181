import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Mutant } from '../mutants/mutant.ts';
import { type LocatedPatch, located, type Patch } from '../mutants/patch.ts';
import type { Done, Task } from './task.ts';

/** A task, and the sabotage of the source to do it on, if any. `patches`: changes that may break nothing. */
export type Job = {
  readonly name: string;
  readonly task: Task;
  readonly mutant: Mutant | null;
  readonly patches?: readonly Patch[];
};
export type Finished = Job & ({ readonly done: Done } | { readonly error: string });

/** A task as a thread is given it: on the source with these patches. `version` = their name; none = as it is. */
export type Commission = { readonly task: Task; readonly version: string; readonly patches: readonly LocatedPatch[] };

const commissionOf = ({ task, mutant, patches: harmless = [] }: Job): Commission => {
  const patches = [...(mutant === null ? [] : [mutant]), ...harmless].map(located);
  return { task, version: patches.map(({ what }) => what).join(), patches };
};

/** `cache` = where what it compiles is kept for the next thread. */
const threadWith = (cache: string): Worker =>
  new Worker(join(import.meta.dirname, 'worker.ts'), {
    workerData: cache,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });

const doIn = (worker: Worker, commission: Commission): Promise<Done> =>
  new Promise((resolve, reject) => {
    const listeners = {
      message: (done: Done) => settle(() => resolve(done)),
      error: (error: unknown) => settle(() => reject(error)),
      exit: () => settle(() => reject(new Error('The thread ended without an answer.'))),
    };
    const settle = (end: () => void): void => {
      for (const [name, listener] of Object.entries(listeners)) worker.off(name, listener);
      end();
    };
    for (const [name, listener] of Object.entries(listeners)) worker.once(name, listener);
    worker.postMessage(commission);
  });

/** Modules are never given back: after this many versions of the source a thread is ended, and another begun. */
const mostVersions = 60;

/** Works on jobs one after the other, in one thread as long as none of them ends it. */
const workerOf = (cache: string) => {
  let worker: Worker | null = null;
  const versions = new Set<string>();
  const end = async (): Promise<void> => {
    await worker?.terminate();
    worker = null;
    versions.clear();
  };
  const run = async (job: Job): Promise<Finished> => {
    const commission = commissionOf(job);
    if (versions.size >= mostVersions && !versions.has(commission.version)) await end();
    versions.add(commission.version);
    worker ??= threadWith(cache);
    try {
      return { ...job, done: await doIn(worker, commission) };
    } catch (error) {
      await end();
      return { ...job, error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
    }
  };
  return { run, end };
};

/** Does all jobs, this many at once, in their order. */
export const runJobs = async (
  jobs: readonly Job[],
  threads: number,
  finished: (job: Finished) => void,
): Promise<void> => {
  const left = [...jobs];
  const cache = mkdtempSync(join(tmpdir(), 'drop-ship-proof-'));
  const thread = async (): Promise<void> => {
    const { run, end } = workerOf(cache);
    for (let job = left.shift(); job !== undefined; job = left.shift()) finished(await run(job));
    await end();
  };
  await Promise.all(Array.from({ length: threads }, thread));
  rmSync(cache, { recursive: true, force: true });
};
