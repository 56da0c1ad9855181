import { once } from '../../domain/once.ts';
import type { Queues } from '../../domain/ports/queues.ts';
import { queueUrls } from '../environment.ts';

/** All queues of this stage, on SQS. */
export const awsQueues = (): Queues => {
  const urls = queueUrls();
  const queues = once(async () => {
    const { sqsClient, sqsQueues } = await import('../queues.ts');
    return sqsQueues(sqsClient(), urls);
  });
  return { send: async (...message) => (await queues()).send(...message) };
};
