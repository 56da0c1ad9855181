import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import { HouseAlarm } from './house-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

export type WorkQueueProps = {
  readonly config: Config;
  /** Who works it off. */
  readonly consumer: ServiceFunction;
  /** How many messages are worked on at once, at most (2 or more). */
  readonly maxConcurrency: number;
  /** Who is hurt when a message is given up: a sentence. */
  readonly hurts: string;
};

/** A function that has timed out is surely gone this long after. */
const grace = Duration.seconds(30);

/** A message is tried this often before it is laid with the dead. The row it speaks of stays due all the same. */
const tries = 5;

/** A queue, its dead letters, its consumer and its alarm: never one without the others. */
export class WorkQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const name = `drop-ship-${props.config.stage}-${id}`;
    const dead = new Queue(this, 'dead', {
      queueName: `${name}-dead`,
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
    });
    this.queue = new Queue(this, 'queue', {
      queueName: name,
      visibilityTimeout: props.consumer.timeout.plus(grace),
      retentionPeriod: Duration.days(4),
      enforceSSL: true,
      deadLetterQueue: { queue: dead, maxReceiveCount: tries },
    });
    props.consumer.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 1,
        reportBatchItemFailures: true,
        maxConcurrency: props.maxConcurrency,
      }),
    );
    new HouseAlarm(this, 'dead-letters', {
      config: props.config,
      metric: dead.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: 1,
      hurts: props.hurts,
      runbook: 'Dead letters',
    });
  }
}
