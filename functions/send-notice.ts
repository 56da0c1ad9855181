import { variable, wholeVariable } from '../shared/aws/environment.ts';
import { awsMailer } from '../shared/aws/late/mailer.ts';
import { awsQueues } from '../shared/aws/late/queues.ts';
import { awsVault } from '../shared/aws/late/vault.ts';
import { webhooks } from '../shared/aws/late/webhooks.ts';
import { embeddedMeter } from '../shared/aws/meter.ts';
import { type HandleNudge, worker } from '../shared/aws/worker.ts';
import { writingPorts } from '../shared/aws/writing-ports.ts';
import { profiles } from '../shared/distributors/profiles.ts';
import type { NoticePorts } from '../shared/notices/ports.ts';
import { send } from '../shared/notices/send.ts';
import type { EraseCustomerPorts } from '../shared/orders/erase-customer.ts';
import { eraseDue } from '../shared/orders/erase-due.ts';

/** Sends what the nudged row owes: the mail of a customer’s parcels, or a store’s event. Of an order it erases what is no longer needed. */
export const sendNotice =
  (ports: NoticePorts & EraseCustomerPorts): HandleNudge =>
  (nudge) =>
    nudge.sk === 'ORDER' ? eraseDue(ports, nudge) : send(ports, nudge);

/** Only the local run sets this: its webhook receiver is on this machine. */
const loopback = (): boolean => process.env.WEBHOOK_LOOPBACK === 'allow';

export const handler = worker(() => {
  const world = writingPorts('send-notice');
  const ports: NoticePorts & EraseCustomerPorts = {
    ...world,
    queues: awsQueues(),
    vault: awsVault(world),
    deliver: webhooks(world.clock, loopback()),
    sendMail: awsMailer(),
    mailFrom: variable('MAIL_FROM'),
    distributors: profiles,
    retentionDays: wholeVariable('RETENTION_DAYS'),
    meter: embeddedMeter(),
  };
  return { handle: sendNotice(ports), log: world.log };
});
