import { describe, expect, it, test } from 'vitest';
import {
  allBands,
  type BandSlice,
  cadenceAt,
  dueBands,
  endingSoon,
  isInLastHour,
  neverAsked,
  nextLook,
  rangeOf,
  youngestNow,
} from '../../../../shared/domain/account/cadence.ts';
import { instant } from '../../../../shared/domain/vocabulary.ts';
import { day, hour, minute, noon, watchRow } from '../../../rows.ts';

const ago = (age: number) => instant(noon - age);
const askedAt = (...ages: readonly number[]) => ages.map(ago);

test.each([
  [0, 0, hour],
  [3 * day + hour - 1, 0, hour],
  [3 * day + hour, 1, 4 * hour],
  [14 * day + 4 * hour - 1, 1, 4 * hour],
  [14 * day + 4 * hour, 2, day],
  [42 * day, 2, day],
])('a watch of %i ms is in band %i, looked at every %i ms', (age, band, every) => {
  expect(cadenceAt(ago(age), noon)).toEqual({ band, every });
});

describe('the bands that are due', () => {
  it('are all, where none was asked for yet', () => {
    expect(dueBands({ youngestWatch: ago(0), askedAt: neverAsked }, noon)).toEqual([0, 1, 2]);
  });

  it('are those whose time comes within half the time to the next regular sweep', () => {
    const due = (...ages: readonly number[]) => dueBands({ youngestWatch: ago(0), askedAt: askedAt(...ages) }, noon);
    expect(due(hour, hour, hour)).toEqual([0]);
    expect(due(hour - 30 * minute, 4 * hour - 30 * minute, hour)).toEqual([0, 1]);
    expect(due(hour - 31 * minute, 4 * hour - 31 * minute, day - 31 * minute)).toEqual([]);
    expect(due(minute, minute, day - 30 * minute)).toEqual([2]);
    const ofOlder = (...ages: readonly number[]) =>
      dueBands({ youngestWatch: ago(5 * day), askedAt: askedAt(...ages) }, noon);
    expect(ofOlder(0, 4 * hour, day - 2 * hour)).toEqual([1, 2]);
    expect(ofOlder(0, 4 * hour, day - 2.1 * hour)).toEqual([1]);
  });

  it('are never younger than the youngest watch', () => {
    expect(dueBands({ youngestWatch: ago(5 * day), askedAt: askedAt(day, day, day) }, noon)).toEqual([1, 2]);
    expect(dueBands({ youngestWatch: ago(20 * day), askedAt: askedAt(day, day, day) }, noon)).toEqual([2]);
  });
});

describe('what a sweep reads', () => {
  const inRanges = (age: number, bands: readonly number[]) => {
    const end = noon + 42 * day - age;
    return bands.map((band) => rangeOf(band, noon)).some(([from, to]) => end >= from && end < to);
  };

  it('is every watch of the due bands, and of no other', () => {
    for (const age of [0, day, 3 * day]) expect([inRanges(age, [0]), inRanges(age, [1])]).toEqual([true, false]);
    for (const age of [4 * day, 14 * day]) expect([inRanges(age, [1]), inRanges(age, [0])]).toEqual([true, false]);
    for (const age of [15 * day, 40 * day]) expect([inRanges(age, [2]), inRanges(age, [0, 1])]).toEqual([true, false]);
    expect(inRanges(42 * day, allBands)).toBe(false);
  });

  it('is also what may have its last look before the next regular sweep', () => {
    expect(endingSoon(ago(hour), noon)).toEqual([noon, noon + 2 * hour + 5 * minute]);
    expect(endingSoon(ago(5 * day), noon)).toEqual([noon, noon + 5 * hour + 5 * minute]);
    expect(endingSoon(ago(20 * day), noon)).toEqual([noon, noon + 25 * hour + 5 * minute]);
    expect(endingSoon(null, noon)).toEqual([noon, noon + hour + 5 * minute]);
  });
});

test('a watch is in its last hour to the millisecond', () => {
  const endingIn = (milliseconds: number) => watchRow('P-1', noon - 42 * day + milliseconds);
  expect([endingIn(hour), endingIn(hour + 1)].map((watch) => isInLastHour(watch, noon))).toEqual([true, false]);
});

