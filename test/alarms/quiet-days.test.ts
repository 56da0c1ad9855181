import { expect, it } from 'vitest';
import { deployedAlarms } from './definitions.ts';
import { quietDays } from './quiet-days.ts';

/** A whole month, and several of them, are looked at by the gate. */
it('quiet days with ordinary noise ring nothing', () => {
  expect(quietDays(deployedAlarms(), 4, 1)).toEqual([]);
});
