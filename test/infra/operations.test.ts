import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../shared/domain/ports/metrics.ts';
import { all, resources, short } from './deployed.ts';

const Alarm = v.object({
  AlarmName: v.string(),
  AlarmDescription: v.string(),
  AlarmActions: v.pipe(v.array(v.unknown()), v.minLength(1)),
  TreatMissingData: v.string(),
  MetricName: v.optional(v.string()),
});
const alarms = [...all('AWS::CloudWatch::Alarm', Alarm).values()];
const alarm = (ending: string) => alarms.find(({ AlarmName }) => AlarmName.endsWith(ending));

describe('alarms', () => {
  it.each(alarms.map((each) => [each.AlarmName, each] as const))(
    '%s says who is hurt and what to do',
    (_, { AlarmDescription }) => {
      expect(AlarmDescription).toMatch(/^[A-Z].{20,}\. What to do: docs\/runbook\/README\.md#[a-z-]+$/);
    },
  );
  it('there is one for every queue’s dead letters, every function’s errors, and what no single part can know', () => {
    const names = alarms.map(({ AlarmName }) => short(AlarmName));
    expect(names.filter((name) => name.endsWith('-dead-letters'))).toHaveLength(7);
    expect(names.filter((name) => name.endsWith('-errors'))).toHaveLength(10);
    expect(names).toEqual(
      expect.arrayContaining(['operations-needs-person', 'operations-overdue-work', 'every-minute-silence']),
    );
  });
  it('silence of the schedule rings', () => {
    expect(alarm('every-minute-silence')).toMatchObject({
      MetricName: 'Invocations',
      TreatMissingData: 'breaching',
    });
  });
  it('silence of everything else is good news', () => {
    const others = alarms.filter(({ AlarmName }) => !AlarmName.includes('silence'));
    expect(new Set(others.map(({ TreatMissingData }) => TreatMissingData))).toEqual(new Set(['notBreaching']));
  });
});

it('every alarm’s link leads to a heading of the runbook', () => {
  const headings = readFileSync('docs/runbook/README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'));
  const anchors = headings.map((line) => line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'));
  const linked = alarms.map(({ AlarmDescription }) => AlarmDescription.slice(AlarmDescription.lastIndexOf('#') + 1));
  expect(linked.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});

describe('the dashboard', () => {
  const body = JSON.stringify(resources('AWS::CloudWatch::Dashboard'));
  it.each(Object.entries(metrics))('draws %s by its dimensions', (name, { dimensions }) => {
    const schema = ['DropShip', 'service', ...dimensions].join(',');
    expect(body).toContain(`{${schema}} MetricName=\\\\\\"${name}\\\\\\"`);
  });
});
