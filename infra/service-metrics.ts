import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type MetricName, metrics, metricsNamespace } from '../shared/domain/ports/metrics.ts';
import { type DistributorSlug, distributorSlugs } from '../shared/domain/vocabulary.ts';
import { type Config, serviceName } from './config.ts';

/** Every line of a metric, one for each value of its dimensions, whatever values turn up. For the dashboard: an alarm cannot search. */
export function searchMetric(config: Config, name: MetricName, distributor?: DistributorSlug, label = ''): IMetric {
  const schema = [metricsNamespace, 'service', ...metrics[name].dimensions].join(',');
  const of = distributor === undefined ? '' : ` distributor="${distributor}"`;
  return new MathExpression({
    expression: `SEARCH('{${schema}} MetricName="${name}" service="${serviceName(config)}"${of}', '${metrics[name].statistic}', 300)`,
    label,
    usingMetrics: {},
    period: Duration.minutes(5),
  });
}

/** The sum of metrics: an alarm's expression may have ten of them. */
export function sumOf(
  label: string,
  parts: readonly IMetric[],
  period: Duration,
  expression = 'SUM(METRICS())',
): IMetric {
  return new MathExpression({
    expression,
    label,
    usingMetrics: Object.fromEntries(parts.map((part, index) => [`m${index}`, part])),
    period,
  });
}

type ByAccount = {
  [name in MetricName]: (typeof metrics)[name]['dimensions'] extends readonly ['distributor', 'mode'] ? name : never;
}[MetricName];

/** One line of a metric: of the accounts with this distributor in this mode. */
export function ofAccount(
  config: Config,
  name: ByAccount,
  account: { readonly distributor: string; readonly mode: string },
  period: Duration,
): IMetric {
  const dimensionsMap = { service: serviceName(config), ...account };
  return new Metric({
    namespace: metricsNamespace,
    metricName: name,
    dimensionsMap,
    statistic: metrics[name].statistic,
    period,
  });
}

/** The sum over the distributors, of what is for real. */
export function sumOfLive(config: Config, name: ByAccount, period: Duration): IMetric {
  const lines = distributorSlugs.map((distributor) => ofAccount(config, name, { distributor, mode: 'live' }, period));
  return sumOf(name, lines, period);
}

type WithoutDimensions = {
  [name in MetricName]: (typeof metrics)[name]['dimensions'] extends readonly [] ? name : never;
}[MetricName];

/** A metric that has no dimension but the service. */
export function wholeService(
  config: Config,
  name: WithoutDimensions,
  period: Duration,
  statistic: string = metrics[name].statistic,
): IMetric {
  const dimensionsMap = { service: serviceName(config) };
  return new Metric({ namespace: metricsNamespace, metricName: name, dimensionsMap, statistic, period });
}
