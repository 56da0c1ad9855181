import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../shared/domain/ports/ports.ts';
import { controlRoutes } from './control-routes.ts';
import { onLoopback, serveDistributors } from './serve.ts';

const clock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

const { hosts, control } = await serveDistributors({ clock });
const { url } = await onLoopback(controlRoutes(control), Number(process.env.PORT ?? 0));

console.log('The four simulated distributors, on this machine only. They forget everything when they end.\n');
console.table(hosts);
console.log(`Any key is taken but BAD-…; TEST-… works on the test host only, any other on the live host only.

What they hold and were asked, shipping and faults:
  curl ${url}/_local/distributors/wps/orders
  curl ${url}/_local/distributors/wps/calls
  curl -X POST ${url}/_local/distributors/wps/orders/PO-1/ship -d '{"packages":[{"carrier":"ups","trackingNumber":"1Z999AA10123456784","quantity":1}]}'
  curl -X POST ${url}/_local/distributors/wps/faults -d '{"call":"submit","fault":"timeout-after","times":1}'
  curl -X DELETE ${url}/_local/distributors/wps/faults
`);
