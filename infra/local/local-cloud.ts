import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoTable } from '../../shared/aws/table.ts';
import type { Table } from '../../shared/domain/ports/table.ts';
import { type SourceMapping, startEventSource } from './functions/event-source.ts';
import { type OnLog, startInstance } from './functions/function-instance.ts';
import { type FunctionPool, functionPool } from './functions/function-pool.ts';
import { localFunctions } from './functions/local-functions.ts';
import { gateway } from './gateway/gateway.ts';
import { localAws } from './local-aws.ts';
import { type AwsFaults, awsFaults } from './process/aws-faults.ts';
import { startEmulators } from './process/emulators.ts';
import { startKms } from './process/kms.ts';
import { quiet, type Worked } from './process/quiet.ts';
import { createQueues, type LocalQueues, queueUrl } from './queues/local-queues.ts';
import { type DueWork, dueWork } from './table/due-work.ts';
import { createTable, type LocalTable } from './table/local-table.ts';
import { startDynamoDb } from './table/start-table.ts';
import { NotUnderstood } from './template/intrinsics.ts';
import type { Assembly } from './template/synth.ts';
import { nameInArn, readTemplate, type Template } from './template/template.ts';
import type { LocalClock } from './time/clock.ts';
import { keepTime, timetables } from './time/schedule.ts';

export type LocalCloudOptions = {
  readonly assembly: Assembly;
  readonly clock: LocalClock;
  readonly dataDir?: string | undefined;
  readonly onLog: OnLog;
  /** Environment variables that take the place of the template's. */
  readonly replace?: Readonly<Record<string, string>>;
  /** Environment variables that every function is told beside the template's. */
  readonly add?: Readonly<Record<string, string>>;
};

/** The synthesized template, running on this machine. */
export type LocalCloud = DueWork & {
  /** The HTTP API. */
  fetch(request: Request): Promise<Response>;
  /** Where SES answers; a browser sees the inbox there. */
  readonly mail: string;
  /** What the functions are told by AWS instead of what it would tell. */
  readonly faults: AwsFaults;
  /** What stands in for DynamoDB. */
  readonly engine: string;
  readonly endpoint: string;
  readonly table: LocalTable;
  /** The same table, as the functions see it. */
  readonly rows: Table;
  readonly queues: LocalQueues;
  readonly pool: FunctionPool;
  /** The full name of the template's queue whose name ends in this. */
  queueNamed(ending: string): string;
  stop(): Promise<void>;
};

/** Rows that have expired are deleted this long after one another, real time, */
const expireEvery = 5000;
/** and nobody notices: to look through a large table takes long, and so it rests for so many times as long as it works. */
const restingTimes = 20;

/** Starts the stand-ins for AWS's services, and between them everything that the template wires together. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  await using starting = new AsyncDisposableStack();
  const { clock, dataDir, assembly, onLog } = options;
  const dynamo = await startDynamoDb(dataDir);
  starting.defer(() => dynamo.stop());
  const emulators = await startEmulators(clock.offset, dataDir, assembly.compiled);
  starting.defer(() => emulators.stop());
  const kms = await startKms(dataDir);
  starting.defer(() => kms.stop());

  // Between the functions and what stands in for AWS, so that it can be told to go wrong.
  const faults = await awsFaults({
    dynamodb: dynamo.endpoint,
    sqs: emulators.queues,
    ses: emulators.mail,
    kms: kms.url,
  });
  starting.defer(() => faults.stop());
  const { endpoints } = faults;

  const template = readTemplate(assembly.template, (name) => queueUrl(endpoints.sqs, name));
  const [tableResource, ...others] = template.of('AWS::DynamoDB::Table');
  if (tableResource === undefined || others.length > 0) throw new NotUnderstood('Resources', 'not exactly one table');
  const table = await createTable(dynamo.endpoint, tableResource);
  starting.defer(() => table.close());
  const rowsClient = new DynamoDBClient({ ...localAws, endpoint: dynamo.endpoint });
  starting.defer(() => rowsClient.destroy());
  const queues = await createQueues(emulators.queues, template.of('AWS::SQS::Queue'), clock);
  starting.defer(() => queues.client.destroy());

  const functions = localFunctions(template, {
    assembly,
    endpoints,
    replace: options.replace ?? {},
    add: options.add ?? {},
  });
  const pool = functionPool(functions, (fn) => startInstance(fn, clock.offset, onLog));
  starting.defer(() => pool.stop());
  await pool.warm();

  const begin = async (mapping: SourceMapping): Promise<Worked> => {
    const { out } = await queues.inspect(mapping.queue);
    const source = startEventSource(mapping, { queues, invoke: pool.invoke, onLog, abandoned: out });
    starting.defer(() => source.stop());
    return { queue: mapping.queue, source };
  };
  const worked = await Promise.all(sourceMappings(template).map(begin));
  const schedules = timetables(template.of('AWS::Events::Rule'));
  const work = dueWork({ clock, pool, table, schedules, onLog, quiet: () => quiet(pool, queues, worked) });
  starting.use(background(schedules.map((each) => (signal) => keepTime(each, clock, work.tick, signal))));
  starting.use(background([(signal) => keepExpiring(table, clock, signal)]));

  const started = starting.move();
  return {
    ...work,
    table,
    rows: dynamoTable(rowsClient, table.name),
    queues,
    pool,
    fetch: gateway(template, pool.invoke, clock, faults.ofApi),
    mail: emulators.mail,
    faults,
    engine: dynamo.engine,
    endpoint: dynamo.endpoint,
    queueNamed: (ending) => nameEndingIn(template, ending),
    stop: () => started.disposeAsync(),
  };
}

function sourceMappings(template: Template): readonly SourceMapping[] {
  return template.of('AWS::Lambda::EventSourceMapping').map((mapping) => {
    if (!mapping.EventSourceArn.startsWith('arn:aws:sqs:')) {
      throw new NotUnderstood(mapping.id, `the EventSourceArn ${mapping.EventSourceArn}`);
    }
    return {
      queue: nameInArn(mapping.EventSourceArn),
      queueArn: mapping.EventSourceArn,
      functionName: nameInArn(mapping.FunctionName),
      batchSize: mapping.BatchSize,
      concurrency: Math.min(mapping.ScalingConfig?.MaximumConcurrency ?? 5, 10),
      reportsFailures: mapping.FunctionResponseTypes.length > 0,
    };
  });
}

function nameEndingIn(template: Template, ending: string): string {
  const names = template.of('AWS::SQS::Queue').map((queue) => queue.QueueName ?? queue.id);
  const found = names.find((name) => name === ending || name.endsWith(`-${ending}`));
  if (found === undefined) throw new Error(`The template has no queue "${ending}"`);
  return found;
}

async function keepExpiring(table: LocalTable, clock: LocalClock, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(expireEvery, undefined, { signal }).catch(() => undefined);
    const rest = (took: number) => wait(took * restingTimes, undefined, { signal });
    await table.expire(clock.now(), rest).catch(() => undefined);
  }
}

/** Things that go on until they are disposed of. */
function background(tasks: readonly ((signal: AbortSignal) => Promise<void>)[]): AsyncDisposable {
  const stopping = new AbortController();
  const running = tasks.map((task) => task(stopping.signal));
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
