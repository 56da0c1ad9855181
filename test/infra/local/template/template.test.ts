import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../../../infra/local/template/template.ts';
import { timetables } from '../../../../infra/local/time/schedule.ts';

const queueUrl = (name: string) => `http://127.0.0.1:1/000000000000/${name}`;
const read = (Resources: object) => readTemplate(JSON.stringify({ Resources }), queueUrl);
const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } };
const fn = (Variables: object, more: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: 'b', S3Key: 'k' },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Environment: { Variables },
    ...more,
  },
});

const placeholder = (name: string) => `\${${name}}`;

describe('reads', () => {
  it('what an intrinsic stands for', () => {
    const [read1] = read({
      queue,
      fn: fn({
        URL: { Ref: 'queue' },
        ARN: { 'Fn::GetAtt': ['queue', 'Arn'] },
        JOINED: { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] },
        SUB: { 'Fn::Sub': `${placeholder('AWS::AccountId')}/${placeholder('queue.QueueName')}` },
      }),
    }).of('AWS::Lambda::Function');
    expect(read1?.Environment.Variables).toEqual({
      URL: 'http://127.0.0.1:1/000000000000/work',
      ARN: 'arn:aws:sqs:us-east-1:000000000000:work',
      JOINED: 'a-us-east-1',
      SUB: '000000000000/work',
    });
  });
});

describe('refuses, naming the resource and what it does not understand,', () => {
  it.each([
    ['a resource type', { bucket: { Type: 'AWS::S3::Bucket' } }, '"bucket": the resource type AWS::S3::Bucket'],
    [
      'a property',
      { work: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } },
      '"work": AWS::SQS::Queue, property FifoQueue.',
    ],
    [
      'a property inside',
      { fn: fn({}, { Environment: { Variables: {}, Layers: [] } }) },
      'property Environment.Layers',
    ],
    ['a value', { fn: fn({}, { Runtime: 'python3.14' }) }, 'property Runtime = "python3.14"'],
    ['an intrinsic', { fn: fn({ A: { 'Fn::ImportValue': 'x' } }) }, '"fn": the intrinsic Fn::ImportValue "x"'],
    ['a reference to nothing', { fn: fn({ A: { Ref: 'gone' } }) }, '"fn": a Ref to "gone"'],
    [
      'an attribute',
      { queue, fn: fn({ A: { 'Fn::GetAtt': ['queue', 'Colour'] } }) },
      '"fn": the attribute "Colour" of "queue"',
    ],
  ])('%s', (_, resources, said) => {
    expect(() => read(resources)).toThrow(said);
  });
  it('a schedule', () => {
    const rule = { id: 'rule', ScheduleExpression: 'cron(0 12 * * ? *)', Targets: [], State: 'ENABLED' as const };
    expect(() => timetables([rule])).toThrow('"rule": the ScheduleExpression "cron(0 12 * * ? *)"');
  });
});
