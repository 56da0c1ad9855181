import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { keys, mail, queues, TableName, table } from './clients.ts';

const logger = new Logger();
const metrics = new Metrics();
const processor = new BatchProcessor(EventType.SQS);
const config = new IdempotencyConfig({ eventKeyJmesPath: 'messageId' });

const work = makeIdempotent(
  async (record: SQSRecord) => {
    const { Item } = await table.get({ TableName, Key: { pk: record.body, sk: 'PO' } });
    logger.info('read', { found: Item !== undefined, clients: [keys, mail, queues].length });
    metrics.publishStoredMetrics();
  },
  { config, persistenceStore: new DynamoDBPersistenceLayer({ tableName: TableName }) },
);

/** A function behind a queue as commonly written: each message once, by the row that it names. */
export const handler = (event: SQSEvent) => processPartialResponse(event, work, processor);
