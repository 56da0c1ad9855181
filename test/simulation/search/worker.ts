import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Commission } from './pool.ts';
import { inVersionWith } from './sources.ts';

/** A thread that does tasks, each on the source as it is or with patches in it. What is compiled is kept for the next thread. */
// Errors are answers here, not accidents: no time is spent on where they were made.
Error.stackTraceLimit = 0;
// A library asks for settings at every call, and a plain object answers quicker.
process.env = { ...process.env };
enableCompileCache(workerData);

type Tasks = typeof import('./task.ts');
const known = new Map<string, Promise<Tasks>>();

const tasksWith = ({ patches, version }: Commission): Promise<Tasks> => {
  const url = import.meta.resolve('./task.ts');
  const tasks = known.get(version) ?? import(version === '' ? url : inVersionWith(patches, url));
  known.set(version, tasks);
  return tasks;
};

parentPort?.on('message', async (commission: Commission) => {
  const { doTask } = await tasksWith(commission);
  parentPort?.postMessage(await doTask(commission.task));
});
