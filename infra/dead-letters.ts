import { Duration, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** cdk-nag wants dead letters for dead letters, and does not see those of a schedule. */
const reason = 'It holds the dead letters itself.';
const isLast = [
  { id: 'Serverless::Serverless-SQSRedrivePolicy', reason },
  { id: 'AwsSolutions::AwsSolutions-SQS3', reason },
];

/** A queue for what was given up: kept two weeks, so that somebody can see what it was. */
export function deadLetters(scope: Construct, id: string, queueName: string): Queue {
  const queue = new Queue(scope, id, { queueName, retentionPeriod: Duration.days(14), enforceSSL: true });
  Validations.of(queue).acknowledge(...isLast);
  return queue;
}
