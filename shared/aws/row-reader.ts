import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, RowReader } from '../domain/ports/table.ts';
import { variable } from './environment.ts';
import { quickRequests } from './request-limits.ts';

/** As many connections as the SDK opens by itself. */
const usualConnections = 50;

/**
 * No attempt waits for longer than 2 s and there are three: the caller's own time limit is never eaten up by the table. `connections` = how
 * many are opened at most: each costs a TLS handshake.
 */
export const dynamoClient = (connections = usualConnections): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: 3,
      requestHandler: { ...quickRequests, httpsAgent: { maxSockets: connections } },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );

export const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

export const rowReader = (client: DynamoDBDocumentClient, TableName: string): RowReader => ({
  async get(key) {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
    return Item;
  },
});

/** The rows of this stage's table for a function that only reads them one by one: the rest of the table is not loaded. */
export const awsRowReader = (): RowReader => rowReader(dynamoClient(), variable('TABLE_NAME'));
