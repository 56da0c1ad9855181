import { describe, expect, it, test } from 'vitest';
import type { BandSlice } from '../../../shared/domain/account/cadence.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import {
  afterFailure,
  afterSweep,
  retryStopped,
  retryTomorrow,
  verifyIsDue,
  withoutSweep,
} from '../../../shared/tracking/schedule.ts';
import type { SweepPlan } from '../../../shared/tracking/watches.ts';
import { accountRow, day, hour, minute, noon, watchRow } from '../../rows.ts';

const due = (more: object = {}) => accountRow({ due: 'sweep', dueAt: instant(noon), ...more });

const old = watchRow('P-2', noon - 10 * day);
const young = watchRow('P-1', noon - hour);
const at = instant(noon);
const never = [null, null, null];

/** What a sweep has read of each band that was due, wholly, unless it says otherwise. */
const looked = (...parts: readonly (Partial<BandSlice> & Pick<BandSlice, 'band'>)[]): SweepPlan => ({
  at: noon,
  due: parts.map(({ band }) => band),
  parts: parts.map((part) => ({ from: null, watches: [], next: null, ...part })),
  ending: [],
});
const whole = looked({ band: 0, watches: [young] }, { band: 1, watches: [old] }, { band: 2 });

describe('a sweep', () => {
  it('that ended well is followed by the next one, and forgets earlier failures', () => {
    expect(afterSweep(due({ failures: 3 }), noon, whole)).toMatchObject({
      failures: 0,
      cursors: never,
      lastSweptAt: at,
      youngestWatch: instant(noon - hour),
      askedAt: [at, at, at],
      due: 'sweep',
      dueAt: instant(noon + hour),
    });
  });

  it('that had nothing to ask for has ended well, and is no failure', () => {
    const account = due({ failures: 3, youngestWatch: instant(noon - hour), askedAt: [at, at, at] });
    expect(afterSweep(account, noon, looked())).toMatchObject({ failures: 0, lastSweptAt: at });
  });

  it('of the young only leaves the older bands to their own time', () => {
    const earlier = instant(noon - 3 * hour);
    const account = due({ youngestWatch: instant(noon - hour), askedAt: [earlier, earlier, earlier] });
    expect(afterSweep(account, noon, looked({ band: 0, watches: [young] }))).toMatchObject({
      askedAt: [at, earlier, earlier],
      dueAt: instant(noon + hour),
    });
  });

  it('has asked as of when it read, however long it took', () => {
    const { askedAt, dueAt } = afterSweep(due(), noon + 2 * minute, whole);
    expect([askedAt, dueAt]).toEqual([[at, at, at], instant(noon + hour)]);
  });

  it('that finds none at all is the last', () => {
    const account = afterSweep(
      due({ youngestWatch: instant(noon) }),
      noon,
      looked({ band: 0 }, { band: 1 }, { band: 2 }),
    );
    expect(account).toEqual(withoutSweep(due({ lastSweptAt: at })));
    expect(account).not.toHaveProperty('dueAt');
  });

  it('that finds none where the youngest was goes on with the cadence of the next band', () => {
    const account = due({ youngestWatch: instant(noon - hour), askedAt: [at, at, at] });
    expect(afterSweep(account, noon, looked({ band: 0 }))).toMatchObject({
      youngestWatch: instant(noon - 3 * day - hour),
      askedAt: [at, at, at],
      dueAt: instant(noon + 4 * hour),
    });
  });

  it('that finds none after its cursor has found some before it', () => {
    const from = { since: at, next: 'WATCH#P-9' };
    const account = due({ cursors: [from, null, null], youngestWatch: instant(noon - hour) });
    expect(afterSweep(account, noon, looked({ band: 0, from }, { band: 1 }, { band: 2 }))).toMatchObject({
      cursors: never,
      youngestWatch: instant(noon - hour),
      dueAt: instant(noon + hour),
    });
  });
});

