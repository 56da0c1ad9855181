import type { AlarmDefinition } from './definitions.ts';
import type { Point } from './expression.ts';
import type { MetricStore } from './metric-store.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

const minute = 60_000;
/** A data point can be read so long after its end. */
const delay = minute;
/** CloudWatch reads this many more data points than it judges, for the case that some are missing. */
const readBeyond = 2;

type Rules = Pick<AlarmDefinition, 'evaluationPeriods' | 'datapointsToAlarm' | 'missing' | 'breaches'>;

/**
 * The state of an alarm after these data points, the oldest first, as the documentation of CloudWatch says: real points count
 * before missing ones, back to the end of what is read; only where they are too few is the setting for missing ones asked.
 */
export const judge = (rules: Rules, points: readonly Point[], before: AlarmState): AlarmState => {
  const { evaluationPeriods, datapointsToAlarm, missing, breaches } = rules;
  const real = points.filter((point) => point !== undefined).slice(-evaluationPeriods);
  const breaching = real.filter(breaches).length;
  const filled = evaluationPeriods - real.length;
  const enough = (count: number): AlarmState => (count >= datapointsToAlarm ? 'ALARM' : 'OK');
  if (filled === 0 || breaching >= datapointsToAlarm) return enough(breaching);
  if (missing === 'breaching') return enough(breaching + filled);
  if (missing === 'notBreaching') return enough(breaching);
  if (breaching < real.length) return 'OK';
  if (missing === 'ignore') return before;
  return real.length === 0 ? 'INSUFFICIENT_DATA' : 'ALARM';
};

/** Reads what an alarm reads at a moment: periods that end at a whole minute, one after the other, the oldest first. */
const reader = (alarm: AlarmDefinition, store: MetricStore) => {
  const [count, length] = [alarm.evaluationPeriods + readBeyond, alarm.period * 1000];
  const known = new Map<number, Point>();
  const pointAt = (from: number): Point => {
    if (!known.has(from)) known.set(from, alarm.valueAt(store, from));
    return known.get(from);
  };
  return (now: number): readonly Point[] => {
    const end = Math.floor((now - delay) / minute) * minute;
    const points = Array.from({ length: count }, (_, index) => pointAt(end - (count - index) * length));
    known.delete(end - count * length);
    return points;
  };
};

/** Alarms that are evaluated, each with its state. What is told of a minute must be told before it is read. */
export const evaluator = (alarms: readonly AlarmDefinition[], store: MetricStore) => {
  const readers = alarms.map((alarm) => ({ alarm, points: reader(alarm, store) }));
  const states = new Map<string, AlarmState>(alarms.map(({ name }) => [name, 'OK']));
  return {
    /** One evaluation, as CloudWatch makes one a minute; the names of those that began to ring. */
    evaluate(now: number): readonly string[] {
      const began: string[] = [];
      for (const { alarm, points } of readers) {
        // What was never told of says the same at every time.
        if (alarm.missing !== 'breaching' && !alarm.metrics.some(store.knows)) continue;
        const before = states.get(alarm.name) ?? 'OK';
        const state = judge(alarm, points(now), before);
        states.set(alarm.name, state);
        if (state === 'ALARM' && before !== 'ALARM') began.push(alarm.name);
      }
      return began;
    },
    /** What rings now. */
    ringing: (): readonly string[] => [...states].filter(([, state]) => state === 'ALARM').map(([name]) => name),
  };
};