describe('the youngest watch', () => {
  const known = { youngestWatch: ago(hour), askedAt: neverAsked };
  const part = (band: number, watches: BandSlice['watches'] = [], more: Partial<BandSlice> = {}): BandSlice => ({
    band,
    from: null,
    next: null,
    watches,
    ...more,
  });
  const [old, older] = [watchRow('P-1', noon - 5 * day), watchRow('P-2', noon - 20 * day)];

  it('is the latest opened of all, where all were read', () => {
    expect(youngestNow(known, [part(0), part(1, [old]), part(2, [older])], noon)).toBe(ago(5 * day));
    expect(
      youngestNow(
        known,
        allBands.map((band) => part(band)),
        noon,
      ),
    ).toBeNull();
  });

  it('stays what it was, where its band was not read, or not to its end', () => {
    expect(youngestNow(known, [part(2, [older])], noon)).toBe(ago(hour));
    expect(youngestNow(known, [part(0, [], { next: 'WATCH#P-1' })], noon)).toBe(ago(hour));
  });

  it('is the last of its band, where that was read to its end', () => {
    const young = watchRow('P-3', noon - 2 * day);
    const from = { since: ago(0), next: 'WATCH#P-3' };
    expect(youngestNow(known, [part(0, [young], { from })], noon)).toBe(ago(2 * day));
  });

  it('is as old as the next band, where its own is empty and the others were not all read', () => {
    const opened = youngestNow(known, [part(0)], noon);
    expect(opened).toBe(ago(3 * day + hour));
    expect(cadenceAt(opened ?? ago(0), noon).band).toBe(1);
    const from = { since: ago(0), next: 'WATCH#P-1' };
    expect(youngestNow(known, [part(0), part(1, [], { from }), part(2)], noon)).toBe(ago(3 * day + hour));
  });

  it('stays what it was, where only the end of its band was read, and is empty', () => {
    const from = { since: ago(0), next: 'WATCH#P-1' };
    expect(youngestNow(known, [part(0, [], { from }), part(1), part(2)], noon)).toBe(ago(hour));
  });
});

describe('the next look', () => {
  const hourly = { youngestWatch: ago(0), askedAt: askedAt(0, 0, 0) };
  const daily = { youngestWatch: ago(20 * day), askedAt: askedAt(0, 0, 0) };
  const endingIn = (milliseconds: number) => [watchRow('P-1', noon - 42 * day + milliseconds)];

  it('comes with the first band whose time it is', () => {
    const asked = { youngestWatch: ago(0), askedAt: askedAt(0, 3.5 * hour, hour) };
    expect(nextLook(asked, [], noon, noon)).toBe(instant(noon + 0.5 * hour));
  });

  it('falls once more in the last hour of a watch, where no regular one does', () => {
    expect(nextLook(daily, endingIn(5 * hour), noon, noon)).toBe(instant(noon + 4.5 * hour));
    expect(nextLook(daily, endingIn(hour + 1), noon, noon)).toBe(instant(noon + hour / 2 + 1));
  });

  it('needs no extra one, where this sweep fell into the last hour or a regular one will', () => {
    expect(nextLook(daily, endingIn(hour), noon, noon)).toBe(instant(noon + day));
    expect(nextLook(hourly, endingIn(1.5 * hour), noon, noon)).toBe(instant(noon + hour));
    expect(nextLook(hourly, endingIn(3 * hour), noon, noon)).toBe(instant(noon + hour));
  });

  it('counts what the sweep has read by the time of reading, however long it took', () => {
    expect(nextLook(daily, endingIn(hour + 1), noon, noon + 2 * minute)).toBe(instant(noon + hour / 2 + 1));
  });

  it('is drawn forward, where the regular one would come just before the end', () => {
    expect(nextLook(hourly, endingIn(hour + 4 * minute), noon, noon)).toBe(instant(noon + 59 * minute));
    expect(nextLook(hourly, endingIn(hour + 5 * minute), noon, noon)).toBe(instant(noon + hour));
  });
});
