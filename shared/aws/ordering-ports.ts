import type { DistributorCall, Distributors } from '../distributors/distributor.ts';
import { HostOverrides, hostsWith } from '../distributors/hosts.ts';
import type { AskingPorts } from '../ordering/ports.ts';
import { jsonVariable } from './environment.ts';
import { awsVault } from './late/vault.ts';
import { embeddedMeter } from './meter.ts';
import { writingPorts } from './writing-ports.ts';

/** The world of a function that asks distributors this. */
export const askingPorts = <Call extends DistributorCall>(
  name: string,
  distributors: Distributors<Call>,
  meter = embeddedMeter(),
): Omit<AskingPorts<Call>, 'queues'> => {
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
