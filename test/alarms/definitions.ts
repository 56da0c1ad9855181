import * as v from 'valibot';
import { all, resources, short } from '../infra/deployed.ts';
import { type Expression, type Point, parseExpression } from './expression.ts';
import type { MetricId, MetricStore } from './metric-store.ts';

const Statistics = v.picklist(['Sum', 'Maximum', 'Minimum', 'Average', 'SampleCount']);
const Dimensions = v.optional(v.array(v.object({ Name: v.string(), Value: v.unknown() })), []);
const Identity = { Namespace: v.string(), MetricName: v.string(), Dimensions };
const Stat = v.strictObject({
  Metric: v.strictObject(Identity),
  Period: v.number(),
  Stat: Statistics,
});
const Query = v.strictObject({
  Id: v.string(),
  Label: v.optional(v.string()),
  Expression: v.optional(v.string()),
  MetricStat: v.optional(Stat),
  Period: v.optional(v.number()),
  ReturnData: v.optional(v.boolean(), true),
});

const comparisons = {
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
};

const Alarm = v.strictObject({
  AlarmName: v.string(),
  AlarmDescription: v.string(),
  AlarmActions: v.unknown(),
  OKActions: v.unknown(),
  Tags: v.optional(v.unknown()),
  ComparisonOperator: v.picklist([
    'GreaterThanOrEqualToThreshold',
    'GreaterThanThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  Threshold: v.number(),
  EvaluationPeriods: v.number(),
  DatapointsToAlarm: v.optional(v.number()),
  TreatMissingData: v.picklist(['breaching', 'notBreaching', 'ignore', 'missing']),
  Namespace: v.optional(v.string()),
  MetricName: v.optional(v.string()),
  Dimensions,
  Period: v.optional(v.number()),
  Statistic: v.optional(Statistics),
  Metrics: v.optional(v.array(Query)),
});
type Alarm = v.InferOutput<typeof Alarm>;

/** An alarm of the template, ready to be evaluated. */
export type AlarmDefinition = {
  /** Without the stage's prefix. */
  readonly name: string;
  /** In seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly missing: Alarm['TreatMissingData'];
  readonly breaches: (value: number) => boolean;
  /** What it watches. */
  readonly metrics: readonly MetricId[];
  /** One data point: the period that begins at `from`. */
  readonly valueAt: (store: MetricStore, from: number) => Point;
};

const physical = new Map(
  ['AWS::Lambda::Function', 'AWS::SQS::Queue', 'AWS::DynamoDB::Table', 'AWS::ApiGatewayV2::Api'].flatMap((type) =>
    resources(type).map(([id, { Properties }]): [string, string] => [
      id,
      short(String(Properties.FunctionName ?? Properties.QueueName ?? Properties.TableName ?? id)),
    ]),
  ),
);

const Pointer = v.union([v.object({ Ref: v.string() }), v.object({ 'Fn::GetAtt': v.tuple([v.string(), v.string()]) })]);

/** A dimension's value as a test says it: a function and a queue by their short names, others by their logical ids. */
const dimensionOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const pointer = v.parse(Pointer, value);
  const id = 'Ref' in pointer ? pointer.Ref : pointer['Fn::GetAtt'][0];
  return physical.get(id) ?? id;
};

const identityOf = ({
  Namespace,
  MetricName,
  Dimensions,
}: v.InferOutput<v.ObjectSchema<typeof Identity, undefined>>): MetricId => ({
  namespace: Namespace,
  name: MetricName,
  dimensions: Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, dimensionOf(Value)])),
});

type Watched = Pick<AlarmDefinition, 'period' | 'metrics' | 'valueAt'>;

const ofOne = (alarm: Alarm): Watched => {
  const { Namespace, MetricName, Period, Statistic } = v.parse(
    v.object({ Namespace: v.string(), MetricName: v.string(), Period: v.number(), Statistic: Statistics }),
    alarm,
  );
  const id = identityOf({ Namespace, MetricName, Dimensions: alarm.Dimensions });
  return { period: Period, metrics: [id], valueAt: (store, from) => store.read(id, Statistic, from, Period) };
};

const ofMany = (queries: readonly v.InferOutput<typeof Query>[]): Watched => {
  const series = queries.flatMap(({ Id, MetricStat }) =>
    MetricStat === undefined
      ? []
      : [{ id: Id, metric: identityOf(MetricStat.Metric), period: MetricStat.Period, stat: MetricStat.Stat }],
  );
  const [result, ...others] = queries.filter(({ ReturnData }) => ReturnData);
  const expression: Expression = parseExpression(v.parse(v.string(), result?.Expression));
  const periods = new Set(series.map(({ period }) => period));
  const [period] = periods;
  if (others.length > 0 || period === undefined || periods.size > 1) throw new Error('An alarm is not understood');
  return {
    period,
    metrics: series.map(({ metric }) => metric),
    valueAt: (store, from) =>
      expression(new Map(series.map(({ id, metric, stat }) => [id, store.read(metric, stat, from, period)]))),
  };
};

/** Whatever an alarm on DynamoDB's metrics says of missing points: CloudWatch ignores them. */
const ignoresMissing = ({ metrics }: Watched): boolean => metrics.some(({ namespace }) => namespace === 'AWS/DynamoDB');

const definitionOf = (alarm: Alarm): AlarmDefinition => {
  const watched = alarm.Metrics === undefined ? ofOne(alarm) : ofMany(alarm.Metrics);
  return {
    ...watched,
    name: short(alarm.AlarmName),
    evaluationPeriods: alarm.EvaluationPeriods,
    datapointsToAlarm: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods,
    missing: ignoresMissing(watched) ? 'ignore' : alarm.TreatMissingData,
    breaches: (value) => comparisons[alarm.ComparisonOperator](value, alarm.Threshold),
  };
};

/** Every alarm of the synthesized template. */
export const deployedAlarms = (): readonly AlarmDefinition[] =>
  [...all('AWS::CloudWatch::Alarm', Alarm).values()].map(definitionOf);
