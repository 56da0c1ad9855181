import { placingDistributors } from '../shared/aws/late/distributors/placing.ts';
import { awsQueues } from '../shared/aws/late/queues.ts';
import { askingPorts } from '../shared/aws/ordering-ports.ts';
import { type HandleNudge, worker } from '../shared/aws/worker.ts';
import { advance } from '../shared/ordering/advance.ts';
import type { OrderingPorts } from '../shared/ordering/ports.ts';

/** Does whatever one purchase order is due for: places it, looks it up, pays what it owes. */
export const submitOrder =
  (ports: OrderingPorts): HandleNudge =>
  (nudge, turn) =>
    advance(ports, nudge, turn);

export const handler = worker(() => {
  const ports = { ...askingPorts('submit-order', placingDistributors()), queues: awsQueues() };
  return { handle: submitOrder(ports), log: ports.log };
});
