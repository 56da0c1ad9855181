import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { awsLog } from '../../../shared/aws/log.ts';
import { type HandleNudge, worker } from '../../../shared/aws/worker.ts';
import type { Nudge } from '../../../shared/domain/ports/queues.ts';

const event = (...bodies: readonly string[]): SQSEvent =>
  ({
    Records: bodies.map((body, index) => ({
      messageId: `m${index}`,
      body,
      attributes: { ApproximateReceiveCount: '1' },
      eventSource: 'aws:sqs',
    })),
  }) as unknown as SQSEvent;
const look = (handle: HandleNudge) => worker(() => ({ handle, log: awsLog('look') }));
const context = { getRemainingTimeInMillis: () => 1234 } as Context;
/** A message that speaks of these rows. */
const body = (...sks: readonly string[]): string => JSON.stringify(sks.map((sk) => ({ pk: 'p', sk })));

const logged = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterEach(() => logged.mockClear());

describe('a function behind a queue', () => {
  it('works off one message at a time', async () => {
    const seen: string[] = [];
    const handler = look(async ({ sk }, turn) => {
      seen.push(`${sk} begins with ${turn.remainingMilliseconds()}`);
      await Promise.resolve();
      seen.push(`${sk} ends`);
    });
    expect(await handler(event(body('a'), body('b')), context)).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual(['a begins with 1234', 'a ends', 'b begins with 1234', 'b ends']);
  });

  it('gives back only those that failed, also when all did', async () => {
    const handler = look(async ({ sk }: Nudge) => {
      if (sk !== 'good') throw new Error('no');
    });
    const failed = async (...bodies: readonly string[]) =>
      (await handler(event(...bodies), context)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    expect(await failed(body('bad'), body('good'), body('bad'))).toEqual(['m0', 'm2']);
    expect(await failed(body('bad'))).toEqual(['m0']);
  });

  it('looks at all rows of a message at the same time', async () => {
    const seen: string[] = [];
    const handler = look(async ({ sk }) => {
      seen.push(`${sk} begins`);
      await Promise.resolve();
      seen.push(`${sk} ends`);
    });
    expect(await handler(event(body('a', 'b')), context)).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual(['a begins', 'b begins', 'a ends', 'b ends']);
  });

  it('gives a message back as a whole when one of its nudges fails; the others are done all the same', async () => {
    const done: string[] = [];
    const handler = look(async ({ sk }) => {
      await Promise.resolve();
      if (sk.startsWith('bad')) throw new Error(`${sk} is bad`);
      done.push(sk);
    });
    const { batchItemFailures } = await handler(event(body('bad-1', 'good', 'bad-2')), context);
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm0' }]);
    expect(done).toEqual(['good']);
    const lines = logged.mock.calls.map(([line]) => JSON.parse(String(line)));
    expect(lines.map(({ reason, failed, nudges }) => [reason, failed, nudges])).toEqual([
      ['bad-1 is bad', 2, 3],
      ['bad-2 is bad', 2, 3],
    ]);
  });

  it('gives back what is no nudge, and does not repeat it in the log', async () => {
    const handled = vi.fn(async () => {});
    const handler = look(handled);
    const result = await handler(
      event('[{"pk":"ada@example.com"}]', body('a').slice(1, -1), 'ada@example.com'),
      context,
    );
    expect(result.batchItemFailures).toHaveLength(3);
    expect(handled).not.toHaveBeenCalled();
    expect(logged.mock.calls.join()).toContain('ValiError');
    expect(logged.mock.calls.join()).not.toContain('ada@');
  });

  it('logs what went wrong, and where', async () => {
    const handler = look(async () => {
      throw new RangeError('Too far.');
    });
    await handler(event(body('a')), context);
    const line = logged.mock.calls.join();
    expect(line).toContain('"message":"nudge-failed"');
    expect(line).toContain('"error":"RangeError"');
    expect(line).toContain('"reason":"Too far."');
    expect(line).toContain('worker.test.ts');
    expect(line).toContain('"function":"look"');
    expect(line).toContain('"sk":"a"');
  });

  it('says when a batch is over, also when all of it failed', async () => {
    const seen: string[] = [];
    const handle = async ({ sk }: Nudge) => {
      seen.push(sk);
      throw new Error('no');
    };
    const handler = worker(() => ({ handle, log: awsLog('look'), done: () => void seen.push('done') }));
    await handler(event(body('a'), body('b')), context);
    expect(seen).toEqual(['a', 'b', 'done']);
  });

  it('is built once, and not before it is needed', async () => {
    const build = vi.fn(() => ({ handle: async () => {}, log: awsLog('look') }));
    const handler = worker(build);
    expect(build).not.toHaveBeenCalled();
    await handler(event(body('a')), context);
    await handler(event(body('a')), context);
    expect(build).toHaveBeenCalledTimes(1);
  });
});
