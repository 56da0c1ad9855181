import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { dynamoClient, dynamoTable } from '../../../shared/aws/table.ts';
import type { Row } from '../../../shared/domain/ports/table.ts';
import { isTransient } from '../../../shared/http/transient.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const table = dynamoTable(dynamoClient(), 'drop-ship');
const row: Row = { pk: 'PO#s#1', sk: 'PO', rev: 'r2' };
const other: Row = { pk: 'PO#s#2', sk: 'PO', rev: 'r2' };
const metadata = { $metadata: {}, message: 'as DynamoDB says it' };
const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({ ...metadata, CancellationReasons: codes.map((Code) => ({ Code })) });

beforeEach(() => dynamo.reset());

test.each([
  [undefined, true],
  [false, true],
  [true, false],
])('a query that may lag (%s) reads consistently: %s', async (mayLag, consistent) => {
  dynamo.on(QueryCommand).resolves({ Items: [] });
  await table.query({ pk: 'ACCOUNT#s', ...(mayLag === undefined ? {} : { mayLag }) });
  expect(dynamo.commandCalls(QueryCommand)[0]?.args[0].input.ConsistentRead).toBe(consistent);
});

test('a single row is read consistently', async () => {
  dynamo.on(GetCommand).resolves({});
  await table.get({ pk: 'PO#s#1', sk: 'PO' });
  expect(dynamo.commandCalls(GetCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
});

describe('a single write', () => {
  it('names the rev that it replaces, or that nothing may stand there', async () => {
    dynamo.on(PutCommand).resolves({});
    expect(await table.write([{ put: row, was: 'r1' }])).toBe('done');
    expect(await table.write([{ put: row, was: null }])).toBe('done');
    const conditions = dynamo.commandCalls(PutCommand).map(({ args }) => args[0].input.ConditionExpression);
    expect(conditions).toEqual(['rev = :was', 'attribute_not_exists(pk)']);
  });

  it('answers a conflict where the condition did not hold', async () => {
    dynamo.on(PutCommand).rejects(new ConditionalCheckFailedException(metadata));
    expect(await table.write([{ put: row, was: 'r1' }])).toBe('conflict');
  });

  it('answers a conflict where a transaction was at work on the row', async () => {
    dynamo.on(PutCommand).rejects(new TransactionConflictException(metadata));
    expect(await table.write([{ put: row, was: 'r1' }])).toBe('conflict');
  });

  it('throws whatever else goes wrong: it may or may not have happened', async () => {
    dynamo.on(PutCommand).rejects(Object.assign(new Error('slow down'), { name: 'ThrottlingException' }));
    await expect(table.write([{ put: row, was: 'r1' }])).rejects.toThrow('slow down');
  });
});

describe('a transaction', () => {
  const write = () =>
    table.write([
      { put: row, was: null },
      { put: other, was: 'r1' },
    ]);

  test.each([
    ['a condition did not hold', ['None', 'ConditionalCheckFailed']],
    ['another transaction was at work on a row', ['TransactionConflict', 'None']],
  ])('answers a conflict where %s', async (_, codes) => {
    dynamo.on(TransactWriteCommand).rejects(cancelled(...codes));
    expect(await write()).toBe('conflict');
  });

  test.each([[['ThrottlingError', 'None']], [['ProvisionedThroughputExceeded', 'None']], [[]]])(
    'throws where it was cancelled for %j: that is no answer',
    async (codes) => {
      dynamo.on(TransactWriteCommand).rejects(cancelled(...codes));
      await expect(write()).rejects.toThrow();
    },
  );
});

test.each([
  [['ThrottlingError', 'None'], true],
  [['None', 'ProvisionedThroughputExceeded'], true],
  [['ValidationError', 'None'], false],
  [[], false],
])('a transaction cancelled for %j may succeed in a moment: %s', (codes, transient) => {
  expect(isTransient(cancelled(...codes))).toBe(transient);
});
