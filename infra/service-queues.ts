import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { QueueName } from '../shared/domain/ports/queues.ts';
import type { Config } from './config.ts';
import type { ServiceFunction } from './service-function.ts';
import { atOnce, type FunctionName } from './service-functions.ts';
import { WorkQueue } from './work-queue.ts';

type Functions = Readonly<Record<FunctionName, ServiceFunction>>;

const submissionsHurt = (distributor: string) =>
  `Orders for ${distributor} are late or were given up by the queue: they wait for the poller, customers wait with them.`;

/** One queue for each distributor's submissions, so that a slow one holds up nobody else; one for sweeps, one for mails, one for webhooks: a webstore that hangs holds up no customer's mail. */
export function serviceQueues(
  scope: Construct,
  config: Config,
  functions: Functions,
): Readonly<Record<QueueName, WorkQueue>> {
  const submissions = (id: QueueName, distributor: string) =>
    new WorkQueue(scope, id, {
      config,
      consumer: functions['submit-order'],
      maxConcurrency: atOnce.submit,
      lateAfter: Duration.minutes(20),
      hurts: submissionsHurt(distributor),
    });
  return {
    'submit-parts-unlimited': submissions('submit-parts-unlimited', 'Parts Unlimited'),
    'submit-wps': submissions('submit-wps', 'WPS'),
    'submit-tucker-rocky': submissions('submit-tucker-rocky', 'Tucker Rocky'),
    'submit-automatic': submissions('submit-automatic', 'Automatic'),
    sweep: new WorkQueue(scope, 'sweep', {
      config,
      consumer: functions['sweep-tracking'],
      maxConcurrency: atOnce.sweep,
      lateAfter: Duration.hours(1),
      hurts: 'Accounts are not asked for tracking on time: their customers hear late that a parcel is on its way.',
    }),
    mail: new WorkQueue(scope, 'mail', {
      config,
      consumer: functions['send-notice'],
      maxConcurrency: atOnce.mail,
      lateAfter: Duration.hours(1),
      hurts: 'Mails to customers or stores are late, or were given up by the queue and wait for the poller.',
    }),
    webhook: new WorkQueue(scope, 'webhook', {
      config,
      consumer: functions['send-notice'],
      maxConcurrency: atOnce.webhook,
      lateAfter: Duration.hours(1),
      hurts: 'Webhooks to webstores are late, or were given up by the queue and wait for the poller.',
    }),
  };
}

/** What SES tells of mails that came back. Not before whoever sent the mail has written that it did. */
export const bounceQueue = (scope: Construct, config: Config, consumer: ServiceFunction): WorkQueue =>
  new WorkQueue(scope, 'bounce', {
    config,
    consumer,
    maxConcurrency: atOnce.bounce,
    delay: Duration.minutes(1),
    lateAfter: Duration.hours(1),
    hurts: 'Stores are not told which customers’ mails came back.',
  });
