import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { localAws } from '../../../../infra/local/local-aws.ts';
import { createTable } from '../../../../infra/local/table/local-table.ts';
import { startDynamoDb } from '../../../../infra/local/table/start-table.ts';
import { readTemplate } from '../../../../infra/local/template/template.ts';

const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });
const [things] = readTemplate(
  JSON.stringify({
    Resources: {
      things: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
          KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
          BillingMode: 'PAY_PER_REQUEST',
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        },
      },
    },
  }),
  () => '',
).of('AWS::DynamoDB::Table');

it('deletes what has expired a part at a time, with a rest after each: others ask the table meanwhile', async () => {
  if (things === undefined) throw new Error('There is a table.');
  await using stack = new AsyncDisposableStack();
  const dynamo = await startDynamoDb(undefined);
  stack.defer(() => dynamo.stop());
  const table = await createTable(dynamo.endpoint, things);
  stack.defer(async () => table.close());
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ ...localAws, endpoint: dynamo.endpoint }));
  stack.defer(async () => client.destroy());
  const rows = Array.from({ length: 500 }, (_, n) => ({ pk: `row ${n}`, sk: 'THING', expiresAt: n < 3 ? 10 : 1000 }));
  for (let from = 0; from < rows.length; from += 25) {
    const puts = rows.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }));
  }
  const took: number[] = [];
  await table.expire(20_000, async (milliseconds) => took.push(milliseconds));
  expect(took).toHaveLength(3);
  expect(took.every((milliseconds) => milliseconds > 0)).toBe(true);
  let left = 0;
  for await (const _ of table.rows()) left += 1;
  expect(left).toBe(497);
});
