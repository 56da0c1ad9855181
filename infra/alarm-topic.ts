import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Config } from './config.ts';

/** One topic for the stack, made by whichever alarm comes first. */
export function alarmTopic(stack: Stack, config: Config): Topic {
  const present = stack.node.tryFindChild('alarms');
  if (present instanceof Topic) return present;
  const topic = new Topic(stack, 'alarms', { topicName: `${stack.stackName}-alarms`, enforceSSL: true });
  // `enforceSSL` makes a policy of its own, which replaces the default one of SNS: without this nobody may publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  if (config.alarmsTo !== '') topic.addSubscription(new EmailSubscription(config.alarmsTo));
  return topic;
}
