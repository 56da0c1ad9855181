import { expect, test } from 'vitest';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { isBeingSent, takeLease } from '../../../shared/notices/lease.ts';
import { mailRow, monday, world } from './world.ts';

test('what was taken is being sent while its sender may live; what waits for a later time is not', async () => {
  const { ports, ready } = world(mailRow());
  await ready;
  const leased = await takeLease(ports, mailRow());
  const until = Date.parse(leased?.sendingUntil ?? '');
  expect(until).toBeGreaterThan(monday);
  const isSentAt = (now: number, sendingUntil = leased?.sendingUntil ?? null) =>
    isBeingSent(mailRow('live', { sendingUntil }), now);
  expect([isSentAt(monday), isSentAt(until - 1), isSentAt(until)]).toEqual([true, true, false]);
  expect(isSentAt(monday, instant(until + 1))).toBe(false);
  expect(isSentAt(monday, null)).toBe(false);
});
