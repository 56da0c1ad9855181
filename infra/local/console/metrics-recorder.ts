import * as v from 'valibot';
import { countedLines, type MetricName, metrics, metricsNamespace } from '../../../shared/domain/ports/metrics.ts';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import { minute } from '../../../shared/domain/time.ts';

/** One line of CloudWatch's embedded metric format, as far as it is read here. */
const Emitted = v.looseObject({
  _aws: v.object({
    Timestamp: v.number(),
    CloudWatchMetrics: v.array(
      v.object({ Namespace: v.string(), Metrics: v.array(v.object({ Name: v.string(), Unit: v.string() })) }),
    ),
  }),
});
const Values = v.union([
  v.array(v.number()),
  v.pipe(
    v.number(),
    v.transform((one) => [one]),
  ),
]);

/** As the dashboard draws: what came in five minutes is one point. */
const period = 5 * minute;
/** A day of points; older ones are forgotten. */
const mostPoints = 288;
/** Of one period this many values are enough for a percentile. */
const mostValues = 200;

type Point = { readonly at: number; readonly values: number[]; sum: number; min: number; max: number };

type MetricSeries = {
  readonly name: MetricName;
  /** What is drawn, as the dashboard draws it: one number for five minutes. */
  readonly points: readonly { readonly at: string; readonly value: number }[];
  /** The whole since the start: a sum of counts; of all others the latest. */
  readonly total: number | null;
};

export type MetricsRecorder = {
  /** Takes in whatever line a function wrote. */
  read(line: string): void;
  /** Every metric of the service, also those that nothing was told of. */
  series(): readonly MetricSeries[];
};

const names = Object.keys(metrics).flatMap((key) => (isName(key) ? [key] : []));
function isName(key: string): key is MetricName {
  return Object.hasOwn(metrics, key);
}

/** Gathers the metrics that the functions really emitted, as CloudWatch would out of their logs. */
export function metricsRecorder(clock: Clock): MetricsRecorder {
  const recorded = new Map<MetricName, Point[]>();
  const totals = new Map<MetricName, number>();
  const take = (name: MetricName, value: number, at: number): void => {
    totals.set(name, (totals.get(name) ?? 0) + value);
    const points = recorded.get(name) ?? [];
    recorded.set(name, points);
    const start = at - (at % period);
    const last = points.at(-1);
    if (last === undefined || last.at < start) {
      points.push({ at: start, values: [value], sum: value, min: value, max: value });
      if (points.length > mostPoints) points.shift();
      return;
    }
    last.sum += value;
    last.min = Math.min(last.min, value);
    last.max = Math.max(last.max, value);
    if (last.values.length < mostValues) last.values.push(value);
  };
  const takeEmitted = (json: unknown): void => {
    const line = v.safeParse(Emitted, json);
    if (!line.success) return;
    const members = new Map(Object.entries(line.output));
    const { Timestamp, CloudWatchMetrics } = line.output._aws;
    for (const { Namespace, Metrics } of CloudWatchMetrics) {
      if (Namespace !== metricsNamespace) continue;
      for (const { Name } of Metrics) {
        const values = v.safeParse(Values, members.get(Name));
        if (isName(Name) && values.success) for (const value of values.output) take(Name, value, Timestamp);
      }
    }
  };
  return {
    read(line) {
      if (line.includes('"_aws"')) return takeEmitted(parsed(line));
      for (const [event, name] of Object.entries(countedLines)) {
        if (line.includes(`"message":"${event}"`)) take(name, 1, clock.now());
      }
    },
    series: () =>
      names.map((name) => {
        const points = recorded.get(name) ?? [];
        const counts = metrics[name].statistic === 'Sum';
        const drawn = points.map((point) => ({ at: new Date(point.at).toISOString(), value: statistic(name, point) }));
        return { name, points: drawn, total: counts ? (totals.get(name) ?? 0) : (drawn.at(-1)?.value ?? null) };
      }),
  };
}

/** The dashboard's statistic of a period. */
function statistic(name: MetricName, { values, sum, min, max }: Point): number {
  const p90 = values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.9)] ?? max;
  return { Sum: sum, Minimum: min, Maximum: max, p90 }[metrics[name].statistic];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not a line of the service's own: CloudWatch would pass it over, too.
    return null;
  }
}
