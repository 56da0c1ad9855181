import { expect, test } from 'vitest';
import { instant } from '../../../shared/domain/vocabulary.ts';
import { isBeingSent, nudgeLater, takeLease } from '../../../shared/notices/lease.ts';
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

test('what waits for a time may be taken from that time on, and not a millisecond before', async () => {
  const row = mailRow('live', { sendingUntil: instant(monday) });
  const { ports, ready, state } = world(row);
  await ready;
  state.now = monday - 1;
  expect(await takeLease(ports, row)).toBeNull();
  state.now = monday;
  expect(await takeLease(ports, row)).not.toBeNull();
});

test('a nudge comes a second after its time, and none is asked for beyond the quarter of an hour that a queue holds it', async () => {
  const { ports, seen } = world();
  for (const wait of [-1, 0, 1, 1000, 1001, 898_001, 899_000, 899_001, 900_000, 3_600_000]) {
    await nudgeLater(ports, 'mail', mailRow(), monday + wait);
  }
  const delays = seen.nudged.map((nudged) => (nudged as unknown[])[1]);
  expect(delays).toEqual([undefined, undefined, 2, 2, 3, 900, 900]);
});
