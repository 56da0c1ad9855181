import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { variable } from '../../../../shared/aws/environment.ts';

const client = new DynamoDBClient({ maxAttempts: 1 });

/** What the SDK alone takes: one client and one read, bundled as our functions are. */
export const handler = () =>
  client.send(
    new GetItemCommand({ TableName: variable('TABLE_NAME'), Key: { pk: { S: 'bench' }, sk: { S: 'bench' } } }),
  );
