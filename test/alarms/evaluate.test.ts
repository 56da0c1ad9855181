import { describe, expect, it } from 'vitest';
import { type AlarmState, judge } from './evaluate.ts';
import { parseExpression } from './expression.ts';
import { metricStore } from './metric-store.ts';

/** `0` is a point within the threshold, `X` one beyond it, `-` a missing one; the newest stands last. */
const state = (
  points: string,
  [datapointsToAlarm, evaluationPeriods]: readonly [number, number],
  missing: 'missing' | 'ignore' | 'breaching' | 'notBreaching',
  before: AlarmState = 'OK',
): AlarmState =>
  judge(
    { evaluationPeriods, datapointsToAlarm, missing, breaches: (value) => value >= 1 },
    points.split(' ').map((each) => (each === '-' ? undefined : each === 'X' ? 1 : 0)),
    before,
  );

describe('an alarm is judged as the tables of CloudWatch’s documentation say', () => {
  it.each([
    ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
    ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
    ['- - - - -', 'INSUFFICIENT_DATA', 'as before', 'ALARM', 'OK'],
    ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['- - X - -', 'ALARM', 'as before', 'ALARM', 'OK'],
  ])('three of three: %s', (points, missing, ignore, breaching, notBreaching) => {
    const three = [3, 3] as const;
    expect(state(points, three, 'missing')).toBe(missing);
    expect(state(points, three, 'breaching')).toBe(breaching);
    expect(state(points, three, 'notBreaching')).toBe(notBreaching);
    for (const before of ['OK', 'ALARM'] as const) {
      expect(state(points, three, 'ignore', before)).toBe(ignore === 'as before' ? before : ignore);
    }
  });

  it.each([
    ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - X -', 'ALARM', 'as before', 'ALARM', 'OK'],
  ])('two of three: %s', (points, missing, ignore, breaching, notBreaching) => {
    const two = [2, 3] as const;
    expect(state(points, two, 'missing')).toBe(missing);
    expect(state(points, two, 'breaching')).toBe(breaching);
    expect(state(points, two, 'notBreaching')).toBe(notBreaching);
    for (const before of ['OK', 'ALARM'] as const) {
      expect(state(points, two, 'ignore', before)).toBe(ignore === 'as before' ? before : ignore);
    }
  });
});

describe('metric math', () => {
  const value = (text: string, points: Readonly<Record<string, number | undefined>>) =>
    parseExpression(text)(new Map(Object.entries(points)));
  it.each([
    ['SUM(METRICS())', { m0: 1, m1: undefined, m2: 3 }, 4],
    ['SUM(METRICS())', { m0: undefined }, undefined],
    ['MAX(METRICS())', { m0: 1, m1: 7 }, 7],
    ['MAX([m0, TIME_SERIES(0)])', { m0: undefined }, 0],
    ['SUM([TIME_SERIES(0), SUM(METRICS())])', { m0: 2, m1: 3 }, 5],
    ['100 * m0 / (m0 + m1)', { m0: 1, m1: 3 }, 25],
    ['m0 + m1', { m0: 1, m1: undefined }, undefined],
  ])('%s of %o is %s', (text, points, expected) => {
    expect(value(text, points)).toBe(expected);
  });
  it.each(['ANOMALY_DETECTION_BAND(m0)', 'm0 +', 'SUM(', 'm0 m1', 'm9', '$'])('refuses %s', (text) => {
    expect(() => value(text, { m0: 1, m1: 1 })).toThrow();
  });
});

it('a statistic is that of the whole period, and of these dimensions only', () => {
  const store = metricStore();
  const id = { namespace: 'N', name: 'm', dimensions: { a: '1' } };
  for (const [at, value] of [
    [0, 1],
    [30_000, 4],
    [299_999, 2],
    [300_000, 9],
  ] as const) {
    store.put(id, at, value);
  }
  expect(store.read(id, 'Sum', 0, 300)).toBe(7);
  expect(store.read(id, 'Maximum', 0, 300)).toBe(4);
  expect(store.read(id, 'SampleCount', 300_000, 60)).toBe(1);
  expect(store.read({ ...id, dimensions: { a: '2' } }, 'Sum', 0, 300)).toBeUndefined();
});
