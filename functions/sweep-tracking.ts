import { gatheringMeter } from '../shared/aws/meter.ts';
import { orderingPorts } from '../shared/aws/ordering-ports.ts';
import { type HandleNudge, worker } from '../shared/aws/worker.ts';
import type { OrderingPorts } from '../shared/ordering/ports.ts';
import { sweep } from '../shared/tracking/sweep.ts';

/** Looks for tracking: one account, those of its open watches whose time has come. */
export const sweepTracking =
  (ports: OrderingPorts): HandleNudge =>
  (nudge, turn) =>
    sweep(ports, nudge, turn);

export const handler = worker(() => {
  const { meter, publish } = gatheringMeter();
  const ports = orderingPorts('sweep-tracking', meter);
  return { handle: sweepTracking(ports), log: ports.log, done: publish };
});
