import { describe, expect, it, test } from 'vitest';
import {
  allBands,
  cadenceAt,
  dueBands,
  endingSoon,
  isAsked,
  neverAsked,
  nextLook,
  rangesOf,
  youngestNow,
} from '../../../shared/domain/cadence.ts';
import { instant } from '../../../shared/domain/words.ts';
import { day, hour, minute, noon, watchRow } from '../../rows.ts';

const ago = (age: number) => instant(noon - age);
const askedAt = (...ages: readonly number[]) => ages.map(ago);

test.each([
  [0, 0, 3600],
  [3 * day + hour - 1, 0, 3600],
  [3 * day + hour, 1, 4 * 3600],
  [14 * day + 4 * hour - 1, 1, 4 * 3600],
  [14 * day + 4 * hour, 2, 86_400],
  [42 * day, 2, 86_400],
])('a watch of %i ms is in band %i, looked at every %i seconds', (age, band, every) => {
  expect(cadenceAt(ago(age), noon)).toEqual({ band, every });
});

describe('the bands that are due', () => {
  it('are all, where none was asked for yet', () => {
    expect(dueBands({ youngestWatch: ago(0), askedAt: neverAsked }, noon)).toEqual([0, 1, 2]);
  });

  it('are those whose time has come, an eighth of it early at most', () => {
    const due = (...ages: readonly number[]) => dueBands({ youngestWatch: ago(0), askedAt: askedAt(...ages) }, noon);
    expect(due(hour, hour, hour)).toEqual([0]);
    expect(due(hour - 7 * minute, 4 * hour - 30 * minute, hour)).toEqual([0, 1]);
    expect(due(hour - 8 * minute, 4 * hour - 31 * minute, 20 * hour)).toEqual([]);
    expect(due(minute, minute, day - 3 * hour)).toEqual([2]);
  });

  it('are never younger than the youngest watch', () => {
    expect(dueBands({ youngestWatch: ago(5 * day), askedAt: askedAt(day, day, day) }, noon)).toEqual([1, 2]);
    expect(dueBands({ youngestWatch: ago(20 * day), askedAt: askedAt(day, day, day) }, noon)).toEqual([2]);
  });
});

describe('what a sweep reads', () => {
  const inRanges = (age: number, bands: readonly number[]) => {
    const end = noon + 42 * day - age;
    return rangesOf(bands, noon).some(([from, to]) => end >= from && end < to);
  };

  it('is every watch of the due bands, and of no other', () => {
    for (const age of [0, day, 3 * day]) expect([inRanges(age, [0]), inRanges(age, [1])]).toEqual([true, false]);
    for (const age of [4 * day, 14 * day]) expect([inRanges(age, [1]), inRanges(age, [0])]).toEqual([true, false]);
    for (const age of [15 * day, 40 * day]) expect([inRanges(age, [2]), inRanges(age, [0, 1])]).toEqual([true, false]);
    expect(inRanges(42 * day, allBands)).toBe(false);
  });

  it('is also what ends within a day, so that its last look is planned', () => {
    expect(endingSoon(noon)).toEqual([noon, noon + day]);
  });
});

test('a watch is asked about when its band is due, and in its last hour always', () => {
  const old = watchRow('P-1', noon - 41 * day);
  const ending = watchRow('P-2', noon - 42 * day + hour);
  const young = watchRow('P-3', noon);
  expect([old, ending, young].map((watch) => isAsked(watch, [0], noon))).toEqual([false, true, true]);
  expect([old, ending, young].map((watch) => isAsked(watch, [2], noon))).toEqual([true, true, false]);
});

describe('the youngest watch', () => {
  const known = { youngestWatch: ago(hour), askedAt: neverAsked };
  it('is the latest opened of all, where all were read', () => {
    const read = [watchRow('P-1', noon - 20 * day), watchRow('P-2', noon - 5 * day)];
    expect(youngestNow(known, read, allBands, noon)).toBe(ago(5 * day));
    expect(youngestNow(known, [], allBands, noon)).toBeNull();
  });

  it('stays what it was, where its band was not read', () => {
    expect(youngestNow(known, [watchRow('P-1', noon - 41 * day)], [2], noon)).toBe(ago(hour));
  });

  it('is not known, where it has gone and only the young were read', () => {
    expect(youngestNow(known, [watchRow('P-1', noon - 41 * day)], [0], noon)).toBe('unknown');
  });
});

describe('the next look', () => {
  it('comes with the first band whose time it is', () => {
    const asked = { youngestWatch: ago(0), askedAt: askedAt(0, 3.5 * hour, hour) };
    expect(nextLook(asked, [], noon)).toBe(instant(noon + 0.5 * hour));
  });

  it('falls once more in the last hour of a watch, where no regular one does', () => {
    const asked = { youngestWatch: ago(20 * day), askedAt: askedAt(0, 0, 0) };
    const ending = watchRow('P-1', noon - 42 * day + 5 * hour);
    expect(nextLook(asked, [ending], noon)).toBe(instant(noon + 5 * hour - 30 * minute));
    expect(nextLook(asked, [ending], noon + 5 * hour - 30 * minute)).toBe(instant(noon + day));
  });

  it('needs no extra one, where a regular one falls in the last hour well before the end', () => {
    const asked = { youngestWatch: ago(0), askedAt: askedAt(0, 0, 0) };
    expect(nextLook(asked, [watchRow('P-1', noon - 42 * day + 1.5 * hour)], noon)).toBe(instant(noon + hour));
    const tooClose = watchRow('P-1', noon - 42 * day + hour + 5 * minute);
    expect(nextLook(asked, [tooClose], noon)).toBe(instant(noon + 35 * minute));
  });
});
