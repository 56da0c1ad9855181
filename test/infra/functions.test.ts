import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { queueNames, queueVariable } from '../../shared/domain/ports/queues.ts';
import { mayDo } from '../rights.ts';
import { all, pointsAt, short } from './deployed.ts';

const Fn = v.object({
  FunctionName: v.string(),
  Architectures: v.array(v.string()),
  Runtime: v.string(),
  Timeout: v.number(),
  MemorySize: v.number(),
  RecursiveLoop: v.optional(v.string()),
  ReservedConcurrentExecutions: v.optional(v.number()),
  Role: v.unknown(),
  LoggingConfig: v.looseObject({ LogGroup: v.unknown() }),
  Environment: v.object({ Variables: v.record(v.string(), v.unknown()) }),
});
const functions = new Map([...all('AWS::Lambda::Function', Fn).values()].map((fn) => [short(fn.FunctionName), fn]));
const logs = all('AWS::Logs::LogGroup', v.object({ RetentionInDays: v.number() }));

const Policy = v.object({
  Roles: v.array(v.unknown()),
  PolicyDocument: v.object({
    Statement: v.array(
      v.object({
        Effect: v.literal('Allow'),
        Action: v.pipe(
          v.union([v.string(), v.array(v.string())]),
          v.transform((action) => [action].flat()),
        ),
        Resource: v.unknown(),
        Condition: v.optional(v.unknown()),
      }),
    ),
  }),
});
const policies = [...all('AWS::IAM::Policy', Policy).values()];

/** What a function's statements allow, each with what it is allowed for. */
const statementsOf = (name: string) => {
  const role = pointsAt(functions.get(name)?.Role);
  return policies
    .filter(({ Roles }) => Roles.some((each) => pointsAt(each) === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
};

const queueNameOf = new Map(
  [...all('AWS::SQS::Queue', v.object({ QueueName: v.string() }))].map(([id, { QueueName }]) => [id, short(QueueName)]),
);

/** What a resource is called in the words of `rights.ts`: an index or a queue by its name, the table and the key not at all. */
const placeOf = (resource: unknown): string => {
  const index = /\/index\/(\w+)/.exec(JSON.stringify(resource))?.[1];
  if (index !== undefined) return ` ${index}`;
  const queue = v.is(v.object({ 'Fn::GetAtt': v.any() }), resource) ? queueNameOf.get(pointsAt(resource)) : undefined;
  return queue === undefined ? '' : ` ${queue}`;
};

/** What the queue's own reader needs, what the CDK asks for beside a queue of failed runs, and the log. */
const ofItsPlace =
  /^(logs:(CreateLogStream|PutLogEvents)|sqs:(ChangeMessageVisibility|DeleteMessage|GetQueueAttributes|GetQueueUrl|ReceiveMessage)|sqs:SendMessage every-minute-dead)/;

/** What a function may do beside that: the action, and for an index or a queue its name. */
const rights = (name: string): readonly string[] => {
  const calls = statementsOf(name).flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => [Resource].flat().map((resource) => `${action}${placeOf(resource)}`)),
  );
  return [...new Set(calls)].filter((call) => !ofItsPlace.test(call)).toSorted();
};

describe('a function may do what it is seen to do in the tests, and nothing else', () => {
  it.each(Object.entries(mayDo))('%s', (name, calls) => {
    expect(rights(name)).toEqual([...calls].toSorted());
  });
  it.each([...functions])('%s writes its own log, and no other', (name, { LoggingConfig }) => {
    const writes = statementsOf(name).filter(({ Action }) => Action.some((action) => action.startsWith('logs:')));
    expect(writes.map(({ Action }) => Action)).toEqual([['logs:CreateLogStream', 'logs:PutLogEvents']]);
    expect(writes.map(({ Resource }) => pointsAt(Resource))).toEqual([pointsAt(LoggingConfig.LogGroup)]);
  });
  it('takes messages from its own queues only', () => {
    const takers = [...functions.keys()].filter((name) =>
      statementsOf(name).some(({ Action }) => Action.includes('sqs:ReceiveMessage')),
    );
    expect(takers).toEqual(['submit-order', 'sweep-tracking', 'send-notice', 'record-bounce']);
  });
  it('nobody may do anything to everything', () => {
    const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    expect(JSON.stringify(statements)).not.toContain('"*"');
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });
  it('mail leaves only from the one address', () => {
    const mail = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Action }) => Action.includes('ses:SendEmail'));
    expect(mail.map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { 'ses:FromAddress': 'tracking@drop-ship.example' } },
    ]);
  });
  it('only the poller reads byDue, only lists read the lists', () => {
    const readers = (index: string) =>
      [...functions.keys()].filter((name) => {
        const role = pointsAt(functions.get(name)?.Role);
        return policies.some(
          ({ Roles, PolicyDocument }) =>
            Roles.some((each) => pointsAt(each) === role) && JSON.stringify(PolicyDocument).includes(`/index/${index}`),
        );
      });
    expect(readers('byDue')).toEqual(['poll-due']);
    expect(readers('byStatus')).toEqual(['manage-orders', 'manage-purchase-orders']);
    expect(readers('byAttention')).toEqual(['manage-purchase-orders', 'poll-due']);
  });
});

