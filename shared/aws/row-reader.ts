import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { RowReader } from '../domain/ports/table.ts';
import { variable } from './environment.ts';
import { quickRequests } from './request-limits.ts';

/** As many connections as the SDK opens by itself. */
const usualConnections = 50;

/**
 * No attempt waits for longer than 2 s and there are three: a read or a write takes 6 s at the worst, rows that are read together and left
 * over by DynamoDB as much again. `connections` = how many are opened at most: each costs a TLS handshake.
 */
export const dynamoClient = (connections = usualConnections): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { ...quickRequests, httpsAgent: { maxSockets: connections } },
  });

/** Without the SDK's document client: for one kind of request it would only be more to load. */
export const rowReader = (client: DynamoDBClient, TableName: string): RowReader => ({
  async get(key) {
    const Key = { pk: { S: key.pk }, sk: { S: key.sk } };
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item && unmarshall(Item);
  },
});

/** The rows of this stage's table for a function that only reads them one by one: the rest of the table is not loaded. */
export const awsRowReader = (): RowReader => rowReader(dynamoClient(), variable('TABLE_NAME'));
