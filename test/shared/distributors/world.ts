import { setImmediate as turn } from 'node:timers/promises';
import type { Ways } from '../../../infra/simulators/front-desk.ts';
import { type Simulated, simulate } from '../../../infra/simulators/simulate.ts';
import { home } from '../../../shared/contract/examples.ts';
import { distributors } from '../../../shared/distributors/all.ts';
import { connect, loadHttp } from '../../../shared/distributors/client.ts';
import type { Distributor, OpenedAccount } from '../../../shared/distributors/distributor.ts';
import type { Clock } from '../../../shared/domain/ports/ports.ts';
import type { Credentials } from '../../../shared/domain/profile.ts';
import type { OpenOrder } from '../../../shared/domain/verdicts.ts';
import {
  type Address,
  type DistributorSlug,
  instant,
  type Mode,
  type OrderToPlace,
} from '../../../shared/domain/vocabulary.ts';

/** The first request would wait for the HTTP client, and such a clock goes on meanwhile. */
await loadHttp();

/** A clock that goes on by itself: whoever still sleeps when everything in memory has had its turn sleeps no longer. */
export const restlessClock = (start = Date.UTC(2026, 10, 20, 17)): Clock & { advance(milliseconds: number): void } => {
  let now = start;
  const aLot = 60;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    sleep: async (milliseconds, signal) => {
      for (let at = 0; at < aLot; at += 1) {
        await turn();
        signal?.throwIfAborted();
      }
      now += milliseconds;
    },
  };
};

export const address: Address = home;

export const order = (changes: Partial<OrderToPlace> = {}): OrderToPlace => ({
  poNumber: 'PO-1001',
  partNumber: '26-1772',
  quantity: 2,
  shipTo: address,
  shippingMethod: 'ground',
  ...changes,
});

/** Values that no other word of any answer holds, so that a search for them is a search for leaks. */
export const credentialsOf = ({ profile }: Distributor, key = 'k3y+Secret/0n&ly=4 us'): Credentials =>
  Object.fromEntries(
    profile.credentials.map(({ name, secret }) => [name, secret ? key.replaceAll(' ', '-') : 'DLR777']),
  );

export type World = {
  readonly slug: DistributorSlug;
  readonly distributor: Distributor;
  readonly simulated: Simulated;
  readonly clock: ReturnType<typeof restlessClock>;
  account(mode?: Mode, key?: string): OpenedAccount;
  open(placed: OrderToPlace, orderNumbers?: readonly string[]): OpenOrder;
};

/** An order that is looked for, as many tests of answers have it. */
export const open: OpenOrder = {
  poNumber: 'PO-1001',
  partNumber: '26-1772',
  quantity: 2,
  orderNumbers: ['7654321'],
  submittedAt: '2026-11-20T17:00:00.000Z',
  postalCode: '83702',
};

/** One simulated distributor in memory, that takes only what is documented unless told, and accounts that can reach nothing else. */
export const worldOf = (slug: DistributorSlug, ways: Partial<Ways> = { reading: 'strict' }): World => {
  const clock = restlessClock();
  const distributor = distributors[slug];
  const simulated = simulate(slug, { clock, ways });
  const fetchIn = (mode: Mode) => async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const answer = Promise.resolve(simulated.app(mode).fetch(request));
    const aborted = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason), { once: true });
    });
    return Promise.race([answer, aborted]);
  };
  return {
    slug,
    distributor,
    simulated,
    clock,
    account: (mode = 'live', key = mode === 'test' ? 'TEST-key' : undefined) => ({
      mode,
      credentials: credentialsOf(distributor, key),
      client: connect({
        host: distributor.profile.hosts[mode] ?? `https://${mode}.automatic.example`,
        fetch: fetchIn(mode),
        clock,
        random: () => 0.5,
      }),
    }),
    open: ({ poNumber, partNumber, quantity, shipTo }, orderNumbers = []) => ({
      poNumber,
      partNumber,
      quantity,
      orderNumbers,
      submittedAt: instant(clock.now()),
      postalCode: shipTo.postalCode,
    }),
  };
};
