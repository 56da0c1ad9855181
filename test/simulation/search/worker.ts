import { parentPort, workerData } from 'node:worker_threads';
import { doTask, type Task } from './task.ts';

/** A thread that does one task. Errors are answers here, not accidents: no time is spent on where they were made. */
Error.stackTraceLimit = 0;
const task: Task = workerData;
parentPort?.postMessage(await doTask(task));
