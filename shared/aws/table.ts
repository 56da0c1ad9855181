import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as v from 'valibot';
import type { Change, Key, ListQuery, Table, WriteResult } from '../domain/ports/table.ts';
import { Instant } from '../domain/vocabulary.ts';
import { variable } from './environment.ts';
import { gathered, isSamePlace } from './gathered-reads.ts';
import { dynamoClient } from './row-reader.ts';

const indexes = {
  byStore: { partition: 'storeKey', sort: 'placed', holdsRows: false },
  byStatus: { partition: 'statusKey', sort: 'placed', holdsRows: false },
  byAttention: { partition: 'attentionKey', sort: 'attentionSince', holdsRows: true },
} as const;

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

const DueKeys = v.object({ pk: v.string(), sk: v.string(), dueAt: Instant });

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

type Place = Readonly<Record<string, unknown>>;
type Read = (key: Key) => Promise<Place | undefined>;

const Final = v.object({ $metadata: v.object({ attempts: v.literal(1) }) });

/**
 * Null for what the SDK has not asked again, since it would be the same: a key that DynamoDB does not take, a row that cannot be read, a
 * right that a rollback has taken back. Row by row only one of them is unread, or none. Everything else is thrown.
 */
const nullWhereFinal = (error: unknown): null => {
  if (v.is(Final, error)) return null;
  throw error;
};

/** Rows by their keys, strongly consistent. */
const readerOf = (client: DynamoDBDocumentClient, TableName: string): Read => {
  const alone: Read = async (key) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
    return Item;
  };
  return gathered<Place>(async (keys) => {
    if (keys.length === 1) return keys.map(alone);
    const asked = { [TableName]: { Keys: keys.map(keyOf), ConsistentRead: true } };
    const answer = await client.send(new BatchGetCommand({ RequestItems: asked })).catch(nullWhereFinal);
    if (answer === null) return keys.map(alone);
    const { Responses, UnprocessedKeys } = answer;
    // DynamoDB answers 16 MB at once, and less where it throttles. One by one the SDK asks again, ever later.
    const left = UnprocessedKeys?.[TableName]?.Keys ?? [];
    const isLeft = (key: Key): boolean => left.some((other) => isSamePlace(other, key));
    const rows = Responses?.[TableName] ?? [];
    return keys.map((key) => (isLeft(key) ? alone(key) : rows.find((row) => isSamePlace(row, key))));
  });
};

/** The rows that an index names, in its order, without those that have left their place meanwhile. */
const stillAt = async (read: Read, places: readonly Place[], names: readonly string[]): Promise<readonly Place[]> => {
  const rows = await Promise.all(places.map(({ pk, sk }) => read({ pk: String(pk), sk: String(sk) })));
  return rows
    .filter((row, n) => names.every((name) => row?.[name] === places[n]?.[name]))
    .filter((row) => row !== undefined);
};

/** The table on DynamoDB. */
export const dynamoTable = (client: DynamoDBClient, TableName: string): Table => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return documentTable(documents, TableName, readerOf(documents, TableName));
};

const documentTable = (client: DynamoDBDocumentClient, TableName: string, get: Read): Table => ({
  get,

  async query({ pk, prefix, between, after, limit, descending = false, unexpiredAt, mayLag = false }) {
    // Nothing lies there, and DynamoDB refuses to look.
    if (between !== undefined && between[0] > between[1]) return { rows: [], next: null };
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

  async list({ index, key, from, limit, after }: ListQuery) {
    const { partition, sort, holdsRows } = indexes[index];
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: index,
        KeyConditionExpression: `#partition = :key${from === undefined ? '' : ' AND #sort >= :from'}`,
        ExpressionAttributeNames: { '#partition': partition, ...(from === undefined ? {} : { '#sort': sort }) },
        ExpressionAttributeValues: { ':key': key, ...(from === undefined ? {} : { ':from': from }) },
        ...(after === null
          ? {}
          : { ExclusiveStartKey: { pk: after.pk, sk: after.sk, [partition]: key, [sort]: after.sort } }),
        Limit: limit,
        ScanIndexForward: false,
      }),
    );
    const last = LastEvaluatedKey;
    return {
      rows: holdsRows ? (Items ?? []) : await stillAt(get, Items ?? [], [partition, sort]),
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
export const awsTable = (connections?: number): Table => dynamoTable(dynamoClient(connections), variable('TABLE_NAME'));
