import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { type QueueName, queueVariable } from '../shared/domain/ports/queues.ts';
import type { Config } from './config.ts';
import type { ServiceFunction } from './service-function.ts';
import type { ServiceMail } from './service-mail.ts';
import type { IndexName, ServiceTable } from './service-table.ts';
import type { WorkQueue } from './work-queue.ts';

/** What a function does with rows, by key and by partition. A transaction needs the verbs of its parts, nothing of its own. */
type TableVerb = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'DeleteItem';

const vaultVerbs = {
  open: ['kms:Decrypt'],
  'seal and open': ['kms:GenerateDataKeyWithoutPlaintext', 'kms:Decrypt'],
} as const;

const allow = (fn: ServiceFunction, actions: readonly string[], resources: readonly string[], conditions = {}) => {
  if (actions.length === 0 || resources.length === 0) return;
  fn.lambda.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }));
};

/** Name and right in one gesture: each of these tells the function where a thing is and allows it exactly what it needs there. */
export const uses = {
  table(fn: ServiceFunction, table: ServiceTable, verbs: readonly TableVerb[], ...indexes: IndexName[]): void {
    fn.lambda.addEnvironment('TABLE_NAME', table.table.tableName);
    allow(
      fn,
      verbs.map((verb) => `dynamodb:${verb}`),
      [table.table.tableArn],
    );
    allow(
      fn,
      ['dynamodb:Query'],
      indexes.map((index) => table.indexArn(index)),
    );
  },

  /** It may send to these of the queues, and take from none. */
  queues(fn: ServiceFunction, queues: Readonly<Record<QueueName, WorkQueue>>, ...names: readonly QueueName[]): void {
    for (const name of names) fn.lambda.addEnvironment(queueVariable(name), queues[name].queue.queueUrl);
    allow(
      fn,
      ['sqs:SendMessage'],
      names.map((name) => queues[name].queue.queueArn),
    );
  },

  /** It may open what is sealed; to seal is for the one that takes credentials in. The data keys lie in the table: it needs that too. */
  vault(fn: ServiceFunction, key: Key, verbs: keyof typeof vaultVerbs): void {
    fn.lambda.addEnvironment('KMS_KEY_ID', key.keyId);
    allow(fn, vaultVerbs[verbs], [key.keyArn]);
  },

  /** It may send mail from this one address. */
  mailer(fn: ServiceFunction, mail: ServiceMail, from: string): void {
    fn.lambda.addEnvironment('MAIL_FROM', from);
    fn.lambda.addEnvironment('MAIL_CONFIGURATION_SET', mail.configurationSetName);
    allow(fn, ['ses:SendEmail'], mail.arns, { StringEquals: { 'ses:FromAddress': from } });
  },

  /** It is told for how many days the customer's data is kept. */
  retention(fn: ServiceFunction, days: number): void {
    fn.lambda.addEnvironment('RETENTION_DAYS', String(days));
  },

  /** It is told how much one key may ask of it. */
  keyLimit(
    fn: ServiceFunction,
    { requestsPerSecond, requestBurst }: Pick<Config, 'requestsPerSecond' | 'requestBurst'>,
  ): void {
    fn.lambda.addEnvironment('REQUESTS_PER_SECOND', String(requestsPerSecond));
    fn.lambda.addEnvironment('REQUEST_BURST', String(requestBurst));
  },

  /** It may ask the distributors at the hosts named here, beside those that the adapters know. */
  distributors(fn: ServiceFunction, hosts: string): void {
    fn.lambda.addEnvironment('DISTRIBUTOR_HOSTS', hosts);
  },
};
