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

/** What a thread is made of: the patches of its source; what it compiles is kept for the next. */
export type Made = { readonly patches: readonly LocatedPatch[]; readonly cache: string };

const threadWith = (made: Made): Worker =>
  new Worker(join(import.meta.dirname, 'worker.ts'), {
    workerData: made,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });

const doIn = (worker: Worker, task: Task): Promise<Done> =>
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
    worker.postMessage(task);
  });

/** Works on jobs one after the other; those on the source as it is share a thread, and those with the small constants. */
const workerOf = (cache: string) => {
  const shared = new Map<string, Worker>();
  const end = async (): Promise<void> => {
    for (const worker of shared.values()) await worker.terminate();
    shared.clear();
  };
  const run = async (job: Job): Promise<Finished> => {
    const patches = [...(job.mutant === null ? [] : [job.mutant]), ...(job.patches ?? [])].map(located);
    const isShared = job.mutant === null && job.task.do !== 'break-a1';
    const name = patches.map(({ what }) => what).join();
    const worker = (isShared ? shared.get(name) : undefined) ?? threadWith({ patches, cache });
    if (isShared) shared.set(name, worker);
    try {
      return { ...job, done: await doIn(worker, job.task) };
    } catch (error) {
      await end();
      return { ...job, error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
    } finally {
      if (!isShared) await worker.terminate();
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
