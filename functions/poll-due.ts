import { awsQueues } from '../shared/aws/late/queues.ts';
import { embeddedMeter } from '../shared/aws/meter.ts';
import { systemClock } from '../shared/aws/system.ts';
import { awsTable } from '../shared/aws/table.ts';
import { lambda } from '../shared/http/lambda.ts';
import { type Nudged, type PollPorts, poll } from '../shared/ordering/poll.ts';

/** Every minute: finds what is due and nudges its queue. What it has nudged it remembers for the life of its instance. */
export const pollDue =
  (ports: PollPorts, nudged: Nudged = new Map()) =>
  (_event: unknown, context: { readonly getRemainingTimeInMillis: () => number }): Promise<void> =>
    poll(ports, nudged, { remainingMilliseconds: () => context.getRemainingTimeInMillis() });

/** It asks for a dozen lists at once, and a minute later again: three connections serve them in four turns, and cost a quarter of the handshakes. */
const connections = 3;

export const handler = lambda(pollDue, () => ({
  table: awsTable(connections),
  queues: awsQueues(),
  clock: systemClock,
  meter: embeddedMeter(),
}));
