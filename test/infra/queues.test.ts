import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { queueNames } from '../../shared/domain/ports/queues.ts';
import { seconds } from '../../shared/domain/time-limits.ts';
import { all, pointsAt } from './deployed.ts';

const Queue = v.object({
  QueueName: v.string(),
  VisibilityTimeout: v.optional(v.number()),
  MessageRetentionPeriod: v.number(),
  RedrivePolicy: v.optional(v.object({ deadLetterTargetArn: v.unknown(), maxReceiveCount: v.number() })),
});
const Mapping = v.object({
  EventSourceArn: v.unknown(),
  FunctionName: v.unknown(),
  BatchSize: v.number(),
  FunctionResponseTypes: v.array(v.string()),
  ScalingConfig: v.object({ MaximumConcurrency: v.number() }),
});
const Alarm = v.object({
  MetricName: v.optional(v.string()),
  Statistic: v.optional(v.string()),
  Dimensions: v.optional(v.array(v.object({ Name: v.string(), Value: v.unknown() })), []),
  Threshold: v.number(),
});

const day = 24 * 3600;
const queues = all('AWS::SQS::Queue', Queue);
const named = (name: string) => [...queues].find(([, queue]) => queue.QueueName === `drop-ship-local-${name}`) ?? [];
const functions = all('AWS::Lambda::Function', v.object({ FunctionName: v.string(), Timeout: v.number() }));
const mappings = [...all('AWS::Lambda::EventSourceMapping', Mapping).values()];
const alarms = [...all('AWS::CloudWatch::Alarm', Alarm).values()];

const alarmsOf = (queue: string) =>
  alarms.filter(({ Dimensions }) =>
    Dimensions.some(
      ({ Name, Value }) =>
        Name === 'QueueName' && v.is(v.object({ 'Fn::GetAtt': v.any() }), Value) && pointsAt(Value) === queue,
    ),
  );

const consumers: Readonly<Record<string, string>> = {
  sweep: 'sweep-tracking',
  mail: 'send-notice',
  webhook: 'send-notice',
  bounce: 'record-bounce',
};

/** Beside those that we send to ourselves, the one that SES tells of returned mails. */
const workedOff = [...queueNames, 'bounce'];

describe.each(workedOff)('the queue %s', (name) => {
  const [id, queue] = named(name);
  const mapping = mappings.find(({ EventSourceArn }) => pointsAt(EventSourceArn) === id);
  const consumer = functions.get(pointsAt(mapping?.FunctionName));

  it('is worked off by its function, one message at a time, and only what failed goes back', () => {
    expect(consumer?.FunctionName).toBe(`drop-ship-local-${consumers[name] ?? 'submit-order'}`);
    expect(mapping?.BatchSize).toBe(1);
    expect(mapping?.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(mapping?.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
  });
  it('hides a message for longer than its consumer can live, and shorter than the lease of the nudge', () => {
    expect(queue?.VisibilityTimeout).toBe((consumer?.Timeout ?? Number.NaN) + 30);
    expect(queue?.VisibilityTimeout).toBeLessThan(seconds.lease);
  });
  it('lays with the dead what failed five times, and rings at the first', () => {
    expect(queue?.RedrivePolicy?.maxReceiveCount).toBe(5);
    const dead = pointsAt(queue?.RedrivePolicy?.deadLetterTargetArn);
    expect(queues.get(dead)?.QueueName).toBe(`drop-ship-local-${name}-dead`);
    expect(alarmsOf(dead)).toMatchObject([
      { MetricName: 'ApproximateNumberOfMessagesVisible', Statistic: 'Maximum', Threshold: 1 },
    ]);
  });
  it('keeps the dead for two weeks: their time counts from when they were first sent', () => {
    const dead = pointsAt(queue?.RedrivePolicy?.deadLetterTargetArn);
    expect([queue?.MessageRetentionPeriod, queues.get(dead)?.MessageRetentionPeriod]).toEqual([4 * day, 14 * day]);
  });
  it('rings when its oldest message is late', () => {
    const Threshold = name.startsWith('submit-') ? 1200 : 3600;
    const MetricName = 'ApproximateAgeOfOldestMessage';
    expect(alarmsOf(id ?? '')).toMatchObject([{ MetricName, Statistic: 'Maximum', Threshold }]);
  });
});

it('every queue is one of these or their dead letters, or keeps the minutes of the schedule that failed', () => {
  const expected = workedOff.flatMap((name) => [`drop-ship-local-${name}`, `drop-ship-local-${name}-dead`]);
  expected.push('drop-ship-local-every-minute-dead');
  expect([...queues.values()].map(({ QueueName }) => QueueName).toSorted()).toEqual(expected.toSorted());
});

it('the submit function lives exactly as long as the attempt protocol counts on', () => {
  const submit = [...functions.values()].find(({ FunctionName }) => FunctionName === 'drop-ship-local-submit-order');
  expect(submit?.Timeout).toBe(seconds.submitLimit);
  expect(seconds.submitLimit).toBeLessThan(seconds.callerGone);
});

it('a delivery waits as long as Standard Webhooks asks for, and its function lives longer: that of a notice, and that of a test event', () => {
  const timeout = (name: string) =>
    [...functions.values()].find(({ FunctionName }) => FunctionName === `drop-ship-local-${name}`)?.Timeout ?? 0;
  expect(seconds.deliveryLimit).toBeGreaterThanOrEqual(15);
  expect(seconds.deliveryLimit).toBeLessThanOrEqual(30);
  // Before it rows are read and secrets opened, behind it what came of it is written: seconds, where AWS is slow.
  expect(timeout('send-notice') - seconds.deliveryLimit).toBeGreaterThanOrEqual(30);
  expect(timeout('manage-settings') - seconds.deliveryLimit).toBeGreaterThanOrEqual(8);
});
