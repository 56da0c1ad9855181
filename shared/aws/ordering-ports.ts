import { distributors } from '../distributors/all.ts';
import { HostOverrides, hostsWith } from '../distributors/hosts.ts';
import type { OrderingPorts } from '../ordering/ports.ts';
import { jsonVariable, queueUrls, variable } from './environment.ts';
import { awsLog } from './log.ts';
import { embeddedMeter } from './meter.ts';
import { sqsClient, sqsQueues } from './queues.ts';
import { newId, systemClock } from './system.ts';
import { dynamoClient, dynamoTable } from './table.ts';
import { kmsClient, kmsVault } from './vault.ts';

/** The world of the functions that ask distributors. */
export const orderingPorts = (name: string, meter = embeddedMeter()): OrderingPorts => {
  const world = { table: dynamoTable(dynamoClient(), variable('TABLE_NAME')), clock: systemClock, newId };
  return {
    ...world,
    queues: sqsQueues(sqsClient(), queueUrls()),
    vault: kmsVault(kmsClient(), variable('KMS_KEY_ID'), world),
    distributors,
    hosts: hostsWith(jsonVariable('DISTRIBUTOR_HOSTS', HostOverrides)),
    fetch: globalThis.fetch,
    random: Math.random,
    log: awsLog(name),
    meter,
  };
};
