import { HostOverrides, hostsWith } from '../distributors/hosts.ts';
import type { OrderingPorts } from '../ordering/ports.ts';
import { jsonVariable } from './environment.ts';
import { distributors } from './late/distributors.ts';
import { awsQueues } from './late/queues.ts';
import { awsVault } from './late/vault.ts';
import { embeddedMeter } from './meter.ts';
import { writingPorts } from './writing-ports.ts';

/** The world of a function that asks distributors. */
export const askingPorts = (name: string, meter = embeddedMeter()): Omit<OrderingPorts, 'queues'> => {
  const world = writingPorts(name);
  return {
    ...world,
    vault: awsVault(world),
    distributors,
    hosts: hostsWith(jsonVariable('DISTRIBUTOR_HOSTS', HostOverrides)),
    fetch: globalThis.fetch,
    random: Math.random,
    meter,
  };
};

/** The same with the queues: the world of the functions that place orders and find them. */
export const orderingPorts = (name: string, meter = embeddedMeter()): OrderingPorts => ({
  ...askingPorts(name, meter),
  queues: awsQueues(),
});
