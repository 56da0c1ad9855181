import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import ky from 'ky';
import { dynamoClient } from '../../shared/aws/row-reader.ts';
import { dynamoTable } from '../../shared/aws/table.ts';
import { mustReachAws } from '../command/aws.ts';
import { namedOf } from '../command/options.ts';
import { command, portOf, Sentence } from '../command/sentence.ts';
import { demoStoreId } from './demo/demo-store.ts';
import { localAws } from './local-aws.ts';
import { claimDataDir } from './process/data-dir.ts';
import { startDynamoDb } from './table/start-table.ts';
import { storyOf } from './why/story.ts';

/**
 * `npm run why -- PO [--store ID]`: everything that happened to a purchase order. Asks the local service that runs at PORT; with
 * `DATA_DIR` and no service there, the folder; with `--table NAME` and AWS credentials, the table of a deployed stage.
 */
const {
  names: [poNumber],
  store = demoStoreId,
  table,
} = namedOf({ store: { type: 'string' }, table: { type: 'string' } });
const dataDir = process.env.DATA_DIR || undefined;
const port = portOf(process.env.PORT, 3000);

await command(async () => {
  if (poNumber === undefined) throw new Sentence('Say which purchase order: npm run why -- 5001-1 [--store demo]');
  const told = await tell(poNumber);
  if (told === null) throw new Sentence(`The store "${store}" has no purchase order ${poNumber}.`);
  console.log(told);
});

async function tell(number: string): Promise<string | null> {
  const named = { storeId: store, poNumber: number };
  if (table !== undefined) {
    const client = dynamoClient();
    await mustReachAws(client);
    return storyOf(dynamoTable(client, table), named);
  }
  const answer = await askService(number);
  if (answer !== undefined) return answer;
  if (dataDir === undefined) {
    throw new Sentence(`No service answers on port ${port}: start one, or say DATA_DIR=… or --table NAME.`);
  }
  return readFolder(dataDir, named);
}

/** What the running service tells; null = it does not know that purchase order, undefined = there is no service. */
async function askService(number: string): Promise<string | null | undefined> {
  const url = `http://127.0.0.1:${port}/_local/why/${encodeURIComponent(number)}`;
  const answer = await ky(url, { searchParams: { store }, throwHttpErrors: false, retry: 0 }).catch(() => undefined);
  if (answer === undefined) return undefined;
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Sentence(`Port ${port} answers, but it is no local service: ${answer.status}.`);
  return answer.text();
}

/** The rows that a stopped service has left. */
async function readFolder(folder: string, named: { storeId: string; poNumber: string }): Promise<string | null> {
  if (!existsSync(join(folder, 'table.sqlite'))) throw new Sentence(`DATA_DIR=${folder} holds no table.`);
  await using reading = new AsyncDisposableStack();
  reading.use(claimDataDir(folder));
  const dynamo = await startDynamoDb(folder);
  reading.defer(() => dynamo.stop());
  const client = new DynamoDBClient({ ...localAws, endpoint: dynamo.endpoint });
  reading.defer(() => client.destroy());
  return await storyOf(dynamoTable(client, 'Table'), named);
}
