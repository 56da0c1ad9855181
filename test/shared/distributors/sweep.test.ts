import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../shared/distributors/dates.ts';
import { daysOf, isWithin, piecesOf } from '../../../shared/distributors/sweep.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { day, noon, watchRow } from '../../rows.ts';

const today = dayOf(noon);
const submitted = (daysAgo: number, count = 1) =>
  Array.from({ length: count }, (_, n) => ({
    ...watchRow(`P-${daysAgo}-${n}`, noon - daysAgo * day),
    submittedAt: instant(noon - daysAgo * day),
  }));
/** Days as this many before today. */
const ago = (runs: readonly { readonly first: number; readonly last: number }[]) =>
  runs.map(({ first, last }) => [today - first, today - last]);

describe('the days of a sweep', () => {
  const orders = [...submitted(20, 30), ...submitted(19, 30), ...submitted(10, 5), ...submitted(9, 5)];

  test('are one run where the orders lie close together', () => {
    expect(ago(daysOf(orders, noon))).toEqual([
      [21, 16],
      [11, 6],
    ]);
  });

  test('reach to some days after an acceptance that came late', () => {
    const late = submitted(10).map((order) => ({ ...order, acceptedAt: instant(noon - 5 * day) }));
    expect(ago(daysOf(late, noon))).toEqual([[11, 2]]);
    expect(late.map((order) => isWithin(order, [{ first: today - 3, last: today - 2 }]))).toEqual([true]);
  });

  test('are asked for in pieces, where a run holds too many orders for one question', () => {
    expect(ago(piecesOf(daysOf(orders, noon), orders, 40))).toEqual([
      [21, 20],
      [19, 16],
      [11, 6],
    ]);
    expect(ago(piecesOf(daysOf(orders, noon), orders, 100))).toEqual(ago(daysOf(orders, noon)));
  });

  test('of which one alone holds too many are asked for day by day, and none is left out', () => {
    const pieces = piecesOf(daysOf(orders, noon), orders, 1);
    const all = pieces.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, n) => first + n));
    const whole = daysOf(orders, noon).flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, n) => first + n),
    );
    expect(all).toEqual(whole);
  });
});
