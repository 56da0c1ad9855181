import { expect, it } from 'vitest';
import { deployedAlarms } from './definitions.ts';
import { quietDays } from './quiet-days.ts';

const alarms = deployedAlarms();

it.each([1, 2, 3, 4])('thirty quiet days with ordinary noise ring nothing (seed %d)', { timeout: 600_000 }, (seed) => {
  expect(quietDays(alarms, 30, seed)).toEqual([]);
});
