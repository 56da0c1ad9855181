import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../shared/domain/purchase-order/due.ts';
import { giveUp } from '../../../../shared/domain/purchase-order/outcome.ts';
import { instant } from '../../../../shared/domain/vocabulary.ts';
import { accepted, day, hour, inDoubt, needsPerson, noon, poRow, refused } from '../../../rows.ts';

describe('nothing waits for ever', () => {
  it('a claim that was not taken for a day is refused: nothing was sent', () => {
    const waiting = poRow({ notBefore: instant(noon + 30 * hour) });
    expect(waiting.dueAt).toBe(instant(noon + day));
    expect(nextStep(waiting, noon + day - 1)).toBe('nothing');
    expect(nextStep(waiting, noon + day)).toBe('give-up');
    expect(giveUp(waiting, noon + day, 'other', 'A day has passed.')).toMatchObject({
      status: 'refused',
      refusal: { code: 'other', message: 'A day has passed. Nothing was sent to the distributor.' },
    });
  });

  it('a doubt of a day goes to a person', () => {
    const doubtful = inDoubt({ notBefore: instant(noon + 30 * hour) });
    expect(doubtful.dueAt).toBe(instant(noon + day));
    expect(nextStep(doubtful, noon + day - 1)).toBe('nothing');
    expect(nextStep(doubtful, noon + day)).toBe('give-up');
    expect(giveUp(doubtful, noon + day, 'other', 'A day has passed.')).toMatchObject({
      status: 'needs-person',
      attention: {
        reason: 'cannot-be-decided',
        whatToDo: 'A day has passed. Ask the distributor whether it holds PO 1001-1, then resolve it.',
      },
    });
  });

  it('the day of a doubt begins with the doubt, however long the order had waited', () => {
    const doubtful = inDoubt({ submittedAt: instant(noon - 20 * hour), notBefore: instant(noon + 30 * hour) });
    expect(doubtful.dueAt).toBe(instant(noon + day));
  });

  it('what was sent again shortly before the day was over has time to settle', () => {
    const settleAt = instant(noon + day + 20 * 60_000);
    const call = { token: 't-2', credentialVersion: 'v-1', begunAt: instant(noon + day - 120_000), settleAt };
    const doubtful = inDoubt({ sends: 2, call, notBefore: instant(noon + 30 * hour) });
    expect(doubtful.dueAt).toBe(settleAt);
    expect(nextStep(doubtful, noon + day)).toBe('nothing');
    expect(nextStep(doubtful, noon + day + 20 * 60_000)).toBe('give-up');
  });

  it('one that was to be sent again goes to a person a day after the doubt', () => {
    expect(nextStep(inDoubt({ state: 'claimed' }), noon + day)).toBe('give-up');
  });

  it('a row that is final and has paid what it owes is due no more', () => {
    for (const row of [refused(), needsPerson(), accepted({ tracking: 'stopped' }), accepted({ tracking: 'complete' })])
      expect(row).not.toHaveProperty('dueAt');
  });
});
