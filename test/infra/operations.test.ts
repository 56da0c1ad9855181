import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../shared/domain/ports/metrics.ts';
import { all, pointsAt, resources, short } from './deployed.ts';

const Alarm = v.object({
  AlarmName: v.string(),
  AlarmDescription: v.string(),
  AlarmActions: v.pipe(v.array(v.unknown()), v.minLength(1)),
  OKActions: v.pipe(v.array(v.unknown()), v.minLength(1)),
  Threshold: v.number(),
  Metrics: v.optional(v.array(v.looseObject({})), []),
  Dimensions: v.optional(v.array(v.object({ Name: v.string(), Value: v.unknown() })), []),
  TreatMissingData: v.string(),
  MetricName: v.optional(v.string()),
  Statistic: v.optional(v.string()),
  Period: v.optional(v.number()),
});
const alarms = [...all('AWS::CloudWatch::Alarm', Alarm).values()];
const topics = resources('AWS::SNS::Topic')
  .filter(([, { Properties }]) => Properties.TopicName === 'drop-ship-local-alarms')
  .map(([id]) => id);
const alarm = (ending: string) => alarms.find(({ AlarmName }) => AlarmName.endsWith(ending));

/** A page for each, where somebody who is woken can open it. */
const link = / What to do: https:\/\/docs\.drop-ship\.example\/(runbook\/[a-z-]+\.md)$/;

