import { awsQueues } from '../shared/aws/late/queues.ts';
import { messageWorker } from '../shared/aws/worker.ts';
import { writingPorts } from '../shared/aws/writing-ports.ts';
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
  const ports = { ...writingPorts('record-bounce'), queues: awsQueues() };
  return { take: recordBounce(ports), log: ports.log };
});
