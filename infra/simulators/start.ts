import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../shared/domain/ports/ports.ts';
import { optionsOf } from '../command/options.ts';
import { command, portOf } from '../command/sentence.ts';
import { listen } from '../local/process/listen.ts';
import { stopSignal } from '../local/process/stop-signal.ts';
import { controlRoutes } from './control-routes.ts';
import { serveDistributors } from './serve.ts';

/**
 * `npm run distributors`: the four simulated distributors alone, until Ctrl-C. `-- --strict` takes only what is documented;
 * `-- --unwrapped` lets WPS answer without `data`.
 */
const stopped = stopSignal();
const { strict = false, unwrapped = false } = optionsOf({
  strict: { type: 'boolean' },
  unwrapped: { type: 'boolean' },
});

const clock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

await command(async () => {
  const port = portOf(process.env.PORT, 0);
  const distributors = await serveDistributors({
    clock,
    ways: { reading: strict ? 'strict' : 'lenient', isWrapped: !unwrapped },
  });
  const { hosts, control } = distributors;
  const { url, stop } = await listen(controlRoutes(control).fetch, port);
  console.log('The four simulated distributors, on this machine only. They forget everything when they end.\n');
  console.table(hosts);
  console.log(`They take ${strict ? 'only what is documented (--strict)' : 'what clients in production send; --strict takes only what is documented'}.
Any key is taken but BAD-…; TEST-… works on the test host only, any other on the live host only.

What they hold and were asked, shipping and faults:
  curl ${url}/_local/distributors/wps/orders
  curl ${url}/_local/distributors/wps/calls
  curl -X POST ${url}/_local/distributors/wps/orders/PO-1/ship -d '{"packages":[{"carrier":"ups","trackingNumber":"1Z999AA10123456784","quantity":1}]}'
  curl -X POST ${url}/_local/distributors/wps/faults -d '{"call":"submit","fault":"timeout-after","times":1}'
  curl -X DELETE ${url}/_local/distributors/wps/faults
`);
  await stopped;
  await Promise.all([stop(), distributors.close()]);
  console.log('Stopped.');
});
