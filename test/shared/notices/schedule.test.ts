import { describe, expect, it } from 'vitest';
import { mailWaits, nextTry, webhookWaits } from '../../../shared/notices/schedule.ts';

const total = (waits: readonly number[]): number => waits.reduce((sum, wait) => sum + wait, 0);

describe('the schedule', () => {
  it('tries a webhook as the specification of Standard Webhooks says, and for three days', () => {
    expect(webhookWaits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 73_495]);
    expect(total(webhookWaits)).toBe(72 * 3600);
  });

  it('tries a mail for three days', () => {
    expect(mailWaits).toEqual([60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400, 86_400, 5940]);
    expect(total(mailWaits)).toBe(72 * 3600);
  });

  it('waits after each failed try, and then gives up', () => {
    expect(nextTry(webhookWaits, 1, 1000)).toBe(6000);
    expect(nextTry(webhookWaits, 9, 0)).toBe(73_495_000);
    expect(nextTry(webhookWaits, 10, 0)).toBeNull();
  });
});
