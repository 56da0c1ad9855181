import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { checkRest } from '../invariants/at-rest.ts';
import { atRest } from '../invariants/invariants.ts';
import { judge } from '../judge/judge.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import { type ApiRequest, fork, type Scripted, type World } from '../world/state.ts';
import { run, type Scene, worldWith } from './prepared-worlds.ts';

export const minute = 60_000;
export const s1 = { storeId: 's1' };

/** A request, this many minutes after the scenario begins. */
export const at = (minutes: number, request: ApiRequest): Scripted => ({
  at: minutes * minute,
  act: { do: 'request', request },
});

export const scene = (
  slug: DistributorSlug,
  orderIds: readonly string[],
  { webhook = true, partNumber = '26-1772' } = {},
): Scene => ({
  stores: [{ ...s1, webhook }],
  accounts: [{ ...s1, slug, testMode: false }],
  orders: orderIds.map((orderId) => ({ ...s1, orderId, slug, partNumber })),
});

type Parts = Partial<Pick<Scenario, 'acts' | 'isOver' | 'checkEnd'>>;

export const scenario = (
  name: string,
  world: () => Promise<World>,
  script: readonly Scripted[] | ((begun: World) => readonly Scripted[]),
  parts: Parts = {},
): Scenario => {
  let built: Promise<World> | undefined;
  const start = async (): Promise<World> => {
    built ??= world();
    const begun = await built;
    const acts = typeof script === 'function' ? script(begun) : script;
    const timed = acts.map((scripted) => ({ ...scripted, at: begun.now + scripted.at }));
    const started = { ...fork(begun), script: timed, observed: { ...begun.observed, lastFaultAt: begun.now } };
    await judge(started);
    return started;
  };
  return { name, start, acts: [], isOver: atRest, checkEnd: checkRest, ...parts };
};

/** Orders that were accepted, and nothing else going on. */
export const placed =
  (wished: Scene, orders = wished.orders) =>
  async (): Promise<World> => {
    const world = await worldWith(wished);
    world.script = orders.map(({ storeId, orderId }) => ({
      at: world.now,
      act: { do: 'request', request: ask.submitDialog(storeId, orderId) },
    }));
    await run(world, world.now + minute);
    return { ...world, now: world.now + minute, told: [] };
  };
/** Three orders, of which the first was placed. */
export const firstPlaced = (slug: DistributorSlug) => {
  const all = scene(slug, ['O1', 'O2', 'O3']);
  return placed(all, all.orders.slice(0, 1))();
};
export const accepted = (slug: DistributorSlug, webhook = true) => placed(scene(slug, ['O1'], { webhook }));

export const ship = (
  slug: DistributorSlug,
  minutes: number,
  trackingNumber: string,
  quantity: number,
  poNumber = 'O1-A',
): Scripted => ({
  at: minutes * minute,
  act: { do: 'ship', slug, poNumber, parcel: { carrier: 'UPS', trackingNumber, quantity } },
});

export const parcels = ['1Z999AA10123456784', '1Z12345E0205271688'] as const;
