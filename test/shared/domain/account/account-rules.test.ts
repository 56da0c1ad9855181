import { describe, expect, it, test } from 'vitest';
import {
  bucket,
  drawnForward,
  emptierBucket,
  newAccount,
  nextTurn,
  pausedAt,
  reserve,
  sweepDue,
  watchOpened,
  withPause,
  withStop,
  withSweepTime,
} from '../../../../shared/domain/account/account-rules.ts';
import { instant } from '../../../../shared/domain/vocabulary.ts';
import { day, hour, minute, noon, second } from '../../../rows.ts';

const account = newAccount({ storeId: 'moto-hut', distributor: 'wps', mode: 'live' }, noon);

describe('the bucket', () => {
  /** Who is granted, asking this many times at this moment. */
  const ask = (from: typeof account, times: number, at: number) => {
    let current = from;
    let granted = 0;
    for (let time = 0; time < times; time++) {
      const reservation = reserve(current, at);
      if (!reservation.granted) continue;
      granted += 1;
      current = reservation.account;
    }
    return { granted, current };
  };

  it('grants five at once, then one a second', () => {
    const first = ask(account, 10, noon);
    expect(first.granted).toBe(5);
    expect(reserve(first.current, noon)).toEqual({ granted: false, at: instant(noon + second) });
    expect(ask(first.current, 10, noon + second).granted).toBe(1);
    expect(ask(first.current, 10, noon + 3 * second).granted).toBe(3);
  });

  it('is full again after five seconds, and never fuller', () => {
    expect(ask(ask(account, 5, noon).current, 10, noon + day).granted).toBe(bucket.burst);
  });

  it('grants no more when the clocks of two workers differ', () => {
    let current = account;
    let granted = 0;
    for (let turn = 0; turn < 20; turn++) {
      const reservation = reserve(current, noon + (turn % 2 === 0 ? 2 * second : 0));
      if (!reservation.granted) continue;
      granted += 1;
      current = reservation.account;
    }
    expect(granted).toBeLessThanOrEqual(5 + 2);
  });
});

const lasting = (took: number) => ({ longest: { took, at: instant(noon) } });

test.each([
  [5_000, 'sweep'],
  [5_001, 'sweep-slow'],
  [30_000, 'sweep-slow'],
  [30_001, 'sweep-slowest'],
] as const)('an account whose sweep takes %i ms is owed one in the lane %s', (took, due) => {
  expect(sweepDue(lasting(took), instant(noon))).toEqual({ due, dueAt: instant(noon) });
});

test('of how long its sweeps take the longest of a day counts', () => {
  const slow = withSweepTime(account, 9_000, noon);
  expect(slow.longest).toEqual({ took: 9_000, at: instant(noon) });
  expect(withSweepTime(slow, 1_000, noon + 25 * hour).longest).toEqual(slow.longest);
  expect(withSweepTime(slow, 9_000, noon + hour).longest).toEqual({ took: 9_000, at: instant(noon + hour) });
  expect(withSweepTime(slow, 1_000, noon + 25 * hour + 1).longest).toEqual({
    took: 1_000,
    at: instant(noon + 25 * hour + 1),
  });
});

test('a quick account is due with the minute, a slow one with the five minutes', () => {
  const at = instant(noon + 19 * minute + 59_999);
  expect(drawnForward(lasting(0), at, noon)).toBe(instant(noon + 19 * minute));
  expect(drawnForward(lasting(5_001), at, noon)).toBe(instant(noon + 15 * minute));
  expect(drawnForward(lasting(5_001), at, noon + 15 * minute)).toBe(at);
});

test('a quick account has its turn at once, a slow one with the next five minutes', () => {
  expect(nextTurn(lasting(0), noon + 1)).toBe(instant(noon + 1));
  expect(nextTurn(lasting(5_001), noon + 1)).toBe(instant(noon + 5 * minute));
  expect(nextTurn(lasting(5_001), noon)).toBe(instant(noon + 5 * minute));
});

test('of a bucket that two took from is left what the emptier one has, filled up since', () => {
  const at = (tokens: number, ago: number) => ({ tokens, at: instant(noon - ago) });
  expect(emptierBucket(at(1, 2 * second), at(4, 0), noon)).toEqual(at(3, 0));
  expect(emptierBucket(at(4, 0), at(1, 2 * second), noon)).toEqual(at(3, 0));
});

describe('a pause', () => {
  const until = (retryAfter: number | null, from = account) => withPause(from, noon, retryAfter).pausedUntil;

  test.each([
    [null, 60],
    [60, 60],
    [0, 1],
    [-5, 1],
    [7 * 3600, 6 * 3600],
    [999_999_999_999_999, 6 * 3600],
  ])('for Retry-After %s lasts %i seconds', (retryAfter, lasts) => {
    expect(until(retryAfter)).toBe(instant(noon + lasts * second));
  });

  it('keeps a reservation waiting, however full the bucket is', () => {
    const row = withPause(account, noon, 60);
    expect(reserve(row, noon)).toEqual({ granted: false, at: instant(noon + minute) });
    expect(reserve(row, noon + minute)).toMatchObject({ granted: true });
  });

  it('never shortens an older one', () => {
    const longer = withPause(account, noon, 600);
    expect(until(60, { ...longer })).toBe(instant(noon + 10 * minute));
    expect(until(900, { ...longer })).toBe(instant(noon + 15 * minute));
  });

  it('is over when its time has come', () => {
    const row = withPause(account, noon, 60);
    expect([pausedAt(row, noon + minute - 1), pausedAt(row, noon + minute), pausedAt(account, noon)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a stop', () => {
  it('names the credentials that were refused, and makes the account due, so that the store is told', () => {
    expect(withStop(account, noon, 'live-1', 'Unauthorized')).toMatchObject({
      stopped: { credentialVersion: 'live-1', at: instant(noon), message: 'Unauthorized' },
      due: 'sweep',
      dueAt: instant(noon),
    });
  });

  it('is the same stop when the same credentials are refused again', () => {
    const row = withStop(account, noon, 'live-1', 'Unauthorized');
    expect(row && withStop(row, noon + hour, 'live-1', 'Unauthorized')).toBeNull();
    expect(row && withStop(row, noon + hour, 'live-2', 'Unauthorized')?.stopped?.at).toBe(instant(noon + hour));
  });
});

describe('a watch that is opened', () => {
  it('is counted, and makes the account due within the hour', () => {
    expect(watchOpened(account, noon)).toMatchObject({
      watchesOpened: 1,
      youngestWatch: instant(noon),
      due: 'sweep',
      dueAt: instant(noon + hour),
    });
  });

  it('never makes it due later than it was', () => {
    const soon = { ...account, due: 'sweep', dueAt: instant(noon + minute) };
    const late = { ...account, due: 'sweep', dueAt: instant(noon + day) };
    expect([watchOpened(soon, noon).dueAt, watchOpened(late, noon).dueAt]).toEqual([
      instant(noon + minute),
      instant(noon + hour),
    ]);
  });
});
