import { describe, expect, it } from 'vitest';
import { instant, milliseconds } from '../../../shared/domain/vocabulary.ts';
import {
  afterDelivery,
  beginTest,
  endpointOf,
  endTest,
  reviveEndpoint,
  takeTurn,
  turnAt,
  viewEndpoint,
} from '../../../shared/notices/endpoint.ts';
import { monday, world } from './world.ts';

const endpoint = { storeId: 's1', url: 'https://hooks.motohut.example/drop-ship' };
const failed = { outcome: 'failed', status: 500, reason: 'Answered with status 500.' } as const;
const delivered = { outcome: 'delivered', status: 204 } as const;

const made = () => {
  const { ports, state } = world();
  return { ports, state, known: () => endpointOf(ports.table, endpoint) };
};

describe('an endpoint', () => {
  it('is left alone for 5 seconds, four times as long after each failure more, and an hour at the longest', async () => {
    const { ports, state, known } = made();
    const rests: number[] = [];
    for (let failures = 0; failures < 8; failures++) {
      await afterDelivery(ports, endpoint, failures, failed);
      const until = milliseconds((await known())?.askAfter ?? instant(0));
      rests.push((until - state.now) / 1000);
      state.now = until;
    }
    expect(rests).toEqual([5, 20, 80, 320, 1280, 3600, 3600, 3600]);
  });

  it.each([
    ['a while', 600, 600],
    ['less than it would be anyway', 1, 5],
    ['a week: an hour at the longest', 604_800, 3600],
  ])('that asks to be left alone for %s is', async (_, retryAfterSeconds, rests) => {
    const { ports, state, known } = made();
    await afterDelivery(ports, endpoint, 0, { ...failed, retryAfterSeconds });
    expect((await known())?.askAfter).toBe(instant(state.now + rests * 1000));
  });

  it('that has failed is asked by one, and by the next when a delivery must be over', async () => {
    const { ports, state, known } = made();
    await afterDelivery(ports, endpoint, 0, failed);
    state.now += 5000;
    expect(await takeTurn(ports, endpoint, await known())).toEqual({ turn: 'ask', failures: 1 });
    const until = instant(state.now + 30_000);
    expect(await takeTurn(ports, endpoint, await known())).toEqual({ turn: 'wait', until });
    expect(turnAt(await known(), state.now + 29_999).turn).toBe('wait');
    expect(turnAt(await known(), state.now + 30_000).turn).toBe('ask');
  });

  it('that works is written once a minute', async () => {
    const { ports, state, known } = made();
    const at = async (seconds: number) => {
      state.now = monday + seconds * 1000;
      await afterDelivery(ports, endpoint, 0, delivered);
      return (await known())?.lastDeliveredAt;
    };
    expect(await at(0)).toBe(instant(monday));
    expect(await at(59.999)).toBe(instant(monday));
    expect(await at(60)).toBe(instant(monday + 60_000));
  });

  it('that answers again within the minute is asked by all again, and its next failure is its first', async () => {
    const { ports, state, known } = made();
    await afterDelivery(ports, endpoint, 0, delivered);
    await afterDelivery(ports, endpoint, 0, failed);
    await afterDelivery(ports, endpoint, 1, delivered);
    expect(turnAt(await known(), state.now)).toEqual({ turn: 'ask', failures: 0 });
    await afterDelivery(ports, endpoint, 0, failed);
    expect(turnAt(await known(), state.now)).toEqual({ turn: 'wait', until: instant(state.now + 5000) });
  });

  it('that fails is asked at once when its store is PUT, and one that works is not written then', async () => {
    const { ports, state, known } = made();
    await afterDelivery(ports, endpoint, 0, failed);
    await reviveEndpoint(ports, 's1');
    const revived = await known();
    expect(turnAt(revived, state.now)).toEqual({ turn: 'ask', failures: 0 });
    await reviveEndpoint(ports, 's1');
    expect(await known()).toEqual(revived);
  });

  it('is sent one test event at a time, and the next when it must be over', async () => {
    const { ports, state } = made();
    expect(await beginTest(ports, endpoint)).toBe(true);
    state.now += 29_999;
    expect(await beginTest(ports, endpoint)).toBe(false);
    state.now += 1;
    expect(await beginTest(ports, endpoint)).toBe(true);
    await endTest(ports, endpoint);
    expect(await beginTest(ports, endpoint)).toBe(true);
  });

  it('is shown as active, failing or disabled', async () => {
    const { ports, known } = made();
    const shown = async () => viewEndpoint(await known()).state;
    expect(await shown()).toBe('active');
    await afterDelivery(ports, endpoint, 0, delivered);
    expect(await shown()).toBe('active');
    await afterDelivery(ports, endpoint, 0, failed);
    expect(await shown()).toBe('failing');
    await afterDelivery(ports, endpoint, 1, { outcome: 'gone', status: 410 });
    expect(await shown()).toBe('disabled');
    await reviveEndpoint(ports, 's1');
    expect(await shown()).toBe('active');
    expect(turnAt(await known(), monday)).toEqual({ turn: 'ask', failures: 0 });
  });
});