describe('a sweep that was cut short', () => {
  const since = instant(noon - 10 * minute);
  const cut = looked({ band: 0, watches: [young] }, { band: 1, watches: [old], next: 'WATCH#P-3' });

  it('goes on at once: each band where it ended', () => {
    expect(afterSweep(due(), noon, { ...cut, due: [0, 1, 2] })).toMatchObject({
      askedAt: [at, null, null],
      cursors: [null, { since: at, next: 'WATCH#P-3' }, null],
      dueAt: at,
    });
  });

  it('keeps where an older band ended, while the young are asked again', () => {
    const account = due({ cursors: [null, null, { since, next: 'WATCH#P-7' }] });
    expect(afterSweep(account, noon, cut).cursors).toEqual([
      null,
      { since: at, next: 'WATCH#P-3' },
      { since, next: 'WATCH#P-7' },
    ]);
  });

  it('asks again from the first that was left without an answer', () => {
    const later = watchRow('P-9', noon - minute);
    const account = afterSweep(due(), noon, looked({ band: 0, watches: [young, later] }, { band: 1, watches: [old] }), [
      { poNumber: 'P-9' },
    ]);
    expect(account).toMatchObject({
      askedAt: [null, at, null],
      cursors: [{ since: at, next: later.sk }, null, null],
      dueAt: at,
    });
  });

  it('has asked for a band since it began with it', () => {
    const from = { since, next: 'WATCH#P-1' };
    const account = due({ cursors: [from, null, null], youngestWatch: instant(noon - hour), askedAt: [null, at, at] });
    expect(afterSweep(account, noon, looked({ band: 0, from, watches: [young] }))).toMatchObject({
      askedAt: [since, at, at],
      cursors: never,
      dueAt: instant(noon + 50 * minute),
    });
  });

  it('is not done with a watch that ends while nobody answered for it', () => {
    const ending = watchRow('P-5', noon - 42 * day + hour / 2);
    const account = afterSweep(due(), noon, { ...whole, ending: [ending] }, [ending]);
    expect(account).toMatchObject({ askedAt: [at, at, at], dueAt: at });
  });

  it('and comes no further than the last one is asked less and less often', () => {
    const from = { since, next: young.sk };
    const account = due({ cursors: [from, null, null], askedAt: [null, at, at] });
    const nothing = looked({ band: 0, from, watches: [young] });
    const stuck = afterSweep(account, noon, nothing, [young]);
    expect(stuck).toMatchObject({ cursors: [from, null, null], failures: 1, dueAt: instant(noon + 5 * minute) });
    expect(afterSweep(stuck, noon, nothing, [young]).dueAt).toBe(instant(noon + 10 * minute));
  });

  it('and comes no further in an old band keeps the young in their time', () => {
    const from = { since, next: old.sk };
    const account = due({
      cursors: [null, from, null],
      youngestWatch: instant(noon - hour),
      askedAt: [instant(noon - 50 * minute), null, at],
      failures: 5,
    });
    const stuck = afterSweep(account, noon, looked({ band: 1, from, watches: [old] }), [old]);
    expect(stuck).toMatchObject({ failures: 6, dueAt: instant(noon + 10 * minute) });
  });

  it('and has no answer for those in their last hour is asked less and less often', () => {
    const ending = watchRow('P-5', noon - 42 * day + hour / 2);
    const account = due({ youngestWatch: instant(noon - hour), askedAt: [at, at, at] });
    expect(afterSweep(account, noon, { ...looked(), ending: [ending] }, [ending])).toMatchObject({
      failures: 1,
      dueAt: instant(noon + 5 * minute),
    });
  });
});

describe('a sweep', () => {
  test.each([
    [0, 5],
    [1, 10],
    [2, 20],
    [6, 320],
    [7, 360],
    [5000, 360],
  ])('that brought nothing for the %i+1st time is repeated after %i minutes', (failures, wait) => {
    expect(afterFailure(due({ failures }), noon)).toMatchObject({
      failures: failures + 1,
      dueAt: instant(noon + wait * minute),
    });
  });
});

it('a look at a stopped account puts the daily question off by nothing', () => {
  const stopped = due({ stopped: { credentialVersion: 'live-1', at: instant(noon), message: 'No' } });
  expect(retryStopped(stopped, noon + hour).dueAt).toBe(instant(noon + day));
  expect(retryStopped(stopped, noon + day).dueAt).toBe(instant(noon + 2 * day));
});

it('a stopped account is looked at again in a day, and verified then', () => {
  expect(retryTomorrow(due(), noon).dueAt).toBe(instant(noon + day));
  const stopped = due({ stopped: { credentialVersion: 'live-1', at: instant(noon), message: 'No' } });
  expect([verifyIsDue(stopped, noon + day - 1), verifyIsDue(stopped, noon + day), verifyIsDue(due(), noon)]).toEqual([
    false,
    true,
    false,
  ]);
});
