import { assertingAwsTable } from '../shared/aws/asserting-table.ts';
import { awsLog } from '../shared/aws/log.ts';
import { awsQueues } from '../shared/aws/queues.ts';
import { newId, systemClock } from '../shared/aws/system.ts';
import { messageWorker } from '../shared/aws/worker.ts';
import { type ReturnPorts, recordReturn } from '../shared/notices/record-return.ts';
import { readMailEvent } from '../shared/notices/returned.ts';

/** Takes what SES tells of a mail that came back, or that its customer does not want. What concerns no customer's mail is passed over. */
export const recordBounce =
  (ports: ReturnPorts) =>
  async (message: string): Promise<void> => {
    const returned = readMailEvent(message);
    if (returned !== null) await recordReturn(ports, returned);
  };

export const handler = messageWorker(() => {
  const log = awsLog('record-bounce');
  const ports = { table: assertingAwsTable(log), queues: awsQueues(), clock: systemClock, newId, log };
  return { take: recordBounce(ports), log };
});
