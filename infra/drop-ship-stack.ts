import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type RouteKey, routes } from '../shared/contract/routes.ts';
import { queueNames, submissions } from '../shared/domain/ports/queues.ts';
import { distributorSlugs } from '../shared/domain/vocabulary.ts';
import { alarmTopic } from './alarm-topic.ts';
import { type Config, isDisposable } from './config.ts';
import type { DataStack } from './data-stack.ts';
import { EveryMinute } from './every-minute.ts';
import { Operations } from './operations.ts';
import { type RouteThrottle, ServiceApi } from './service-api.ts';
import { serviceFunctions } from './service-functions.ts';
import { ServiceMail } from './service-mail.ts';
import { bounceQueue, serviceQueues } from './service-queues.ts';
import { uses } from './uses.ts';

export type DropShipStackProps = {
  readonly config: Config;
  /** What is kept, whatever becomes of this stack. */
  readonly data: DataStack;
  readonly functionsFolder: string;
};

/**
 * A submit waits up to half a minute for a distributor, `verify` and the offer ask one: each of them keeps a function busy for so long. Of single
 * submits twice what one key may send are taken, so that it does not use up what all may; at once, three quarters of the functions there are.
 */
const throttled: ReadonlyMap<RouteKey, RouteThrottle> = new Map([
  ['POST /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship', { rate: 100, burst: 150 }],
  ['POST /v1/stores/{storeId}/drop-ships', { rate: 5, burst: 10 }],
  ['POST /v1/stores/{storeId}/distributors/{distributor}/verify', { rate: 5, burst: 10 }],
  ['GET /v1/stores/{storeId}/orders/{orderId}/items/{itemId}/drop-ship/offer', { rate: 10, burst: 20 }],
]);

/** The wiring: who answers what, who works what off, who may touch what. */
export class DropShipStack extends Stack {
  constructor(scope: Construct, id: string, { config, data, functionsFolder }: DropShipStackProps) {
    super(scope, id, {
      description: 'Drop-ship: places purchase orders with distributors and finds the tracking.',
      terminationProtection: !isDisposable(config),
    });

    const { table, key } = data;
    const mail = new ServiceMail(this, 'sender', { config, name: id });
    const fns = serviceFunctions(this, { config, folder: functionsFolder });
    const queues = serviceQueues(this, config, fns);
    const bounces = bounceQueue(this, config, fns['record-bounce']);
    mail.tell(bounces);

    uses.table(fns['authorize-request'], table, ['GetItem']);
    uses.table(fns['manage-settings'], table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'], 'byStore');
    uses.table(fns['manage-orders'], table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem'], 'byStore', 'byStatus');
    uses.table(fns['drop-ship-items'], table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem']);
    uses.table(fns['fetch-offer'], table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem']);
    uses.table(
      fns['manage-purchase-orders'],
      table,
      ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'],
      'byStore',
      'byStatus',
      'byAttention',
    );
    uses.table(fns['submit-order'], table, ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem']);
    uses.table(fns['sweep-tracking'], table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem']);
    uses.table(fns['send-notice'], table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem']);
    uses.table(fns['record-bounce'], table, ['GetItem', 'BatchGetItem', 'PutItem']);
    uses.table(fns['poll-due'], table, [], 'byDue', 'byAttention');

    const toSubmit = distributorSlugs.map(submissions);
    uses.queues(fns['manage-settings'], queues, 'webhook');
    uses.queues(fns['manage-orders'], queues, ...toSubmit, 'mail');
    uses.queues(fns['drop-ship-items'], queues, ...toSubmit);
    uses.queues(fns['manage-purchase-orders'], queues, 'mail', 'webhook');
    uses.queues(fns['submit-order'], queues, ...toSubmit, 'mail', 'webhook');
    uses.queues(fns['sweep-tracking'], queues, 'mail', 'webhook');
    uses.queues(fns['send-notice'], queues, 'mail', 'webhook');
    uses.queues(fns['record-bounce'], queues, 'webhook');
    uses.queues(fns['poll-due'], queues, ...queueNames);

    uses.vault(fns['manage-settings'], key, 'seal and open');
    uses.vault(fns['fetch-offer'], key, 'open');
    uses.vault(fns['submit-order'], key, 'open');
    uses.vault(fns['sweep-tracking'], key, 'open');
    uses.vault(fns['send-notice'], key, 'open');

    uses.distributors(fns['manage-settings'], config.distributorHosts);
    uses.distributors(fns['drop-ship-items'], config.distributorHosts);
    uses.distributors(fns['fetch-offer'], config.distributorHosts);
    uses.distributors(fns['submit-order'], config.distributorHosts);
    uses.distributors(fns['sweep-tracking'], config.distributorHosts);

    const keyed = [
      'manage-settings',
      'manage-orders',
      'drop-ship-items',
      'fetch-offer',
      'manage-purchase-orders',
    ] as const;
    for (const name of keyed) uses.keyLimit(fns[name], config);

    uses.retention(fns['manage-orders'], config.retentionDays);
    uses.retention(fns['send-notice'], config.retentionDays);

    uses.mailer(fns['send-notice'], mail, config.mailFrom);

    new EveryMinute(this, 'every-minute', {
      config,
      target: fns['poll-due'],
      hurts: 'Nothing that is due is found: tracking stands still, and a lost message stays lost.',
    });
    const { api, accessLog } = new ServiceApi(this, 'api', {
      config,
      name: id,
      routes,
      functions: fns,
      authorizer: fns['authorize-request'],
      throttled,
    });
    const { dashboard } = new Operations(this, 'operations', {
      config,
      table,
      functions: fns,
      queues: { ...queues, bounce: bounces },
      api,
      accessLog,
    });
    new CfnOutput(this, 'alarms-topic', {
      value: alarmTopic(this, config).topicArn,
      description: 'Who hears of alarms',
    });
    new CfnOutput(this, 'dashboard', {
      value: `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}#dashboards/dashboard/${dashboard.dashboardName}`,
      description: 'What whoever is on call looks at',
    });
    new CfnOutput(this, 'url', { value: api.apiEndpoint, description: 'Where the API answers' });
  }
}
