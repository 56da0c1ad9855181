import { Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator as Compare,
  type ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { alarmTopic } from './alarm-topic.ts';
import type { Config } from './config.ts';

/** A page of the runbook: `docs/runbook/<page>.md`. */
export type RunbookPage =
  | 'README'
  | 'needs-person'
  | 'in-doubt'
  | 'distributor-down'
  | 'overdue-work'
  | 'dead-letters'
  | 'schedule-silent'
  | 'assertion-fails'
  | 'function-fails'
  | 'requests-fail'
  | 'throttled'
  | 'queue-is-late'
  | 'mail-fails'
  | 'mail-reputation'
  | 'webhooks-fail';

const missingData = {
  well: TreatMissingData.NOT_BREACHING,
  rings: TreatMissingData.BREACHING,
  'goes on': TreatMissingData.IGNORE,
} as const;

export type HouseAlarmProps = {
  readonly config: Config;
  readonly metric: IMetric;
  /** Rings at this value or above; `below` turns it round. */
  readonly threshold: number;
  readonly below?: boolean;
  /** How many periods must be bad … */
  readonly periods?: number;
  /** … and among how many; without it, one after the other. */
  readonly among?: number;
  /** What it means that nothing is told: all is well, it rings too, or what was so far goes on until something else is told. */
  readonly silence?: keyof typeof missingData;
  /** Who is hurt while it rings: a sentence for whoever is woken by it. */
  readonly hurts: string;
  /** The page that says what to do. */
  readonly runbook: RunbookPage;
};

/** The address of a page of the runbook; a path of the repository where the stage does not say where its docs can be read. */
export const runbookUrl = ({ docsUrl }: Config, page: RunbookPage): string =>
  `${docsUrl === '' ? 'docs' : docsUrl.replace(/\/$/, '')}/runbook/${page}.md`;

/** An alarm that cannot be built without saying who is hurt and what to do, and that reaches somebody: when it begins and when it is over. */
export class HouseAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: HouseAlarmProps) {
    super(scope, id);
    const comparison: ComparisonOperator = props.below
      ? Compare.LESS_THAN_THRESHOLD
      : Compare.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
    this.alarm = new Alarm(this, 'alarm', {
      alarmName: this.node.path.replaceAll('/', '-'),
      alarmDescription: `${props.hurts} What to do: ${runbookUrl(props.config, props.runbook)}`,
      metric: props.metric,
      threshold: props.threshold,
      comparisonOperator: comparison,
      evaluationPeriods: props.among ?? props.periods ?? 1,
      datapointsToAlarm: props.periods ?? 1,
      treatMissingData: missingData[props.silence ?? 'well'],
    });
    const topic = new SnsAction(alarmTopic(Stack.of(this), props.config));
    this.alarm.addAlarmAction(topic);
    this.alarm.addOkAction(topic);
  }
}
