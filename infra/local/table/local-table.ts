import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as v from 'valibot';
import { Instant } from '../../../shared/domain/vocabulary.ts';
import { localAws } from '../local-aws.ts';
import type { Resource } from '../template/resource-schemas.ts';

const Keys = v.object({ pk: v.string(), sk: v.string() });
const DueKeys = v.object({ ...Keys.entries, due: v.string(), dueAt: Instant });
export type DueKeys = v.InferOutput<typeof DueKeys>;

/** The table, as the local run itself looks at it: beside the service, never instead of it. */
export type LocalTable = {
  readonly name: string;
  /** Deletes what has expired. DynamoDB does it some time; the local run at once, or with a rest after each part, which is told how long (ms) that took. */
  expire(now: number, rest?: (took: number) => Promise<unknown>): Promise<void>;
  /** All that is due, now or later, in all partitions of the index: one request, where the poller makes one for each. */
  due(): Promise<readonly DueKeys[]>;
  /** Every row, unparsed. */
  rows(): AsyncGenerator<unknown>;
  close(): void;
};

/** Creates the table of the template where it is not there yet. */
export async function createTable(endpoint: string, table: Resource<'AWS::DynamoDB::Table'>): Promise<LocalTable> {
  const plain = new DynamoDBClient({ ...localAws, endpoint });
  const name = table.TableName ?? table.id;
  await createOnce(plain, name, table);
  const client = DynamoDBDocumentClient.from(plain);
  const rows = scan(client, name);
  return {
    name,
    rows,
    async expire(now, rest) {
      const attribute = table.TimeToLiveSpecification?.AttributeName;
      if (attribute === undefined) return;
      let begun = performance.now();
      for await (const _ of expiring(client, name, attribute, Math.floor(now / 1000))) {
        await rest?.(performance.now() - begun);
        begun = performance.now();
      }
    },
    async due() {
      const found: DueKeys[] = [];
      for await (const { Items } of paginateScan({ client }, { TableName: name, IndexName: 'byDue' }))
        found.push(...v.parse(v.array(DueKeys), Items ?? []));
      return found;
    },
    close: () => client.destroy(),
  };
}

async function createOnce(client: DynamoDBClient, name: string, table: Resource<'AWS::DynamoDB::Table'>) {
  try {
    await client.send(new DescribeTableCommand({ TableName: name }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    const { AttributeDefinitions, KeySchema, BillingMode, GlobalSecondaryIndexes } = table;
    const indexes = GlobalSecondaryIndexes.length === 0 ? {} : { GlobalSecondaryIndexes };
    await client.send(
      new CreateTableCommand({ TableName: name, AttributeDefinitions, KeySchema, BillingMode, ...indexes }),
    );
  }
}

function scan(client: DynamoDBDocumentClient, name: string) {
  return async function* (): AsyncGenerator<unknown> {
    for await (const page of paginateScan({ client }, { TableName: name, ConsistentRead: true }))
      yield* page.Items ?? [];
  };
}

/** Whoever else asks the table waits for a page: there are hundreds of rows in one, and not the thousands that it could hold. */
const pageSize = 200;

/** Goes through the whole table, as there is no index of it; a part at a time. */
async function* expiring(client: DynamoDBDocumentClient, name: string, attribute: string, now: number) {
  const expired = {
    ExpressionAttributeNames: { '#ttl': attribute },
    ExpressionAttributeValues: { ':now': now },
  };
  const pages = paginateScan({ client, pageSize }, { TableName: name, FilterExpression: '#ttl <= :now', ...expired });
  for await (const page of pages) {
    for (const Key of v.parse(v.array(Keys), page.Items ?? [])) {
      // Somebody may have prolonged it since the scan: then it stays.
      const remove = new DeleteCommand({ TableName: name, Key, ConditionExpression: '#ttl <= :now', ...expired });
      await client.send(remove).catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
      });
    }
    yield;
  }
}
