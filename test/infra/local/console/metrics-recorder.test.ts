import { describe, expect, it } from 'vitest';
import { metricsRecorder } from '../../../../infra/local/console/metrics-recorder.ts';
import { countedLines, type MetricName, metrics } from '../../../../shared/domain/ports/metrics.ts';
import { noon } from '../../../rows.ts';

const emitted = (name: MetricName, value: number) =>
  JSON.stringify({
    _aws: { Timestamp: noon, CloudWatchMetrics: [{ Namespace: 'DropShip', Metrics: [{ Name: name, Unit: 'Count' }] }] },
    [name]: value,
  });

const drawn = (name: MetricName, lines: readonly string[]) => {
  const recorder = metricsRecorder({ now: () => noon, sleep: async () => {} });
  for (const line of lines) recorder.read(line);
  return recorder
    .series()
    .find((each) => each.name === name)
    ?.points.map(({ value }) => value);
};

describe('the console draws of five minutes what the dashboard draws', () => {
  const one = { Sum: 11, Maximum: 7, Minimum: 0, p90: 7 };
  it.each(Object.entries(metrics))('of %s', (key, { statistic }) => {
    const name = key as MetricName;
    expect(
      drawn(
        name,
        [3, 0, 1, 7].map((value) => emitted(name, value)),
      ),
    ).toEqual([one[statistic]]);
  });

  it.each(Object.entries(countedLines))('of the lines “%s”, how many there were', (line, name) => {
    const lines = Array(3).fill(JSON.stringify({ level: 'ERROR', message: line, service: 'drop-ship-local' }));
    expect(drawn(name, lines)).toEqual([3]);
  });
});
