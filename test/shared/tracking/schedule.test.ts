import { describe, expect, it, test } from 'vitest';
import { instant } from '../../../shared/domain/words.ts';
import { failed, idle, nextLook, swept, tomorrow, verifyIsDue, youngestOf } from '../../../shared/tracking/schedule.ts';
import { accountRow, day, hour, minute, noon, watchRow } from '../../rows.ts';

const due = (more: object = {}) => accountRow({ due: 'sweep', dueAt: instant(noon), ...more });

describe('the next look', () => {
  test.each([
    ['an hour after a watch of today', [0], hour],
    ['four hours after the youngest of three days', [30, 3], 4 * hour],
    ['a day after the youngest of two weeks', [20, 14], day],
  ])('is %s', (_, ages, later) => {
    const watches = ages.map((age, index) => watchRow(`P-${index}`, noon - age * day));
    expect(nextLook(watches, noon)).toBe(instant(noon + later));
  });

  it('is once more in the last hour of a watch', () => {
    const ending = watchRow('P-1', noon - 42 * day + 5 * hour);
    expect(nextLook([ending], noon)).toBe(instant(noon + 5 * hour - 30 * minute));
    expect(nextLook([ending], noon + 5 * hour - 30 * minute)).toBe(instant(noon + 5 * hour - 30 * minute + day));
  });

  it('is never where there is no watch', () => {
    expect([nextLook([], noon), youngestOf([])]).toEqual([null, null]);
    const account = swept(due({ youngestWatch: instant(noon) }), noon, [], null);
    expect(account).toEqual(idle(due()));
    expect(account).not.toHaveProperty('dueAt');
  });
});

describe('a sweep', () => {
  const watches = [watchRow('P-1', noon - hour), watchRow('P-2', noon - 10 * day)];

  it('that ended well is followed by the next one, and forgets earlier failures', () => {
    expect(swept(due({ failures: 3, cursor: 'WATCH#P-1' }), noon, watches, null)).toMatchObject({
      failures: 0,
      cursor: null,
      lastSweptAt: instant(noon),
      youngestWatch: instant(noon - hour),
      due: 'sweep',
      dueAt: instant(noon + hour),
    });
  });

  it('that was cut short goes on in a minute, where it ended', () => {
    expect(swept(due(), noon, watches, 'WATCH#P-2')).toMatchObject({
      cursor: 'WATCH#P-2',
      dueAt: instant(noon + minute),
    });
    expect(swept(due({ cursor: 'WATCH#P-1' }), noon, watches, 'WATCH#P-2').dueAt).toBe(instant(noon + minute));
  });

  it('that comes no further than the last one is asked less and less often', () => {
    const stuck = swept(due({ cursor: 'WATCH#P-2' }), noon, watches, 'WATCH#P-2');
    expect(stuck).toMatchObject({ cursor: 'WATCH#P-2', failures: 1, dueAt: instant(noon + 5 * minute) });
    expect(swept(stuck, noon, watches, 'WATCH#P-2').dueAt).toBe(instant(noon + 10 * minute));
  });

  test.each([
    [0, 5],
    [1, 10],
    [2, 20],
    [6, 320],
    [7, 360],
    [5000, 360],
  ])('that brought nothing for the %i+1st time is repeated after %i minutes', (failures, wait) => {
    expect(failed(due({ failures }), noon)).toMatchObject({
      failures: failures + 1,
      dueAt: instant(noon + wait * minute),
    });
  });
});

it('a stopped account is looked at again in a day, and verified then', () => {
  expect(tomorrow(due(), noon).dueAt).toBe(instant(noon + day));
  const stopped = due({ stopped: { credentialVersion: 'live-1', at: instant(noon), message: 'No' } });
  expect([verifyIsDue(stopped, noon + day - 1), verifyIsDue(stopped, noon + day), verifyIsDue(due(), noon)]).toEqual([
    false,
    true,
    false,
  ]);
});
