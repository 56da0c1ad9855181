import { Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator as Compare,
  type ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Config } from './config.ts';

export type HouseAlarmProps = {
  readonly config: Config;
  readonly metric: IMetric;
  /** Rings at this value or above; `below` turns it round. */
  readonly threshold: number;
  readonly below?: boolean;
  readonly periods?: number;
  /** Silence rings too. */
  readonly silenceRings?: boolean;
  /** Who is hurt while it rings: a sentence for whoever is woken by it. */
  readonly hurts: string;
  /** The heading in the runbook that says what to do. */
  readonly runbook: string;
};

/** The address of a heading of the runbook. */
export const runbookLink = (config: Config, heading: string): string =>
  `${config.readme}#${heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')}`;

/** An alarm that cannot be built without saying who is hurt and what to do, and that reaches somebody. */
export class HouseAlarm extends Construct {
  constructor(scope: Construct, id: string, props: HouseAlarmProps) {
    super(scope, id);
    const comparison: ComparisonOperator = props.below
      ? Compare.LESS_THAN_THRESHOLD
      : Compare.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
    const alarm = new Alarm(this, 'alarm', {
      alarmName: this.node.path.replaceAll('/', '-'),
      alarmDescription: `${props.hurts} What to do: ${runbookLink(props.config, props.runbook)}`,
      metric: props.metric,
      threshold: props.threshold,
      comparisonOperator: comparison,
      evaluationPeriods: props.periods ?? 1,
      treatMissingData: props.silenceRings ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(alarmTopic(Stack.of(this), props.config)));
  }
}

/** One topic for the stack, made by whichever alarm comes first. */
function alarmTopic(stack: Stack, config: Config): Topic {
  const there = stack.node.tryFindChild('alarms');
  if (there instanceof Topic) return there;
  const topic = new Topic(stack, 'alarms', { topicName: `${stack.stackName}-alarms`, enforceSSL: true });
  if (config.alarmsTo) topic.addSubscription(new EmailSubscription(config.alarmsTo));
  return topic;
}
