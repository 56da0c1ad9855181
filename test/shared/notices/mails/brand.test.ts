import { expect, test } from 'vitest';
import { brandOf } from '../../../../shared/notices/mails/brand.ts';

const inkOn = (color: string): string => brandOf({ brand: { color, website: null } }).ink;

// The contrast of white on each, as WCAG's own formula has it; 4.5 is what it asks of text.
test.each([
  ['#767676', 4.54, '#ffffff'],
  ['#777777', 4.48, '#111418'],
  ['#ff0000', 4.0, '#111418'],
  ['#ee0000', 4.53, '#ffffff'],
  ['#008a00', 4.53, '#ffffff'],
  ['#008b00', 4.48, '#111418'],
  ['#0000ff', 8.59, '#ffffff'],
])('on %s (%d) is written in %s', (color, _contrast, ink) => {
  expect(inkOn(color)).toBe(ink);
});
