import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { QueueName } from '../shared/domain/ports/queues.ts';
import type { Config } from './config.ts';
import type { ServiceFunction } from './service-function.ts';
import type { FunctionName } from './service-functions.ts';
import type { ServiceTable } from './service-table.ts';
import type { WorkQueue } from './work-queue.ts';

/** What is watched. */
export type Operated = {
  readonly config: Config;
  readonly table: ServiceTable;
  readonly functions: Readonly<Record<FunctionName, ServiceFunction>>;
  readonly queues: Readonly<Record<QueueName | 'bounce', WorkQueue>>;
  readonly api: HttpApi;
  readonly accessLog: LogGroup;
};
