import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import { HouseAlarm } from './house-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

export type EveryMinuteProps = {
  readonly config: Config;
  readonly target: ServiceFunction;
  /** Who is hurt when it does not run: a sentence. */
  readonly hurts: string;
};

/** Runs a function every minute, and rings when it was not run. */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, props: EveryMinuteProps) {
    super(scope, id);
    new Rule(this, 'rule', {
      schedule: Schedule.rate(Duration.minutes(1)),
      // The next minute comes anyway: an old minute repeated helps nobody.
      targets: [new LambdaFunction(props.target.lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
    new HouseAlarm(this, 'silence', {
      config: props.config,
      metric: props.target.lambda.metricInvocations({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
      below: true,
      silenceRings: true,
      hurts: props.hurts,
      runbook: 'The schedule is silent',
    });
  }
}
