import { IdempotencyConfig } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { makeHandlerIdempotent } from '@aws-lambda-powertools/idempotency/middleware';
import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import * as v from 'valibot';
import { keys, mail, queues, TableName, table } from './clients.ts';

const logger = new Logger();
const metrics = new Metrics();
const config = new IdempotencyConfig({ eventKeyJmesPath: 'requestContext.requestId' });
const Event = v.object({ pathParameters: v.optional(v.record(v.string(), v.string()), {}) });

/** How many rows it reads: one, or as many as the function beside it. */
const reads = Number(process.env.READS ?? 1);

/** A function behind an HTTP API as commonly written: it reads a row and answers, logs it and counts it. */
export const handler = middy(async (event: unknown) => {
  const { pathParameters } = v.parse(Event, event);
  const Key = { pk: pathParameters.storeId ?? '', sk: pathParameters.orderId ?? '' };
  const found = await Promise.all(Array.from({ length: reads }, () => table.get({ TableName, Key })));
  const [row] = found.flatMap(({ Item }) => Item ?? []);
  logger.info('read', { clients: [keys, mail, queues].length });
  metrics.addMetric('RowsRead', MetricUnit.Count, reads);
  return { statusCode: row === undefined ? 404 : 200, body: JSON.stringify(row ?? {}) };
})
  .use(injectLambdaContext(logger))
  .use(logMetrics(metrics))
  .use(makeHandlerIdempotent({ config, persistenceStore: new DynamoDBPersistenceLayer({ tableName: TableName }) }));
