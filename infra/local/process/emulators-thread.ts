import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { moveDate } from '../time/clock.ts';

/** SQS and SES stand-ins, in a thread of their own whose `Date` follows the local clock: visibility time-outs move with it. */
const { offset, dataDir } = v.parse(
  v.object({ offset: v.instance(SharedArrayBuffer), dataDir: v.optional(v.string()) }),
  workerData,
);
moveDate(offset);

const { keepToLoopback } = await import('./loopback.ts');
keepToLoopback();
const { startFauxqs } = await import('fauxqs');
const { startMailServer } = await import('../mail/mail-server.ts');

const queues = await startFauxqs({ port: 0, logger: false, ...(dataDir === undefined ? {} : { dataDir }) });
const mail = await startMailServer(dataDir);
parentPort?.postMessage({ queues: `http://127.0.0.1:${queues.port}`, mail: mail.address });

parentPort?.once('message', async () => {
  await mail.stop();
  await queues.stop();
  parentPort?.close();
});
