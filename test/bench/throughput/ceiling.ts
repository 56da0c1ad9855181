import { startEmulators } from '../../../infra/local/process/emulators.ts';
import { createQueues, queueUrl } from '../../../infra/local/queues/local-queues.ts';
import { createTable } from '../../../infra/local/table/local-table.ts';
import { startDynamoDb } from '../../../infra/local/table/start-table.ts';
import { dropShip, synthesize } from '../../../infra/local/template/synth.ts';
import { readTemplate } from '../../../infra/local/template/template.ts';
import { localClock } from '../../../infra/local/time/clock.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { orderLife } from '../../cost/order-life.ts';
import { load, type Sent } from './load.ts';

const connections = 10;
/** The stand-ins want a signature, and do not check it. */
const scope = 'local/20261126/us-east-1/dynamodb/aws4_request';
const signed = {
  authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
  'x-amz-date': '20261126T000000Z',
};

/** A row of the size and with the indexes of a purchase order's. */
const row = (n: number, now: number) => ({
  pk: { S: `PO#bench#${n}` },
  sk: { S: 'ORDER' },
  due: { S: 'order' },
  dueAt: { S: instant(now + n) },
  storeKey: { S: 'bench' },
  statusKey: { S: 'bench#submitting' },
  placed: { S: `${instant(now + n)}#${n}` },
  body: { S: 'x'.repeat(1500) },
});

const toTable = (verb: string, body: object): Sent => ({
  method: 'POST',
  path: '/',
  headers: { ...signed, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${verb}` },
  body: JSON.stringify(body),
});

/** What the stand-ins for the table and the queues take alone, a second. */
export const ceiling = async (count: number) => {
  const clock = localClock(0);
  await using stack = new AsyncDisposableStack();
  const dynamo = await startDynamoDb(undefined);
  stack.defer(() => dynamo.stop());
  const { template: json, compiled } = await synthesize(dropShip, () => undefined);
  const emulators = await startEmulators(clock.offset, undefined, compiled);
  stack.defer(() => emulators.stop());
  const template = readTemplate(json, (name) => queueUrl(emulators.queues, name));
  const [resource] = template.of('AWS::DynamoDB::Table');
  const [queue] = template.of('AWS::SQS::Queue');
  if (resource === undefined || queue === undefined) throw new Error('The template has no table or no queue.');
  const table = await createTable(dynamo.endpoint, resource);
  stack.defer(async () => table.close());
  await createQueues(emulators.queues, template.of('AWS::SQS::Queue'), clock);

  const each = Array.from({ length: count }, (_, n) => n);
  const { name: TableName } = table;
  const now = clock.now();
  const writes = await load({
    url: dynamo.endpoint,
    connections,
    requests: each.map((n) => toTable('PutItem', { TableName, Item: row(n, now) })),
  });
  const reads = await load({
    url: dynamo.endpoint,
    connections,
    requests: each.map((n) => {
      const { pk, sk } = row(n, now);
      return toTable('GetItem', { TableName, Key: { pk, sk }, ConsistentRead: true });
    }),
  });
  const url = queueUrl(emulators.queues, queue.QueueName ?? queue.id);
  const sends = await load({
    url: emulators.queues,
    connections,
    requests: each.map((n) => ({
      method: 'POST',
      path: '/',
      headers: { ...signed, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
      body: JSON.stringify({ QueueUrl: url, MessageBody: `[${n}]` }),
    })),
  });
  return { writes, reads, sends };
};

/** How often the table is asked for one submit, the worker's part included. */
export const tableRequestsOfSubmit = async (): Promise<number> => {
  let [before, asked] = [0, 0];
  await orderLife((step, { requests }) => {
    if (step === 'submitted and accepted') asked = requests - before;
    before = requests;
  });
  return asked;
};
