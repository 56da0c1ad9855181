import { type Simulated, simulate } from '../../../infra/simulators/simulate.ts';
import type { State } from '../../../infra/simulators/state.ts';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import type { DistributorSlug, Mode } from '../../../shared/domain/vocabulary.ts';

/** 2026-11-23, a Monday, at five in the afternoon. */
export const monday = Date.parse('2026-11-23T17:00:00Z');

/** A clock that stands still until it is moved. */
export const stoppedClock = (): Clock & { advance(seconds: number): void } => {
  let now = monday;
  return {
    now: () => now,
    sleep: () => Promise.reject(new Error('a simulated distributor never sleeps')),
    advance: (seconds) => {
      now += seconds * 1000;
    },
  };
};

/** A request to a host of this distributor: what came back, its body parsed where it is JSON. */
export type Reply = {
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
  readonly headers: Headers;
};

export type Sent = {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
};

/** One distributor in memory, its clock, and a way to ask it; it takes only what is documented. */
export const world = (slug: DistributorSlug, state?: State) => {
  const clock = stoppedClock();
  const simulated: Simulated = simulate(slug, { clock, ways: { reading: 'strict' }, ...(state ? { state } : {}) });
  const ask =
    (mode: Mode) =>
    async (line: string, { body, headers = {}, signal }: Sent = {}): Promise<Reply> => {
      const [method = 'GET', path = '/'] = line.split(' ');
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      const request = new Request(`http://distributor.example${path}`, {
        method,
        headers: { ...json, ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
      const response = await simulated.app(mode).fetch(request);
      const text = await response.text();
      return { status: response.status, text, json: parsed(text), headers: response.headers };
    };
  return { clock, control: simulated.control, live: ask('live'), test: ask('test') };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Calls, gives up, and lets the clock go on for this many seconds. */
export const giveUp = async (call: (signal: AbortSignal) => Promise<Reply>): Promise<void> => {
  const caller = new AbortController();
  const answer = call(caller.signal);
  await new Promise((resolve) => setImmediate(resolve));
  caller.abort();
  await answer;
};
