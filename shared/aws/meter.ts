import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { type Meter, metrics, metricsNamespace } from '../domain/ports/metrics.ts';

/**
 * Counts as CloudWatch embedded metrics: a line of the log each, so that nothing is lost when a function is killed. What writes them is
 * made at the first count.
 */
export const embeddedMeter = (): Meter => {
  let emitter: Metrics | undefined;
  return (name, value, by = {}) => {
    emitter ??= new Metrics({ namespace: metricsNamespace });
    const single = emitter.singleMetric();
    for (const [dimension, of] of dimensionsOf(name, by)) single.addDimension(dimension, of);
    single.addMetric(name, MetricUnit[metrics[name].unit], value);
  };
};

/**
 * The same, but latencies, of which there are a million a day, are gathered: a line of the log for each kind of account, when
 * `publish` is called (or a hundred have come together). What a killed function has gathered is lost.
 */
export const gatheringMeter = (): { readonly meter: Meter; readonly publish: () => void } => {
  const atOnce = embeddedMeter();
  const gathered = new Map<string, Metrics>();
  return {
    meter: (name, value, by = {}) => {
      if (name !== 'DistributorLatency') return atOnce(name, value, by);
      const dimensions = dimensionsOf(name, by);
      const kind = JSON.stringify(dimensions);
      const emitter =
        gathered.get(kind) ??
        new Metrics({ namespace: metricsNamespace, defaultDimensions: Object.fromEntries(dimensions) });
      gathered.set(kind, emitter);
      emitter.addMetric(name, MetricUnit[metrics[name].unit], value);
    },
    publish: () => {
      for (const emitter of gathered.values()) if (emitter.hasStoredMetrics()) emitter.publishStoredMetrics();
      gathered.clear();
    },
  };
};

const dimensionsOf = (name: Parameters<Meter>[0], by: NonNullable<Parameters<Meter>[2]>): readonly [string, string][] =>
  metrics[name].dimensions.map((dimension) => [dimension, by[dimension] ?? 'none']);
