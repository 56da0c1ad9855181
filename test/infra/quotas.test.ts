import * as v from 'valibot';
import { expect, it } from 'vitest';
import { dropShip, synthesize } from '../../infra/local/template/synth.ts';
import { routes } from '../../shared/contract/routes.ts';
import { resources as ofType, short } from './deployed.ts';

/** What AWS takes no more of, as the pages of its quotas say; CloudFormation finds out when it is half done. */
const most = {
  resources: 500,
  templateBytes: 1_000_000,
  outputs: 200,
  /** Names and values of a function's environment together. */
  environmentBytes: 4096,
  metricsOfAlarm: 10,
  metricsOfWidget: 500,
  metricsOfDashboard: 2500,
  /** Of all policies that stand in a role. */
  rolePolicyCharacters: 10_240,
  description: 1024,
} as const;
/** What an ARN, a URL or an id becomes that is known only when it is there. */
const known = 150;
const longestStage = 'a-stage-of-16-ch';

/** How long a value is when it is deployed. */
const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : known);

const Template = v.object({
  Resources: v.record(v.string(), v.unknown()),
  Outputs: v.optional(v.record(v.string(), v.unknown()), {}),
});

it('both stacks together have no more resources, bytes and outputs than one may have', async () => {
  const { template } = await synthesize(dropShip, () => undefined);
  const { Resources, Outputs } = v.parse(v.pipe(v.string(), v.parseJson(), Template), template);
  // In prod what places orders has versions and brakes beside.
  expect(Object.keys(Resources).length + 20).toBeLessThan(most.resources);
  expect(template.length).toBeLessThan(most.templateBytes);
  expect(Object.keys(Outputs).length).toBeLessThan(most.outputs);
});

const Lambda = v.object({ Environment: v.object({ Variables: v.record(v.string(), v.unknown()) }) });

it.each(ofType('AWS::Lambda::Function'))('%s: its environment has room', (_, { Properties }) => {
  const { Variables } = v.parse(Lambda, Properties).Environment;
  const bytes = Object.entries(Variables).reduce((sum, [name, value]) => sum + name.length + lengthOf(value), 0);
  expect(bytes).toBeLessThan(most.environmentBytes);
});

it('API Gateway waits for whatever it calls until it has answered: 30 seconds for a function, 10 for the authorizer', () => {
  const Timed = v.object({ FunctionName: v.string(), Timeout: v.number() });
  const seconds = new Map(
    ofType('AWS::Lambda::Function').map(([, { Properties }]) => {
      const { FunctionName, Timeout } = v.parse(Timed, Properties);
      return [short(FunctionName), Timeout];
    }),
  );
  expect(seconds.get('authorize-request')).toBeLessThanOrEqual(10);
  const called = [...new Set(Object.values(routes).map((route) => route.function))];
  expect(called.length).toBeGreaterThan(5);
  for (const name of called) expect([name, seconds.get(name) ?? 30]).toEqual([name, expect.toSatisfy((s) => s < 30)]);
});

const Alarm = v.object({
  AlarmDescription: v.string(),
  Metrics: v.optional(v.array(v.looseObject({ MetricStat: v.optional(v.unknown()) })), []),
});

it.each(ofType('AWS::CloudWatch::Alarm'))(
  '%s: reads ten metrics at the most, and says it in a thousand characters',
  (_, { Properties }) => {
    const { AlarmDescription, Metrics } = v.parse(Alarm, Properties);
    expect(Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length).toBeLessThanOrEqual(
      most.metricsOfAlarm,
    );
    expect(AlarmDescription.length).toBeLessThan(most.description);
  },
);

const Joined = v.object({ 'Fn::Join': v.tuple([v.string(), v.array(v.unknown())]) });
const Widget = v.looseObject({ properties: v.looseObject({ metrics: v.optional(v.array(v.unknown()), []) }) });
const Dashboard = v.pipe(v.string(), v.parseJson(), v.object({ widgets: v.array(Widget) }));

it('the dashboard: metrics of a widget, and of all', () => {
  const [body] = ofType('AWS::CloudWatch::Dashboard').map(([, { Properties }]) => Properties.DashboardBody);
  const [, parts] = v.parse(Joined, body)['Fn::Join'];
  const { widgets } = v.parse(Dashboard, parts.map((part) => (typeof part === 'string' ? part : 'known')).join(''));
  const counts = widgets.map(({ properties }) => properties.metrics.length);
  expect(counts.length).toBeGreaterThan(20);
  expect(Math.max(...counts)).toBeLessThan(most.metricsOfWidget);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(most.metricsOfDashboard);
});

const Policy = v.object({ PolicyDocument: v.unknown(), Roles: v.array(v.object({ Ref: v.string() })) });

it('the policies of a role', () => {
  const lengths = new Map<string, number>();
  for (const [, { Properties }] of ofType('AWS::IAM::Policy')) {
    const { PolicyDocument, Roles } = v.parse(Policy, Properties);
    for (const { Ref } of Roles) lengths.set(Ref, (lengths.get(Ref) ?? 0) + JSON.stringify(PolicyDocument).length);
  }
  expect(lengths.size).toBeGreaterThan(10);
  expect(Math.max(...lengths.values())).toBeLessThan(most.rolePolicyCharacters);
});

/** How long a name may be. */
const names: readonly (readonly [type: string, property: string, most: number])[] = [
  ['AWS::Lambda::Function', 'FunctionName', 64],
  ['AWS::SQS::Queue', 'QueueName', 80],
  ['AWS::Events::Rule', 'Name', 64],
  ['AWS::SES::ConfigurationSet', 'Name', 64],
  ['AWS::CloudWatch::Alarm', 'AlarmName', 255],
  ['AWS::SNS::Topic', 'TopicName', 256],
  ['AWS::ApiGatewayV2::Api', 'Name', 128],
];

it.each(names)('%s: %s fits, whatever the stage is called', (type, property, longest) => {
  const found = ofType(type).flatMap(([, { Properties }]) => v.parse(v.string(), Properties[property]));
  expect(found.length).toBeGreaterThan(0);
  const lengths = found.map((name) => name.replace('local', longestStage).length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(longest);
});

const Mapping = v.object({ BatchSize: v.number(), ScalingConfig: v.object({ MaximumConcurrency: v.number() }) });

it.each(ofType('AWS::Lambda::EventSourceMapping'))(
  '%s: takes as many messages at once as Lambda can',
  (_, { Properties }) => {
    const { BatchSize, ScalingConfig } = v.parse(Mapping, Properties);
    expect(BatchSize).toBeLessThanOrEqual(10);
    expect(ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
    expect(ScalingConfig.MaximumConcurrency).toBeLessThanOrEqual(1000);
  },
);
