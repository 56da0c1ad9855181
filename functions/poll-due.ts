import { queueUrls, variable } from '../shared/aws/environment.ts';
import { embeddedMeter } from '../shared/aws/meter.ts';
import { sqsClient, sqsQueues } from '../shared/aws/queues.ts';
import { systemClock } from '../shared/aws/system.ts';
import { dynamoClient, dynamoTable } from '../shared/aws/table.ts';
import { lambda } from '../shared/http/lambda.ts';
import { type PollPorts, poll } from '../shared/ordering/poll.ts';

/** Every minute: finds what is due and nudges its queue. */
export const pollDue = (ports: PollPorts) => async (): Promise<void> => poll(ports);

export const handler = lambda(pollDue, () => ({
  table: dynamoTable(dynamoClient(), variable('TABLE_NAME')),
  queues: sqsQueues(sqsClient(), queueUrls()),
  clock: systemClock,
  meter: embeddedMeter(),
}));
