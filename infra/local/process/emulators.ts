import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';

export type Emulators = {
  /** Where SQS answers. */
  readonly queues: string;
  /** Where SES answers; a browser sees the inbox there. */
  readonly mail: string;
  stop(): Promise<void>;
};

const Ready = v.object({ queues: v.string(), mail: v.string() });

/** Starts the stand-ins for SQS and SES in a thread that lives by the local clock. */
export async function startEmulators(
  offset: SharedArrayBuffer,
  dataDir: string | undefined,
  compiled: string,
): Promise<Emulators> {
  const thread = new Worker(new URL('./emulators-thread.ts', import.meta.url), {
    workerData: { offset, dataDir },
    // A fresh environment: nothing that happens to be set here may change how they behave.
    env: { NODE_COMPILE_CACHE: compiled },
    stdout: true,
  });
  thread.stdout.resume();
  const [ready] = await once(thread, 'message');
  return {
    ...v.parse(Ready, ready),
    async stop() {
      const ended = once(thread, 'exit');
      thread.postMessage('stop');
      await ended;
    },
  };
}
