import { expect, it } from 'vitest';
import { localClock } from '../../../../infra/local/time/clock.ts';

const hour = 3_600_000;

it('moves, and wakes whoever slept through it', async () => {
  const clock = localClock(0);
  const before = clock.now();
  const slept = clock.sleep(hour);
  clock.advance(hour);
  await slept;
  expect(clock.now() - before).toBeGreaterThanOrEqual(hour);
});

it('lets nobody sleep less than he asked for', async () => {
  const clock = localClock(0);
  let awake = false;
  const slept = clock.sleep(2 * hour).then(() => {
    awake = true;
  });
  clock.advance(hour);
  await new Promise((resolve) => setImmediate(resolve));
  expect(awake).toBe(false);
  clock.advance(hour);
  await slept;
});

it('a sleep that is called off says why', async () => {
  const stopping = new AbortController();
  const slept = localClock(0).sleep(hour, stopping.signal);
  stopping.abort(new Error('called off'));
  await expect(slept).rejects.toThrow('called off');
});

it('begins where it was left', () => {
  expect(localClock(hour).now() - Date.now()).toBeGreaterThan(hour - 1000);
});
