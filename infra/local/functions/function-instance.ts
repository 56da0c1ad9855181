import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';

/** A function as the template has it, its environment resolved. */
export type LocalFunction = {
  readonly name: string;
  readonly bundle: string;
  readonly handler: string;
  readonly seconds: number;
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
  /** How many of it run at once, at most. */
  readonly concurrency: number;
  /** Whether a queue or the clock calls it, and nobody waits for its answer. */
  readonly isBackground: boolean;
};

/** What Lambda knows of a failed invocation. */
class FunctionError extends Error {
  constructor(functionName: string, type: string, text: string) {
    super(`${functionName}: ${type}: ${text}`);
    this.name = 'FunctionError';
  }
}

export type Instance = {
  invoke(event: unknown): Promise<unknown>;
  readonly usable: () => boolean;
  /** Whether it had anything to compute since it was last asked, rather than wait for somebody. */
  computes(): boolean;
  stop(): Promise<void>;
};

/** A line that a function wrote, or that the local run says about it. */
export type OnLog = (functionName: string, line: string) => void;

const Reply = v.variant('kind', [
  v.object({ kind: v.literal('result'), result: v.string() }),
  v.object({ kind: v.literal('error'), type: v.string(), text: v.string(), stack: v.string() }),
]);
type Reply = v.InferOutput<typeof Reply>;

/** The share of the time from which on an instance counts as computing; one that waits for a distributor uses next to nothing. */
const busy = 0.1;

/** Starts one instance; resolves when its bundle is loaded. */
export async function startInstance(fn: LocalFunction, offset: SharedArrayBuffer, onLog: OnLog): Promise<Instance> {
  const { bundle, handler, name, memory, isBackground } = fn;
  const thread = new Worker(new URL('./function-thread.ts', import.meta.url), {
    workerData: { offset, bundle, handler, name, memory, isBackground },
    env: { ...fn.environment },
    // A function computes for milliseconds: a large nursery would only be memory that is never given back.
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 8 },
    stdout: true,
    stderr: true,
  });
  let usable = true;
  let fail: (error: Error) => void = () => undefined;
  thread.on('error', (error: unknown) => fail(new FunctionError(name, 'Crashed', String(error))));
  thread.on('exit', () => {
    usable = false;
    fail(new FunctionError(name, 'Runtime.ExitError', 'the instance ended before it answered'));
  });
  for (const stream of [thread.stdout, thread.stderr]) {
    createInterface({ input: stream }).on('line', (line) => onLog(name, line));
  }
  await once(thread, 'message');
  let used = thread.performance.eventLoopUtilization();
  return {
    usable: () => usable,
    computes() {
      const before = used;
      used = thread.performance.eventLoopUtilization();
      return thread.performance.eventLoopUtilization(used, before).utilization > busy;
    },
    async invoke(event) {
      const { promise, resolve, reject } = Promise.withResolvers<Reply>();
      fail = reject;
      const milliseconds = fn.seconds * 1000;
      const limit = setTimeout(() => {
        usable = false;
        const text = `Task timed out after ${fn.seconds}.00 seconds`;
        onLog(name, JSON.stringify({ level: 'ERROR', errorType: 'Sandbox.Timedout', errorMessage: text }));
        reject(new FunctionError(name, 'Sandbox.Timedout', text));
        void thread.terminate();
      }, milliseconds);
      const answered = (message: unknown) => resolve(v.parse(Reply, message));
      thread.once('message', answered);
      thread.postMessage({ requestId: randomUUID(), event: JSON.stringify(event), milliseconds });
      const reply = await promise.finally(() => {
        clearTimeout(limit);
        thread.off('message', answered);
        fail = () => undefined;
      });
      if (reply.kind === 'result') return JSON.parse(reply.result);
      onLog(
        name,
        JSON.stringify({ level: 'ERROR', errorType: reply.type, errorMessage: reply.text, stack: reply.stack }),
      );
      throw new FunctionError(name, reply.type, reply.text);
    },
    async stop() {
      await thread.terminate();
    },
  };
}