const base = ['POWERTOOLS_METRICS_NAMESPACE', 'POWERTOOLS_SERVICE_NAME'];
const keyLimit = ['REQUESTS_PER_SECOND', 'REQUEST_BURST'];
describe('a function is told what it must know and nothing else', () => {
  it.each([
    ['serve-contract', []],
    ['authorize-request', ['TABLE_NAME']],
    ['manage-settings', ['TABLE_NAME', 'KMS_KEY_ID', 'DISTRIBUTOR_HOSTS', ...keyLimit]],
    ['manage-orders', ['TABLE_NAME', 'RETENTION_DAYS', ...keyLimit]],
    ['drop-ship-items', ['TABLE_NAME', 'DISTRIBUTOR_HOSTS', ...keyLimit]],
    ['fetch-offer', ['TABLE_NAME', 'KMS_KEY_ID', 'DISTRIBUTOR_HOSTS', ...keyLimit]],
    ['manage-purchase-orders', ['TABLE_NAME', ...keyLimit]],
    ['submit-order', ['TABLE_NAME', 'KMS_KEY_ID', 'DISTRIBUTOR_HOSTS']],
    ['sweep-tracking', ['TABLE_NAME', 'KMS_KEY_ID', 'DISTRIBUTOR_HOSTS']],
    ['send-notice', ['TABLE_NAME', 'KMS_KEY_ID', 'MAIL_FROM', 'MAIL_CONFIGURATION_SET', 'RETENTION_DAYS']],
    ['record-bounce', ['TABLE_NAME']],
    ['poll-due', ['TABLE_NAME']],
  ])('%s', (name, expected) => {
    const variables = functions.get(name)?.Environment.Variables ?? {};
    const queues = queueNames.filter((queue) => rights(name).includes(`sqs:SendMessage ${queue}`)).map(queueVariable);
    expect(Object.keys(variables).toSorted()).toEqual([...base, ...queues, ...expected].toSorted());
  });
  it('nothing of it is a secret', () => {
    const names = [...functions.values()].flatMap(({ Environment }) => Object.keys(Environment.Variables));
    expect(names.filter((name) => /SECRET|TOKEN|PASSWORD|CREDENTIAL|API_KEY/.test(name))).toEqual([]);
  });
});

describe('what runs at once', () => {
  const reserved = (name: string) => functions.get(name)?.ReservedConcurrentExecutions;
  it('a function that works off queues has room for all that they hand it at once', () => {
    expect([reserved('submit-order'), reserved('sweep-tracking'), reserved('send-notice')]).toEqual([80, 40, 30]);
  });
  it('submits that wait cannot use up what the authorizer needs; there is one poller', () => {
    expect([reserved('drop-ship-items'), reserved('authorize-request'), reserved('poll-due')]).toEqual([200, 150, 1]);
  });
  it('leaves the rest of the account more than the hundred that Lambda keeps for it', () => {
    const all = [...functions.keys()].map((name) => reserved(name) ?? 0);
    expect(1000 - all.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(400);
  });
});

it('a function that nudges the queue it works off is not stopped at the 16th message of a chain', () => {
  const allowed = [...functions].filter(([, { RecursiveLoop }]) => RecursiveLoop === 'Allow').map(([name]) => name);
  expect(allowed).toEqual(['submit-order', 'sweep-tracking', 'send-notice']);
});

describe('the schedule', () => {
  const Once = { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 };
  const [missed] = [...queueNameOf].find(([, name]) => name === 'every-minute-dead') ?? [];
  const toMissed = { 'Fn::GetAtt': [missed, 'Arn'] };

  it('runs the poller every minute; one that does not reach it is kept, and not repeated for a day', () => {
    const Rule = v.looseObject({ Targets: v.tuple([v.looseObject({})]) });
    const [[, rule] = [], ...others] = all('AWS::Events::Rule', Rule);
    expect(others).toEqual([]);
    expect(rule).toMatchObject({ ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' });
    expect(rule?.Targets[0]).toMatchObject({ RetryPolicy: Once, DeadLetterConfig: { Arn: toMissed } });
  });
  it('a minute that failed is kept, and not repeated for hours', () => {
    const Config = v.looseObject({ MaximumRetryAttempts: v.number(), MaximumEventAgeInSeconds: v.number() });
    expect([...all('AWS::Lambda::EventInvokeConfig', Config).values()]).toMatchObject([
      { ...Once, DestinationConfig: { OnFailure: { Destination: toMissed } } },
    ]);
  });
});

it('sweeps have the memory with which the benchmark of the tracking keeps to its dollars', () => {
  expect(functions.get('sweep-tracking')?.MemorySize).toBe(512);
});

describe.each([...functions])('%s', (_, fn) => {
  it('logs as JSON, of the platform only warnings, and never above the level that metrics count as', () => {
    expect(fn.LoggingConfig).toMatchObject({
      LogFormat: 'JSON',
      SystemLogLevel: 'WARN',
      ApplicationLogLevel: 'INFO',
    });
  });

  it('runs on arm64 and Node 24, without Node reading source maps at each start, and its logs are kept a month', () => {
    expect([fn.Architectures, fn.Runtime]).toEqual([['arm64'], 'nodejs24.x']);
    expect(fn.Environment.Variables).not.toHaveProperty('NODE_OPTIONS');
    expect(logs.get(pointsAt(fn.LoggingConfig.LogGroup))?.RetentionInDays).toBe(30);
  });

  it('has its credentials in the environment, the only place where the bundles look', () => {
    for (const elsewhere of ['SnapStart', 'CapacityProviderConfig']) expect(fn).not.toHaveProperty(elsewhere);
  });
});
