import { readFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { patched } from '../mutants/patch.ts';
import type { Made } from './pool.ts';
import type { Task } from './task.ts';

/** A thread that does tasks, on the source as it is or with patches in it. What is compiled is kept for the next thread. */
const { patches, cache }: Made = workerData;
// Errors are answers here, not accidents: no time is spent on where they were made.
Error.stackTraceLimit = 0;
enableCompileCache(cache);
const byUrl = Map.groupBy(patches, ({ url }) => url);
registerHooks({
  load: (url, context, next) => {
    const own = byUrl.get(url);
    if (own === undefined) return next(url, context);
    const source = own.reduce(patched, readFileSync(fileURLToPath(url), 'utf8'));
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});
const { doTask } = await import('./task.ts');
parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await doTask(task)));
