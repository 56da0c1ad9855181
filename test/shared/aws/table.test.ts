import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import { localAws } from '../../../infra/local/local-aws.ts';
import { type DynamoDb, startDynamoDb } from '../../../infra/local/table/start-table.ts';
import { rowReader } from '../../../shared/aws/row-reader.ts';
import { dynamoTable } from '../../../shared/aws/table.ts';
import type { Table } from '../../../shared/domain/ports/table.ts';
import { memoryTable } from '../../memory-table.ts';
import { operations } from './table-comparison.ts';
import { tableSuite } from './table-suite.ts';

let server: Promise<DynamoDb> | undefined;
const started = (): Promise<DynamoDb> => {
  server ??= startDynamoDb(undefined);
  return server;
};
afterAll(async () => (await server)?.stop());

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' }) as const;
const keysOf = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];
const index = (IndexName: string, partition: string, sort: string, ProjectionType: 'ALL' | 'KEYS_ONLY') => ({
  IndexName,
  KeySchema: keysOf(partition, sort),
  Projection: { ProjectionType },
});

/** An empty table with the keys and indexes of the template. */
const emptyTable = async (TableName: string): Promise<Table> => dynamoTable(await clientOfEmpty(TableName), TableName);

const clientOfEmpty = async (TableName: string): Promise<DynamoDBClient> => {
  const { endpoint } = await started();
  const client = new DynamoDBClient({ ...localAws, endpoint });
  const names = ['pk', 'sk', 'due', 'dueAt', 'storeKey', 'placed', 'statusKey', 'attentionKey', 'attentionSince'];
  const create = new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: names.map(text),
    KeySchema: keysOf('pk', 'sk'),
    GlobalSecondaryIndexes: [
      index('byDue', 'due', 'dueAt', 'KEYS_ONLY'),
      index('byStore', 'storeKey', 'placed', 'KEYS_ONLY'),
      index('byStatus', 'statusKey', 'placed', 'KEYS_ONLY'),
      index('byAttention', 'attentionKey', 'attentionSince', 'ALL'),
    ],
  });
  await client.send(create).catch((error: unknown) => {
    if (!(error instanceof ResourceInUseException)) throw error;
  });
  return client;
};

describe('in memory', () => tableSuite(async () => memoryTable()));
describe('on DynamoDB', () => tableSuite(() => emptyTable('suite')));

test('who reads rows one by one alone reads what the table reads', async () => {
  const client = await clientOfEmpty('read');
  const [table, reader] = [dynamoTable(client, 'read'), rowReader(client, 'read')];
  const numbers = [0, -1.5, 1e-7, Number.MAX_SAFE_INTEGER];
  const key = { pk: 'KEY#1', sk: 'KEY' };
  const row = {
    ...key,
    rev: '1',
    text: ['', 'ü'],
    numbers,
    flags: [true, false, null],
    none: [],
    inner: { a: { b: {} } },
  };
  expect(await reader.get(key)).toBeUndefined();
  expect(await table.write([{ put: row, was: null }])).toBe('done');
  expect(await reader.get(key)).toEqual(row);
  expect(await table.get(key)).toEqual(row);
});

/** At least this many operations are compared. */
const many = 8_000;

test('of two tables that are told the same, both always answer the same', { timeout: 300_000 }, async () => {
  const memory = memoryTable();
  const dynamo = await emptyTable('compared');
  const next = operations(20_261_123);
  for (let done = 0; done < many; done += 1) {
    const act = next();
    const [expected, found] = [await act(memory), await act(dynamo)];
    if (JSON.stringify(sorted(found)) !== JSON.stringify(sorted(expected))) {
      expect(sorted(found), `operation ${done}`).toEqual(sorted(expected));
    }
  }
});

/** Fields come in any order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
};