describe('alarms', () => {
  it.each(alarms.map((each) => [each.AlarmName, each] as const))(
    '%s says who is hurt and links to a page of the runbook that is there',
    (_, { AlarmDescription }) => {
      expect(AlarmDescription).toMatch(/^[A-Z].{20,}\. What to do: /);
      const [, page] = link.exec(AlarmDescription) ?? [];
      expect(readFileSync(`docs/${page}`, 'utf8')).toMatch(/^# /);
    },
  );
  it('tell the topic when they begin and when they are over', () => {
    for (const { AlarmActions, OKActions } of alarms) {
      expect(AlarmActions.map(pointsAt)).toEqual(topics);
      expect(OKActions.map(pointsAt)).toEqual(topics);
    }
  });
  it('there is one for every queue’s dead letters, every function’s errors, and what no single part can know', () => {
    const names = alarms.map(({ AlarmName }) => short(AlarmName));
    const counts = ['-dead-letters', '-late', '-errors', '-throttles'].map(
      (ending) => names.filter((name) => name.endsWith(ending) && !name.startsWith('operations-')).length,
    );
    expect(counts).toEqual([8, 8, 13, 12]);
    expect(names.filter((name) => name.startsWith('operations-')).toSorted()).toEqual([
      'operations-assertions-failed',
      'operations-bounces',
      'operations-complaints',
      'operations-long-in-doubt',
      'operations-long-waiting',
      'operations-mail-not-allowed',
      'operations-mails-failed',
      'operations-needs-person',
      'operations-nudges-failed',
      'operations-overdue-work',
      'operations-requests-failed',
      'operations-requests-throttled',
      'operations-sweeps-in-vain-automatic',
      'operations-sweeps-in-vain-parts-unlimited',
      'operations-sweeps-in-vain-tucker-rocky',
      'operations-sweeps-in-vain-wps',
      'operations-sweeps-late',
      'operations-table-throttled',
      'operations-webhooks-failed',
    ]);
  });
  it('an order that needs a person rings as long as it does: on the gauge, not when it began', () => {
    expect(alarm('operations-needs-person')).toMatchObject({ MetricName: 'NeedPerson', Threshold: 1 });
  });
  it('what is told every minute rings by the highest of its period, or by what it is all the time: never by a sum', () => {
    for (const name of ['needs-person', 'sweeps-late'])
      expect(alarm(`operations-${name}`)).toMatchObject({ Statistic: 'Maximum' });
    expect(alarm('operations-overdue-work')).toMatchObject({ Statistic: 'Minimum', Period: 900 });
    expect(JSON.stringify(alarm('operations-long-in-doubt')?.Metrics)).not.toMatch(/"Stat":"(?!Maximum)/);
  });
  it('the API’s errors ring, although its functions never throw', () => {
    expect(alarm('api-server-errors')).toMatchObject({ MetricName: '5xx', Threshold: 5 });
  });
  it('the table’s refusals ring, of its rows and of each index', () => {
    const text = JSON.stringify(alarm('operations-table-throttled')?.Metrics);
    const statistics = [...text.matchAll(/"Stat":"(\w+)"/g)].map(([, statistic]) => statistic);
    expect(new Set(statistics)).toEqual(new Set(['Sum']));
    for (const part of ['ReadThrottleEvents', 'WriteThrottleEvents', 'byDue', 'byStore', 'byAttention']) {
      expect(text).toContain(part);
    }
  });
  it('SES’s review is seen coming: it looks at 5 % bounces and 0.1 % complaints of the whole account', () => {
    expect(alarm('operations-bounces')).toMatchObject({ MetricName: 'Reputation.BounceRate', Dimensions: [] });
    expect(alarm('operations-bounces')?.Threshold).toBeLessThan(0.05);
    expect(alarm('operations-complaints')).toMatchObject({ MetricName: 'Reputation.ComplaintRate', Dimensions: [] });
    expect(alarm('operations-complaints')?.Threshold).toBeLessThan(0.001);
  });
  it('silence of the schedule rings', () => {
    expect(alarm('every-minute-silence')).toMatchObject({
      MetricName: 'Invocations',
      TreatMissingData: 'breaching',
    });
  });
  it('a distributor that tells nothing rings on while nobody asks it: between two sweeps of an account there are hours', () => {
    const blind = alarms.filter(({ AlarmName }) => AlarmName.includes('sweeps-in-vain'));
    expect(blind).toHaveLength(4);
    for (const each of blind) expect(each).toMatchObject({ Statistic: 'Minimum', TreatMissingData: 'ignore' });
  });
  it('what says nothing while it is so is not over because nothing is said: dead letters, SES’s opinion, the poller’s gauges', () => {
    const silent = /-dead-letters$|operations-(bounces|complaints|needs-person|overdue-work|sweeps-late)$/;
    const told = alarms.filter(({ AlarmName }) => silent.test(AlarmName));
    expect(told).toHaveLength(8 + 5);
    for (const each of told) expect(each).toMatchObject({ TreatMissingData: 'ignore' });
  });
  it('silence of everything else is good news', () => {
    const others = alarms.filter(
      ({ AlarmName }) =>
        !/silence|sweeps-in-vain|dead-letters|bounces|complaints|needs-person|overdue|sweeps-late/.test(AlarmName),
    );
    expect(others.length).toBeGreaterThan(30);
    expect(new Set(others.map(({ TreatMissingData }) => TreatMissingData))).toEqual(new Set(['notBreaching']));
  });
});

describe('the topic of the alarms', () => {
  const Statement = v.looseObject({
    Effect: v.string(),
    Action: v.string(),
    Principal: v.unknown(),
    Condition: v.unknown(),
  });
  const Policy = v.object({
    PolicyDocument: v.object({ Statement: v.array(Statement) }),
    Topics: v.array(v.unknown()),
  });
  const policy = [...all('AWS::SNS::TopicPolicy', Policy).values()].find(
    ({ Topics }) => pointsAt(Topics[0]) === topics[0],
  );

  it('takes them from CloudWatch: a policy of one Deny would take them from nobody', () => {
    expect(policy?.Topics.map(pointsAt)).toEqual(topics);
    expect(policy?.PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow')).toEqual([
      {
        Sid: 'AlarmsOfThisAccount',
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Resource: { Ref: topics[0] },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });
  it('has a subscriber', () => {
    const subscriptions = [...all('AWS::SNS::Subscription', v.looseObject({ TopicArn: v.unknown() })).values()];
    const subscription = subscriptions.find(({ TopicArn }) => pointsAt(TopicArn) === topics[0]);
    expect(subscription).toMatchObject({ Protocol: 'email', Endpoint: 'ops@drop-ship.example' });
    expect(pointsAt(subscription?.TopicArn)).toBe(topics[0]);
  });
});

it('what is answered or given back, and so is no error of a function, is counted from every function’s log', () => {
  const Filter = v.object({
    FilterPattern: v.string(),
    LogGroupName: v.unknown(),
    MetricTransformations: v.tuple([v.looseObject({ MetricName: v.string() })]),
  });
  const filters = [...all('AWS::Logs::MetricFilter', Filter).values()];
  const pattern = (name: string) =>
    filters
      .filter(({ MetricTransformations: [{ MetricName }] }) => MetricName === name)
      .map((each) => each.FilterPattern);
  expect(pattern('RequestsFailed')).toEqual(Array(12).fill('{ $.message = "request-failed" }'));
  expect(pattern('NudgesFailed')).toEqual(Array(12).fill('{ $.message = "nudge-failed" }'));
  const unsound = ['{ $.message = "assertion-failed" }', '{ $.message = "row-unreadable" }'];
  expect(pattern('AssertionsFailed').toSorted()).toEqual(unsound.flatMap((each) => Array(12).fill(each)));
  expect(pattern('RequestsThrottled')).toEqual(['{ $.status = "429" && $.integrationStatus != "200" }']);
  for (const { MetricTransformations } of filters) {
    expect(MetricTransformations).toMatchObject([
      { MetricNamespace: 'DropShip', Dimensions: [{ Key: 'service', Value: '$.service' }] },
    ]);
  }
});

describe('the dashboard', () => {
  const alarmIds = (alarmName: string) =>
    resources('AWS::CloudWatch::Alarm').filter(
      ([id, { Properties }]) => Properties.AlarmName === alarmName && body.includes(`"${id}"`),
    );
  const body = JSON.stringify(resources('AWS::CloudWatch::Dashboard'));
  it.each(Object.entries(metrics))('draws %s by its dimensions', (name, { dimensions }) => {
    const schema = ['DropShip', 'service', ...dimensions].join(',');
    expect(body).toContain(`{${schema}} MetricName=\\\\\\"${name}\\\\\\"`);
  });
  it('shows a gauge by its highest (or what is true of every account by its least), and a count by its sum', () => {
    for (const [name, { statistic: expected }] of Object.entries(metrics)) {
      expect(body).toMatch(
        new RegExp(`MetricName=\\\\+"${name}\\\\+" service=\\\\+"drop-ship-local\\\\+"', '${expected}'`),
      );
    }
  });
  it('shows what rings, and draws the thresholds of the alarms into the graphs', () => {
    for (const { AlarmName } of alarms) expect(alarmIds(AlarmName)).toHaveLength(1);
    expect(body.match(/rings here/g)).toHaveLength(14);
  });
  it('shows the API, the functions, the queues and the table', () => {
    for (const name of [
      '5xx',
      'Latency',
      'ConcurrentExecutions',
      'Throttles',
      'ApproximateAgeOfOldestMessage',
      'ConsumedReadCapacityUnits',
    ]) {
      expect(body).toContain(name);
    }
  });
  it('has sentences for titles, not the names of metrics', () => {
    const titles = [...body.matchAll(/\\"title\\":\\"([^"\\]+)\\"/g)].map(([, title]) => title ?? '');
    expect(titles.length).toBeGreaterThan(20);
    for (const title of titles) expect(title).toMatch(/^[A-Z][a-z’]*,? .*[a-z0-9?]$/);
  });
});

it('what somebody on call asks first is a saved query over the logs of all functions', () => {
  const Saved = v.object({ Name: v.string(), QueryString: v.string(), LogGroupNames: v.array(v.unknown()) });
  const saved = [...all('AWS::Logs::QueryDefinition', Saved).values()];
  expect(saved.map(({ Name }) => Name)).toEqual([
    'drop-ship-local/What happened to a purchase order',
    'drop-ship-local/What a request has led to, from its first line to its webhooks',
    'drop-ship-local/Why requests fail',
    'drop-ship-local/Why nudges fail',
    'drop-ship-local/Which distributor refuses us as too many',
    'drop-ship-local/Which distributor is slow',
    'drop-ship-local/Which store’s mails come back',
    'drop-ship-local/Whose key asks too fast',
  ]);
  expect(saved[0]?.QueryString).toContain('filter poNumber = ');
  expect(saved.map(({ LogGroupNames }) => LogGroupNames.length)).toEqual([12, 12, 12, 12, 12, 12, 12, 1]);
});

it('every log is kept for a month', () => {
  const kept = resources('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.RetentionInDays);
  expect(kept.length).toBe(13);
  expect(new Set(kept)).toEqual(new Set([30]));
});

it('what costs money says whose it is: service and stage', () => {
  for (const type of ['AWS::Lambda::Function', 'AWS::SQS::Queue', 'AWS::Logs::LogGroup']) {
    for (const [, { Properties }] of resources(type))
      expect(Properties.Tags).toEqual(
        expect.arrayContaining([
          { Key: 'service', Value: 'drop-ship' },
          { Key: 'stage', Value: 'local' },
        ]),
      );
  }
});
