import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { type QueueName, queueNames, queueVariable } from '../shared/domain/ports/queues.ts';
import type { ServiceFunction } from './service-function.ts';
import type { ServiceMail } from './service-mail.ts';
import type { IndexName, ServiceTable } from './service-table.ts';
import type { WorkQueue } from './work-queue.ts';

/** What a function does with the table. A transaction needs the verbs of its parts, nothing of its own. */
const tableVerbs = {
  /** One row by its key. */
  look: ['GetItem'],
  /** Nothing but what its indexes say. */
  'only indexes': [],
  /** Rows, by key and by partition. */
  read: ['GetItem', 'Query'],
  /** Rows, and conditional changes to them. */
  write: ['GetItem', 'Query', 'PutItem'],
  /** The same, and rows that go. */
  'write and remove': ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
} as const;

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
  table(fn: ServiceFunction, table: ServiceTable, verbs: keyof typeof tableVerbs, ...indexes: IndexName[]): void {
    fn.lambda.addEnvironment('TABLE_NAME', table.table.tableName);
    allow(
      fn,
      tableVerbs[verbs].map((verb) => `dynamodb:${verb}`),
      [table.table.tableArn],
    );
    allow(
      fn,
      ['dynamodb:Query'],
      indexes.map((index) => table.indexArn(index)),
    );
  },

  /** It may send to every one of these queues, and take from none. */
  queues(fn: ServiceFunction, queues: Readonly<Record<QueueName, WorkQueue>>): void {
    for (const name of queueNames) fn.lambda.addEnvironment(queueVariable(name), queues[name].queue.queueUrl);
    allow(
      fn,
      ['sqs:SendMessage'],
      queueNames.map((name) => queues[name].queue.queueArn),
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

  /** It may ask the distributors at the hosts named here, beside those that the adapters know. */
  distributors(fn: ServiceFunction, hosts: string): void {
    fn.lambda.addEnvironment('DISTRIBUTOR_HOSTS', hosts);
  },
};
