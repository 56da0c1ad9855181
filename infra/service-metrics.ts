import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type MetricName, metrics, metricsNamespace } from '../shared/domain/ports/metrics.ts';
import { distributorSlugs } from '../shared/domain/vocabulary.ts';
import type { Config } from './config.ts';

const service = (config: Config): string => `drop-ship-${config.stage}`;

/** Every line of a metric, one for each value of its dimensions, whatever values turn up. For the dashboard: an alarm cannot search. */
export function searchMetric(config: Config, name: MetricName): IMetric {
  const { unit, dimensions } = metrics[name];
  const schema = [metricsNamespace, 'service', ...dimensions].join(',');
  const statistic = unit === 'Milliseconds' ? 'p90' : 'Sum';
  return new MathExpression({
    expression: `SEARCH('{${schema}} MetricName="${name}" service="${service(config)}"', '${statistic}', 300)`,
    label: '',
    usingMetrics: {},
    period: Duration.minutes(5),
  });
}

/** The sum over the distributors, of orders that are for real. */
export function sumOfLive(config: Config, name: 'OrdersNeedPerson', period: Duration): IMetric {
  const lines = distributorSlugs.map((distributor, place) => [
    `m${place}`,
    new Metric({
      namespace: metricsNamespace,
      metricName: name,
      dimensionsMap: { service: service(config), distributor, mode: 'live' },
      statistic: 'Sum',
      period,
    }),
  ]);
  return new MathExpression({
    expression: 'SUM(METRICS())',
    label: name,
    usingMetrics: Object.fromEntries(lines),
    period,
  });
}

/** A metric that has no dimension but the service. */
export function wholeService(config: Config, name: 'OverdueWork', period: Duration): IMetric {
  const dimensionsMap = { service: service(config) };
  return new Metric({ namespace: metricsNamespace, metricName: name, dimensionsMap, statistic: 'Maximum', period });
}
