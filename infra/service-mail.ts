import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import type { WorkQueue } from './work-queue.ts';

export type ServiceMailProps = { readonly config: Config; readonly name: string };

/** Where mail is sent from. A mailbox that bounced or complained is not mailed again: SES keeps the list. */
export class ServiceMail extends Construct {
  readonly configurationSetName: string;
  private readonly set: ConfigurationSet;
  /** What a sender must be allowed to use. */
  readonly arns: readonly string[];

  constructor(scope: Construct, id: string, { config, name }: ServiceMailProps) {
    super(scope, id);
    this.set = new ConfigurationSet(this, 'set', {
      configurationSetName: name,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const { configurationSetName } = this.set;
    this.configurationSetName = configurationSetName;
    const domain = domainOf(config.mailFrom);
    if (domain !== '' && config.mailIdentity === 'new') this.addIdentity(domain);
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    this.arns = [
      ...identitiesOf(config.mailFrom).map((identity) => arn('identity', identity)),
      arn('configuration-set', configurationSetName),
    ];
  }

  /** What comes back, and what is not wanted, is told to this queue. */
  tell({ queue, dead }: WorkQueue): void {
    const stack = Stack.of(this);
    const topic = new Topic(this, 'events', { topicName: `${stack.stackName}-mail-events`, enforceSSL: true });
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true, deadLetterQueue: dead }));
    this.set.addEventDestination('returned', {
      destination: EventDestination.snsTopic(topic),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
  }

  /**
   * A domain that SES does not know yet; its DNS records are outputs, for whoever keeps the domain. Once verified it stays, whatever the
   * settings say later: without it no mail is sent, and DNS takes days to verify it anew.
   */
  private addIdentity(domain: string): void {
    const identity = new EmailIdentity(this, 'identity', {
      identity: Identity.domain(domain),
      mailFromDomain: `bounce.${domain}`,
    });
    identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(Stack.of(this), `dkim-${index + 1}`, {
        value: `${name} CNAME ${value}`,
        description: 'A DNS record of the sender’s domain',
      });
    });
    const { region } = Stack.of(this);
    new CfnOutput(Stack.of(this), 'bounce-domain', {
      value: `bounce.${domain} MX 10 feedback-smtp.${region}.amazonses.com; TXT "v=spf1 include:amazonses.com ~all"`,
      description: 'DNS records for the bounces',
    });
  }
}

/**
 * What SES may take the sender for: the address itself, its domain, or a domain above that one, whichever is verified; it asks
 * for the right to that identity.
 */
const identitiesOf = (address: string): readonly string[] => {
  if (address === '') return [];
  const labels = domainOf(address).split('.');
  return [address, ...labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))];
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
