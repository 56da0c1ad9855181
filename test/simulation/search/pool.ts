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

/** What a thread is told. */
export type Order = { readonly task: Task; readonly patches: readonly LocatedPatch[]; readonly cache: string };

const doInThread = (order: Order): Promise<Done> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
      workerData: order,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    worker.once('message', (done: Done) => {
      resolve(done);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread ended without an answer.')));
  });

const runJob = async (job: Job, cache: string): Promise<Finished> => {
  const patches = [...(job.mutant === null ? [] : [job.mutant]), ...(job.patches ?? [])].map(located);
  try {
    return { ...job, done: await doInThread({ task: job.task, patches, cache }) };
  } catch (error) {
    return { ...job, error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
  }
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
    for (let job = left.shift(); job !== undefined; job = left.shift()) finished(await runJob(job, cache));
  };
  await Promise.all(Array.from({ length: threads }, thread));
  rmSync(cache, { recursive: true, force: true });
};
