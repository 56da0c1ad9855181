import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../../shared/domain/ports/ports.ts';

/** The one clock of the local run: the real one plus an offset that all threads share. */
export type LocalClock = Clock & {
  /** Milliseconds, as one BigInt64. */
  readonly offset: SharedArrayBuffer;
  advance(milliseconds: number): void;
};

/** setTimeout holds no more than this. */
const longestTimer = 2 ** 31 - 1;

/** A sleep ends early when the clock is moved past its end. */
export function localClock(startOffset: number): LocalClock {
  const offset = new SharedArrayBuffer(8);
  const cell = new BigInt64Array(offset);
  Atomics.store(cell, 0, BigInt(Math.round(startOffset)));
  let moved = new AbortController();
  const now = () => Date.now() + Number(Atomics.load(cell, 0));
  return {
    offset,
    now,
    advance(milliseconds) {
      Atomics.add(cell, 0, BigInt(Math.round(milliseconds)));
      const before = moved;
      moved = new AbortController();
      before.abort();
    },
    async sleep(milliseconds, signal) {
      const until = now() + milliseconds;
      while (now() < until) {
        signal?.throwIfAborted();
        const either = signal ? AbortSignal.any([moved.signal, signal]) : moved.signal;
        await wait(Math.min(until - now(), longestTimer), undefined, { signal: either }).catch(() => undefined);
      }
      signal?.throwIfAborted();
    },
  };
}

/** Makes `Date` of this thread follow the shared offset. Called before anything else is loaded. */
export function moveDate(offset: SharedArrayBuffer): void {
  const cell = new BigInt64Array(offset);
  const RealDate = Date;
  const now = () => RealDate.now() + Number(Atomics.load(cell, 0));
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
}
