import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';

export const handler = () => new DynamoDBClient({}).send(new ListTablesCommand({}));
