import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import type { Op, OpKind, Strike } from '../world/machine.ts';
import type { DownPort, World } from '../world/state.ts';
import type { Move } from './moves.ts';

/** Faults that stay: a port that fails at every call for an hour, for a day, or for ever. */
const portOf: Partial<Readonly<Record<OpKind, DownPort>>> = {
  open: 'vault',
  send: 'queues',
  mail: 'mail',
  post: 'webhook',
};

const failing: Readonly<Record<DownPort, Strike>> = {
  vault: { fate: 'fail', message: 'The key cannot be used.' },
  queues: { fate: 'fail', message: 'The queue does not answer.' },
  mail: { fate: 'answer', value: { outcome: 'try-later', message: 'SES did not answer.' } },
  webhook: { fate: 'answer', value: Number.NaN },
};

/** What a call meets whose port is down; null = nothing. */
export const downAt = ({ down, now }: World, { kind }: Op): Strike | null => {
  const port = portOf[kind];
  return port !== undefined && (down[port] ?? 0) > now ? failing[port] : null;
};

const hour = 3_600_000;
const lengths = [
  ['an hour', hour],
  ['a day', 24 * hour],
  ['ever', Number.POSITIVE_INFINITY],
] as const;

const ports: readonly DownPort[] = ['vault', 'queues', 'mail', 'webhook'];

/** After what comes back there is a backlog. Of what never does, only the judge says what must be done in spite of it. */
const patienceFor = (length: number): number => length + 4 * hour;

const staying = (what: string, change: (world: World, until: number) => void): readonly Move[] =>
  lengths.map(([name, length]) => ({
    name: `${what} for ${name}`,
    fits: () => true,
    change: (world, event) => change(world, Math.max(world.now, event.at) + length),
    patience: patienceFor(length),
    leavesDoubt: true,
  }));

/** Every port but table, clock and schedule. */
export const stayingFaults = (slug: DistributorSlug): readonly Move[] => [
  ...ports.flatMap((port) =>
    staying(`${port} down`, (world, until) => {
      world.down = { ...world.down, [port]: until };
    }),
  ),
  ...staying('the distributor down', (world, until) => {
    world.outages = { ...world.outages, [slug]: until };
  }),
];

/** Whether something is down that never comes back. */
export const neverComesBack = ({ down, outages, isBroken }: World): boolean =>
  isBroken || [...Object.values(down), ...Object.values(outages)].includes(Number.POSITIVE_INFINITY);
