import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { routes } from '../shared/contract/routes.ts';
import type { Config } from './config.ts';
import { EveryMinute } from './every-minute.ts';
import { Operations } from './operations.ts';
import { ServiceApi } from './service-api.ts';
import { serviceFunctions } from './service-functions.ts';
import { serviceQueues } from './service-queues.ts';
import { ServiceTable } from './service-table.ts';
import { uses } from './uses.ts';

export type DropShipStackProps = { readonly config: Config; readonly functionsFolder: string };

/** The wiring: who answers what, who works what off, who may touch what. */
export class DropShipStack extends Stack {
  constructor(scope: Construct, id: string, { config, functionsFolder }: DropShipStackProps) {
    super(scope, id, { description: 'Drop-ship: places purchase orders with distributors and finds the tracking.' });

    const table = new ServiceTable(this, 'table', { deletionProtection: config.stage === 'prod' });
    const key = new Key(this, 'credentials', {
      description: 'Seals what stores entrust to us',
      enableKeyRotation: true,
    });
    const sender = new EmailIdentity(this, 'sender', { identity: Identity.domain(domainOf(config.mailFrom)) });

    const fns = serviceFunctions(this, { config, folder: functionsFolder });
    const queues = serviceQueues(this, config, fns);

    uses.table(fns['authorize-request'], table, 'look');
    uses.table(fns['manage-settings'], table, 'write', 'byStore');
    uses.table(fns['manage-orders'], table, 'write');
    uses.table(fns['drop-ship-items'], table, 'write');
    uses.table(fns['manage-purchase-orders'], table, 'write', 'byStore', 'byStatus', 'byAttention');
    uses.table(fns['submit-order'], table, 'write');
    uses.table(fns['sweep-tracking'], table, 'write');
    uses.table(fns['send-notice'], table, 'write');
    uses.table(fns['poll-due'], table, 'only indexes', 'byDue');

    uses.queues(fns['manage-settings'], queues);
    uses.queues(fns['manage-orders'], queues);
    uses.queues(fns['drop-ship-items'], queues);
    uses.queues(fns['manage-purchase-orders'], queues);
    uses.queues(fns['submit-order'], queues);
    uses.queues(fns['sweep-tracking'], queues);
    uses.queues(fns['send-notice'], queues);
    uses.queues(fns['poll-due'], queues);

    uses.vault(fns['manage-settings'], key, 'seal and open');
    uses.vault(fns['submit-order'], key, 'open');
    uses.vault(fns['sweep-tracking'], key, 'open');
    uses.vault(fns['send-notice'], key, 'open');

    uses.distributors(fns['manage-settings'], config.distributorHosts);
    uses.distributors(fns['drop-ship-items'], config.distributorHosts);
    uses.distributors(fns['submit-order'], config.distributorHosts);
    uses.distributors(fns['sweep-tracking'], config.distributorHosts);

    uses.mailer(fns['send-notice'], sender, config.mailFrom);

    new EveryMinute(this, 'every-minute', {
      config,
      target: fns['poll-due'],
      hurts: 'Nothing that is due is found: tracking stands still, and a lost message stays lost.',
    });
    const { api } = new ServiceApi(this, 'api', {
      name: id,
      routes,
      functions: fns,
      authorizer: fns['authorize-request'],
    });
    new Operations(this, 'operations', { config });
    new CfnOutput(this, 'url', { value: api.apiEndpoint, description: 'Where the API answers' });
    new CfnOutput(this, 'table-name', { value: table.table.tableName, description: 'For the first key' });
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
