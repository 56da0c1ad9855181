import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as v from 'valibot';
import type { Change, Key, ListQuery, Table, WriteResult } from '../domain/ports/table.ts';
import { variable } from './environment.ts';

const indexes = {
  byStore: { partition: 'storeKey', sort: 'placed' },
  byStatus: { partition: 'statusKey', sort: 'placed' },
  byAttention: { partition: 'attentionKey', sort: 'attentionSince' },
} as const;

const DueKeys = v.object({ pk: v.string(), sk: v.string(), dueAt: v.string() });

/** The `rev` that must stand there; null = nothing may. */
const standing = (was: string | null) =>
  was === null
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'rev = :was', ExpressionAttributeValues: { ':was': was } };

const inTransaction = (TableName: string, change: Change) => {
  const common = { TableName, ...standing(change.was) };
  if ('put' in change) return { Put: { ...common, Item: change.put } };
  return { Delete: { ...common, Key: keyOf(change.remove) } };
};

/** Which part of a partition is asked for. */
const rangeOf = (prefix: string | undefined, between: readonly [string, string] | undefined) => {
  if (between !== undefined) {
    return { condition: ' AND sk BETWEEN :from AND :to', values: { ':from': between[0], ':to': between[1] } };
  }
  return prefix === undefined
    ? { condition: '', values: {} }
    : { condition: ' AND begins_with(sk, :prefix)', values: { ':prefix': prefix } };
};

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

/**
 * A condition that did not hold is an answer, and so is a row that a transaction was changing at that moment; everything else
 * is thrown.
 */
const conflictOrThrow = (error: unknown): WriteResult => {
  if (error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException)
    return 'conflict';
  if (error instanceof TransactionCanceledException) {
    const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
    if (codes.includes('ConditionalCheckFailed') || codes.includes('TransactionConflict')) return 'conflict';
  }
  throw error;
};

/** One attempt is 2 s at the most and there are three: the caller's own time limit is never eaten up by the table. */
export const dynamoClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: 3,
      requestHandler: { requestTimeout: 2000, connectionTimeout: 1000, throwOnRequestTimeout: true },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );

/** The table on DynamoDB. */
export const dynamoTable = (client: DynamoDBDocumentClient, TableName: string): Table => ({
  async get(key) {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
    return Item;
  },

  async query({ pk, prefix, between, after, limit, descending = false, unexpiredAt, mayLag = false }) {
    const range = rangeOf(prefix, between);
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: !mayLag,
        KeyConditionExpression: `pk = :pk${range.condition}`,
        ExpressionAttributeValues: {
          ':pk': pk,
          ...range.values,
          ...(unexpiredAt === undefined ? {} : { ':now': unexpiredAt }),
        },
        ...(unexpiredAt === undefined
          ? {}
          : { FilterExpression: 'attribute_not_exists(expiresAt) OR expiresAt > :now' }),
        ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: after } }),
        ...(limit === undefined ? {} : { Limit: limit }),
        ScanIndexForward: !descending,
      }),
    );
    return { rows: Items ?? [], next: LastEvaluatedKey === undefined ? null : String(LastEvaluatedKey.sk) };
  },

  async list({ index, key, from, where, limit, after }: ListQuery) {
    const { partition, sort } = indexes[index];
    const filters = Object.entries(where);
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: index,
        KeyConditionExpression: `#partition = :key${from === undefined ? '' : ' AND #sort >= :from'}`,
        ExpressionAttributeNames: {
          '#partition': partition,
          ...(from === undefined ? {} : { '#sort': sort }),
          ...Object.fromEntries(filters.map(([name], n) => [`#f${n}`, name])),
        },
        ExpressionAttributeValues: {
          ':key': key,
          ...(from === undefined ? {} : { ':from': from }),
          ...Object.fromEntries(filters.map(([, value], n) => [`:f${n}`, value])),
        },
        ...(filters.length === 0 ? {} : { FilterExpression: filters.map((_, n) => `#f${n} = :f${n}`).join(' AND ') }),
        ...(after === null
          ? {}
          : { ExclusiveStartKey: { pk: after.pk, sk: after.sk, [partition]: key, [sort]: after.sort } }),
        Limit: limit,
        ScanIndexForward: false,
      }),
    );
    const last = LastEvaluatedKey;
    return {
      rows: Items ?? [],
      next: last === undefined ? null : { pk: String(last.pk), sk: String(last.sk), sort: String(last[sort]) },
    };
  },

  async due({ due, until, limit, after }) {
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: 'byDue',
        KeyConditionExpression: 'due = :due AND dueAt <= :until',
        ExpressionAttributeValues: { ':due': due, ':until': until },
        ...(after === null ? {} : { ExclusiveStartKey: { pk: after.pk, sk: after.sk, due, dueAt: after.dueAt } }),
        Limit: limit,
      }),
    );
    return {
      rows: v.parse(v.array(DueKeys), Items ?? []),
      next: v.parse(v.nullable(DueKeys), LastEvaluatedKey ?? null),
    };
  },

  async write(changes) {
    const [first, ...others] = changes;
    if (first === undefined) return 'done';
    try {
      if (others.length > 0) {
        const TransactItems = changes.map((change) => inTransaction(TableName, change));
        await client.send(new TransactWriteCommand({ TransactItems }));
      } else if ('put' in first) {
        await client.send(new PutCommand({ TableName, Item: first.put, ...standing(first.was) }));
      } else {
        await client.send(new DeleteCommand({ TableName, Key: keyOf(first.remove), ...standing(first.was) }));
      }
      return 'done';
    } catch (error) {
      return conflictOrThrow(error);
    }
  },
});

/** The table of this stage, with a client of its own. */
export const awsTable = (): Table => dynamoTable(dynamoClient(), variable('TABLE_NAME'));
