import {
  ConditionalCheckFailedException,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, test } from 'vitest';
import { dynamoClient } from '../../../shared/aws/row-reader.ts';
import { dynamoTable } from '../../../shared/aws/table.ts';
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
// Other files of this process send what they send.
afterAll(() => dynamo.restore());

test.each([
  [undefined, true],
  [false, true],
  [true, false],
])('a query that may lag (%s) reads consistently: %s', async (mayLag, consistent) => {
  dynamo.on(QueryCommand).resolves({ Items: [] });
  await table.query({ pk: 'ACCOUNT#s', ...(mayLag === undefined ? {} : { mayLag }) });
  expect(dynamo.commandCalls(QueryCommand)[0]?.args[0].input.ConsistentRead).toBe(consistent);
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

describe('a list', () => {
  const place = { pk: 'PO#s#1', sk: 'PO', storeKey: 's', placed: '2026-11-26T10:00:00.000Z#1' };
  const listed = { ...row, ...place };
  const list = () => table.list({ index: 'byStore', key: 's', limit: 10, after: null });
  const readFor = (...rows: readonly object[]) => ({ Responses: { 'drop-ship': [...rows] } });

  it('leaves out a row that is gone or has left its place since the index knew of it', async () => {
    const [gone, moved] = [
      { ...place, pk: 'PO#s#2' },
      { ...place, pk: 'PO#s#3' },
    ];
    dynamo.on(QueryCommand).resolves({ Items: [place, gone, moved] });
    dynamo.on(BatchGetCommand).resolves(readFor({ ...listed, ...moved, placed: '2026-11-26T11:00:00.000Z#3' }, listed));
    expect((await list()).rows).toEqual([listed]);
  });

  it('keeps the order of the index', async () => {
    const second = { ...place, pk: 'PO#s#2' };
    dynamo.on(QueryCommand).resolves({ Items: [second, place] });
    dynamo.on(BatchGetCommand).resolves(readFor(listed, { ...listed, ...second }));
    expect((await list()).rows).toEqual([{ ...listed, ...second }, listed]);
  });
});

describe('rows that are asked for in the same moment', () => {
  const keyOf = (n: number) => ({ pk: `PO#s#${n}`, sk: 'PO' });
  const rowOf = (n: number): Row => ({ ...keyOf(n), rev: `r${n}` });
  const asked = () => dynamo.commandCalls(BatchGetCommand).map(({ args }) => args[0].input.RequestItems?.['drop-ship']);
  const throttled = new ProvisionedThroughputExceededException(metadata);

  it('are read with one request, strongly consistent, each of them once', async () => {
    dynamo.on(BatchGetCommand).resolves({ Responses: { 'drop-ship': [rowOf(2), rowOf(1)] } });
    const rows = await Promise.all([1, 2, 1, 3].map((n) => table.get(keyOf(n))));
    expect(rows).toEqual([rowOf(1), rowOf(2), rowOf(1), undefined]);
    expect(asked()).toEqual([{ Keys: [1, 2, 3].map(keyOf), ConsistentRead: true }]);
  });

  it('are read a hundred at a time, as many as DynamoDB takes', async () => {
    dynamo
      .on(BatchGetCommand)
      .callsFake(async ({ RequestItems }) => ({ Responses: { 'drop-ship': RequestItems['drop-ship'].Keys } }));
    const keys = Array.from({ length: 250 }, (_, n) => keyOf(n));
    expect(await Promise.all(keys.map((key) => table.get(key)))).toEqual(keys);
    expect(asked().map((each) => each?.Keys?.length)).toEqual([100, 100, 50]);
  });

  it('are read alone where there is but one, and nothing is remembered', async () => {
    dynamo
      .on(GetCommand)
      .resolvesOnce({ Item: rowOf(1) })
      .resolvesOnce({});
    expect([await table.get(keyOf(1)), await table.get(keyOf(1))]).toEqual([rowOf(1), undefined]);
    expect(asked()).toEqual([]);
  });

  it('are read one by one where DynamoDB has left them over; one that cannot be read spoils no other', async () => {
    const left = { UnprocessedKeys: { 'drop-ship': { Keys: [keyOf(2), keyOf(3)] } } };
    dynamo.on(BatchGetCommand).resolves({ Responses: { 'drop-ship': [rowOf(1)] }, ...left });
    dynamo.on(GetCommand, { Key: keyOf(2) }).resolves({ Item: rowOf(2) });
    dynamo.on(GetCommand, { Key: keyOf(3) }).rejects(throttled);
    const rows = await Promise.allSettled([1, 2, 3].map((n) => table.get(keyOf(n))));
    expect(rows).toEqual([
      { status: 'fulfilled', value: rowOf(1) },
      { status: 'fulfilled', value: rowOf(2) },
      { status: 'rejected', reason: throttled },
    ]);
    expect(isTransient(throttled)).toBe(true);
  });

  it('are all unread where the request fails, and are read when they are asked for again', async () => {
    dynamo
      .on(BatchGetCommand)
      .rejectsOnce(throttled)
      .resolves({ Responses: { 'drop-ship': [rowOf(1), rowOf(2)] } });
    const both = () => Promise.allSettled([1, 2].map((n) => table.get(keyOf(n))));
    expect(await both()).toEqual([1, 2].map(() => ({ status: 'rejected', reason: throttled })));
    expect(await both()).toEqual([1, 2].map((n) => ({ status: 'fulfilled', value: rowOf(n) })));
  });
});
