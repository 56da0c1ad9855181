import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { copyWith } from '../mutants/copy.ts';
import type { Mutant } from '../mutants/mutant.ts';
import type { Done, Task } from './task.ts';

/** A task, and the sabotaged source to do it on, if any. */
export type Job = { readonly name: string; readonly task: Task; readonly mutant: Mutant | null };
export type Finished = Job & ({ readonly done: Done } | { readonly error: string });

const runIn = (folder: string, task: Task): Promise<Done> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(folder, 'test/simulation/search/worker.ts'), {
      workerData: task,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    worker.once('message', (done: Done) => {
      resolve(done);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread ended without an answer.')));
  });

const root = join(import.meta.dirname, '../../..');

const runJob = async (job: Job): Promise<Finished> => {
  const copy = job.mutant === null ? null : copyWith(job.mutant);
  try {
    return { ...job, done: await runIn(copy?.folder ?? root, job.task) };
  } catch (error) {
    return { ...job, error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
  } finally {
    copy?.remove();
  }
};

/** Does all jobs, so many at once, in their order. */
export const runJobs = async (
  jobs: readonly Job[],
  threads: number,
  finished: (job: Finished) => void,
): Promise<void> => {
  const left = [...jobs];
  const thread = async (): Promise<void> => {
    for (let job = left.shift(); job !== undefined; job = left.shift()) finished(await runJob(job));
  };
  await Promise.all(Array.from({ length: threads }, thread));
};
