import { describe, expect, it, test } from 'vitest';
import { instant } from '../../../shared/domain/words.ts';
import { failed, idle, swept, tomorrow, verifyIsDue } from '../../../shared/tracking/schedule.ts';
import { accountRow, day, hour, minute, noon, watchRow } from '../../rows.ts';

const due = (more: object = {}) => accountRow({ due: 'sweep', dueAt: instant(noon), ...more });

describe('a sweep', () => {
  const read = [watchRow('P-2', noon - 10 * day), watchRow('P-1', noon - hour)];
  const at = instant(noon);
  const whole = { read, bands: [0, 1, 2], cursor: null };

  it('that ended well is followed by the next one, and forgets earlier failures', () => {
    expect(swept(due({ failures: 3, cursor: 'WATCH#P-1' }), noon, whole)).toMatchObject({
      failures: 0,
      cursor: null,
      lastSweptAt: at,
      youngestWatch: instant(noon - hour),
      askedAt: [at, at, at],
      due: 'sweep',
      dueAt: instant(noon + hour),
    });
  });

  it('of the young only leaves the older bands to their own time', () => {
    const earlier = instant(noon - 3 * hour);
    const account = due({ youngestWatch: instant(noon - hour), askedAt: [earlier, earlier, earlier] });
    expect(swept(account, noon, { ...whole, bands: [0] })).toMatchObject({
      askedAt: [at, earlier, earlier],
      dueAt: instant(noon + hour),
    });
  });

  it('that finds none at all is the last', () => {
    const account = swept(due({ youngestWatch: instant(noon) }), noon, { ...whole, read: [] });
    expect(account).toEqual(idle(due({ lastSweptAt: at })));
    expect(account).not.toHaveProperty('dueAt');
  });

  it('that finds none after its cursor looks for all in a minute: there may be some before it', () => {
    expect(swept(due({ cursor: 'WATCH#P-9' }), noon, { ...whole, read: [] })).toMatchObject({
      cursor: null,
      askedAt: [null, null, null],
      dueAt: instant(noon + minute),
    });
  });

  it('that finds none where the youngest was looks for all in a minute', () => {
    const account = due({ youngestWatch: instant(noon - hour), askedAt: [at, at, at] });
    expect(swept(account, noon, { read: [], bands: [0], cursor: null })).toMatchObject({
      askedAt: [null, null, null],
      dueAt: instant(noon + minute),
    });
  });

  it('that was cut short goes on in a minute, where it ended', () => {
    const cut = { ...whole, cursor: 'WATCH#P-2' };
    expect(swept(due(), noon, cut)).toMatchObject({
      cursor: 'WATCH#P-2',
      askedAt: [null, null, null],
      dueAt: instant(noon + minute),
    });
    expect(swept(due({ cursor: 'WATCH#P-1' }), noon, cut).dueAt).toBe(instant(noon + minute));
  });

  it('that comes no further than the last one is asked less and less often', () => {
    const cut = { ...whole, cursor: 'WATCH#P-2' };
    const stuck = swept(due({ cursor: 'WATCH#P-2' }), noon, cut);
    expect(stuck).toMatchObject({ cursor: 'WATCH#P-2', failures: 1, dueAt: instant(noon + 5 * minute) });
    expect(swept(stuck, noon, cut).dueAt).toBe(instant(noon + 10 * minute));
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
