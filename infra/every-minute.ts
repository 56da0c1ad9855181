import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import { deadLetters } from './dead-letters.ts';
import { HouseAlarm } from './house-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

export type EveryMinuteProps = {
  readonly config: Config;
  readonly target: ServiceFunction;
  /** Who is hurt when it does not run: a sentence. */
  readonly hurts: string;
};

/** The next minute comes anyway: an old minute repeated helps nobody. */
const once = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };

/** Runs a function every minute, keeps the minutes that failed, and rings when it was not run. */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, props: EveryMinuteProps) {
    super(scope, id);
    const { lambda } = props.target;
    const missed = deadLetters(this, 'missed', `drop-ship-${props.config.stage}-${id}-dead`);
    // EventBridge hands the minute to Lambda's own queue, which would repeat it for hours.
    lambda.configureAsyncInvoke({ ...once, onFailure: new SqsDestination(missed) });
    new Rule(this, 'rule', {
      ruleName: `drop-ship-${props.config.stage}-${id}`,
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(lambda, { ...once, deadLetterQueue: missed })],
    });
    new HouseAlarm(this, 'silence', {
      config: props.config,
      metric: lambda.metricInvocations({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
      below: true,
      silence: 'rings',
      hurts: props.hurts,
      runbook: 'schedule-silent',
    });
  }
}
