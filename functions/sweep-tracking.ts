import { trackingDistributors } from '../shared/aws/late/distributors/tracking.ts';
import { awsQueues } from '../shared/aws/late/queues.ts';
import { gatheringMeter } from '../shared/aws/meter.ts';
import { askingPorts } from '../shared/aws/ordering-ports.ts';
import { type HandleNudge, worker } from '../shared/aws/worker.ts';
import type { TrackingPorts } from '../shared/tracking/ports.ts';
import { sweep } from '../shared/tracking/sweep.ts';

/** Looks for tracking: one account, those of its open watches whose time has come. */
export const sweepTracking =
  (ports: TrackingPorts): HandleNudge =>
  (nudge, turn) =>
    sweep(ports, nudge, turn);

export const handler = worker(() => {
  const { meter, publish } = gatheringMeter();
  const ports = { ...askingPorts('sweep-tracking', trackingDistributors(), meter), queues: awsQueues() };
  return { handle: sweepTracking(ports), log: ports.log, done: publish };
});
