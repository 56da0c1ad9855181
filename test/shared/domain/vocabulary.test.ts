import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { InstantOfOthers, instant, milliseconds } from '../../../shared/domain/vocabulary.ts';

describe('a time', () => {
  it('is written so that the later one sorts later, within a second too', () => {
    const times = [0, 999, 1000, 1001, 60_000, Date.UTC(2026, 10, 23)];
    expect(times.map(instant).toSorted().map(milliseconds)).toEqual(times);
  });

  it('is refused where four digits do not hold its year: it would sort before all others', () => {
    expect(instant(Date.UTC(9999, 11, 31, 23, 59, 59, 999))).toBe('9999-12-31T23:59:59.999Z');
    expect(() => instant(Date.UTC(10_000, 0))).toThrow('A time as the service writes it');
    expect(() => instant(Number.NaN)).toThrow(RangeError);
  });

  it('of another service is read to the same form, whatever its offset and its digits', () => {
    const read = (written: string) => v.safeParse(InstantOfOthers, written);
    expect(read('2016-10-14T05:02:16Z').output).toBe('2016-10-14T05:02:16.000Z');
    expect(read('2016-10-14T05:02:16.645123+02:00').output).toBe('2016-10-14T03:02:16.645Z');
    for (const written of ['yesterday', '2016-10-14', '2016-10-14T05:02:16']) expect(read(written).success).toBe(false);
  });
});
