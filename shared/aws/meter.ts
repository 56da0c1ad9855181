import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { type Meter, metrics, metricsNamespace } from '../domain/metrics.ts';

/** Counts as CloudWatch embedded metrics: a line of the log each, so that nothing is lost when a function is killed. */
export const embeddedMeter = (): Meter => {
  const emitter = new Metrics({ namespace: metricsNamespace });
  return (name, value, by = {}) => {
    const { unit, dimensions } = metrics[name];
    const single = emitter.singleMetric();
    for (const dimension of dimensions) single.addDimension(dimension, by[dimension] ?? 'none');
    single.addMetric(name, MetricUnit[unit], value);
  };
};
