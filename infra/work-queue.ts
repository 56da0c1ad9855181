import { Duration, Validations } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import { deadLetters } from './dead-letters.ts';
import { HouseAlarm } from './house-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

export type WorkQueueProps = {
  readonly config: Config;
  /** Who works it off. */
  readonly consumer: ServiceFunction;
  /** How many messages are worked on at once, at most (2 or more). */
  readonly maxConcurrency: number;
  /** A message is held back for so long before anybody sees it. */
  readonly delay?: Duration;
  /** A message that has waited for longer than this is late: somebody is told. */
  readonly lateAfter: Duration;
  /** Who is hurt when a message is given up or late: a sentence. */
  readonly hurts: string;
};

/** A function that has timed out is surely gone this long after. */
const grace = Duration.seconds(30);

/** A message is tried this often before it goes to the dead-letter queue. The row it speaks of stays due all the same. */
const tries = 5;

/** cdk-nag wants a destination beside the queue. */
const queueKeepsThem = {
  id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
  reason: 'What fails goes back to its queue, which lays it with its dead letters after five tries.',
};

/** A queue, its dead letters, its consumer and its alarm: never one without the others. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly dead: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const name = `drop-ship-${props.config.stage}-${id}`;
    this.dead = deadLetters(this, 'dead', `${name}-dead`);
    this.queue = new Queue(this, 'queue', {
      queueName: name,
      visibilityTimeout: props.consumer.timeout.plus(grace),
      retentionPeriod: Duration.days(4),
      ...(props.delay === undefined ? {} : { deliveryDelay: props.delay }),
      enforceSSL: true,
      deadLetterQueue: { queue: this.dead, maxReceiveCount: tries },
    });
    Validations.of(props.consumer).acknowledge(queueKeepsThem);
    props.consumer.called.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 1,
        reportBatchItemFailures: true,
        maxConcurrency: props.maxConcurrency,
      }),
    );
    new HouseAlarm(this, 'dead-letters', {
      config: props.config,
      metric: this.dead.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: 1,
      // SQS tells nothing of a queue that nobody has touched for six hours, whatever lies in it.
      silence: 'goes on',
      hurts: props.hurts,
      runbook: 'dead-letters',
    });
    new HouseAlarm(this, 'late', {
      config: props.config,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: props.lateAfter.toSeconds(),
      hurts: props.hurts,
      runbook: 'queue-is-late',
    });
  }
}
