import { constants, getPriority, setPriority } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { moveDate } from '../time/clock.ts';

/** Steps of priority: a third of what a request’s gets where both want a processor. */
const behindRequests = 5;

/** One instance of a function: loads the deployed bundle, then answers one invocation at a time, as Lambda does. */
const { offset, bundle, handler, name, memory, isBackground } = v.parse(
  v.object({
    offset: v.instance(SharedArrayBuffer),
    bundle: v.string(),
    handler: v.string(),
    name: v.string(),
    memory: v.number(),
    isBackground: v.boolean(),
  }),
  workerData,
);
moveDate(offset);
// In the cloud it has processors of its own; here it gets what requests and stand-ins leave. Elsewhere this would be the whole process's.
if (isBackground && process.platform === 'linux')
  setPriority(Math.min(getPriority() + behindRequests, constants.priority.PRIORITY_LOW));

const Invocation = v.object({ requestId: v.string(), event: v.string(), milliseconds: v.number() });
const Module = v.record(v.string(), v.unknown());

const loaded = v.parse(Module, { ...(await import(pathToFileURL(bundle).href)) })[handler];
if (typeof loaded !== 'function') throw new Error(`${bundle} exports no function "${handler}"`);

/** What a handler learns beside its event. */
function contextOf(requestId: string, milliseconds: number) {
  const end = performance.now() + milliseconds;
  return {
    awsRequestId: requestId,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    memoryLimitInMB: String(memory),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(end - performance.now())),
  };
}

parentPort?.on('message', async (message) => {
  const { requestId, event, milliseconds } = v.parse(Invocation, message);
  try {
    const result: unknown = await loaded(JSON.parse(event), contextOf(requestId, milliseconds));
    parentPort?.postMessage({ kind: 'result', result: JSON.stringify(result ?? null) });
  } catch (error) {
    const { name: type, message: text, stack } = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ kind: 'error', type, text, stack: stack ?? '' });
  }
});
parentPort?.postMessage({ kind: 'ready' });
