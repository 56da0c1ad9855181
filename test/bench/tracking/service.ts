import { distributors } from '../../../shared/distributors/all.ts';
import { hostsWith } from '../../../shared/distributors/hosts.ts';
import type { Meter } from '../../../shared/domain/ports/metrics.ts';
import type { Clock, Log } from '../../../shared/domain/ports/ports.ts';
import type { Nudge } from '../../../shared/domain/ports/queues.ts';
import type { Table } from '../../../shared/domain/ports/table.ts';
import type { Vault } from '../../../shared/domain/ports/vault.ts';
import type { AskingPorts } from '../../../shared/ordering/ports.ts';
import type { Crowd } from './population.ts';
import { answerMilliseconds, quietAnswer } from './quiet-distributors.ts';

/** A line of metrics in the log, as CloudWatch counts it, and each value in it beyond the first. */
const metricLine = { bytes: 400, valueBytes: 5 } as const;

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Time passes where something waits; a time limit (a sleep that can be called off) passes never. */
export const clockAt = (time: { now: number }): Clock => ({
  now: () => time.now,
  sleep: (milliseconds, signal) => {
    if (signal !== undefined)
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    time.now += milliseconds;
    return Promise.resolve();
  },
});

const nothingYet = () => ({ calls: 0, callsOf: new Map<string, number[]>(), messages: 0, metricBytes: 0 });

type World = {
  readonly time: { now: number };
  readonly clock: Clock;
  readonly table: Table;
  readonly cold: () => Vault;
};

/** The deployed code's ports onto a world in which nothing ships, and what they were used for. */
export const countedService = ({ time, clock, table, cold }: World) => {
  const sent: (readonly Nudge[])[] = [];
  /** How many latencies of each kind of account the invocation has gathered. */
  const gathered = new Map<string, number>();
  let counted = nothingYet();
  let current: Crowd | undefined;
  let ids = 0;

  const meter: Meter = (_name, _value, by) => {
    const kind = JSON.stringify(by);
    gathered.set(kind, (gathered.get(kind) ?? 0) + 1);
  };
  const answer: typeof fetch = async (input) => {
    counted.calls += 1;
    const pk = current?.pk ?? '';
    counted.callsOf.get(pk)?.push(time.now) ?? counted.callsOf.set(pk, [time.now]);
    time.now += answerMilliseconds;
    return quietAnswer(input instanceof Request ? input.url : String(input), current?.open ?? 0, time.now);
  };

  return {
    counted: () => counted,
    forget: (): void => {
      counted = nothingYet();
    },
    /** Whose distributor answers from now on. */
    serve: (crowd: Crowd | undefined): void => {
      current = crowd;
    },
    /** The messages that were sent since this was last called. */
    received: () => sent.splice(0),
    /** An invocation is over: it writes down what its meter has gathered. */
    publish: (): void => {
      for (const values of gathered.values()) {
        counted.metricBytes += Math.ceil(values / 100) * metricLine.bytes + values * metricLine.valueBytes;
      }
      gathered.clear();
    },
    /** What a function instance has that has just started. */
    coldPorts: (): AskingPorts => ({
      table,
      queues: {
        send: async (_, nudges) => {
          sent.push(nudges);
          counted.messages += 1;
        },
      },
      vault: cold(),
      clock,
      newId: () => String(++ids).padStart(22, '0'),
      distributors,
      hosts: hostsWith({ automatic: { live: 'https://automatic.example' } }),
      fetch: answer,
      random: () => 0.5,
      log: quiet,
      meter,
    }),
  };
};
