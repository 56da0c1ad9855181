import { proposePoNumber } from '../../../shared/domain/purchase-order/po-number.ts';
import { type DistributorSlug, distributorSlugs } from '../../../shared/domain/vocabulary.ts';
import { prototypeNames } from '../../prototype-names.ts';
import { newerVersion } from '../faults/deploys.ts';
import { acting, type Move } from '../faults/moves.ts';
import { checkTold } from '../invariants/all-told.ts';
import { atRest } from '../invariants/invariants.ts';
import { parcelsAreKnown } from '../invariants/parcels.ts';
import { purchaseOrders } from '../invariants/remembered.ts';
import { worldWith } from '../scenarios/prepared-worlds.ts';
import * as ask from '../world/requests.ts';
import { type ApiRequest, fork, type Scripted, type World } from '../world/state.ts';
import type { Scenario } from './schedule.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

const minute = 60_000;
const hour = 60 * minute;
const stores = ['s1', 'constructor'] as const;

type Made = {
  readonly storeId: string;
  readonly orderId: string;
  readonly itemId: string;
  readonly poNumber: string;
  readonly slug: DistributorSlug;
  readonly partNumber: string;
  readonly quantity: number;
};

const parts = ['26-1772', '26-1772', '26-1772', 'SPLIT-7', 'UNKNOWN-1', 'NOSTOCK-2'] as const;

const makeOrders = (random: SeededRandom): readonly Made[] =>
  Array.from({ length: 3 + random.below(8) }, (_, n) => ({
    storeId: random.pick(stores),
    ...named(random, n),
    slug: random.pick(distributorSlugs),
    partNumber: random.pick(parts),
    quantity: 1 + random.below(3),
  }));

/** An item may be called by any of the names that a plain object has without being told. */
const named = (random: SeededRandom, n: number) => {
  const [orderId, itemId] = [`O${n + 1}`, random.pick(['A', ...prototypeNames])];
  return { orderId, itemId, poNumber: proposePoNumber(orderId, itemId, 0) };
};

const request = (at: number, made: ApiRequest): Scripted => ({ at, act: { do: 'request', request: made } });

/** A life of each order: submitted once or twice, perhaps changed, and its parcels sent off. */
const lifeOf = (random: SeededRandom, order: Made, at: number): readonly Scripted[] => {
  const { storeId, orderId, itemId, slug, poNumber } = order;
  const submit = (later: number) =>
    request(
      at + later,
      ask.submitDialog(storeId, orderId, { itemId, wait: random.pick([0, 0, 20]), again: random.below(2) }),
    );
  const shipped = (later: number, n: number): Scripted => ({
    at: at + later,
    act: {
      do: 'ship',
      slug,
      poNumber,
      parcel: { carrier: 'UPS', trackingNumber: `1Z${orderId}00000000${n}`, quantity: 1 },
    },
  });
  return [
    submit(0),
    ...(random.below(3) === 0 ? [submit(random.below(120) * 1000)] : []),
    ...(random.below(5) === 0
      ? [request(at + random.below(900) * 1000, ask.putOrder({ ...order, city: 'Eagle' }))]
      : []),
    ...(random.below(8) === 0
      ? [request(at + random.below(60) * 1000, ask.putOrder({ ...order, status: 'Cancelled' }))]
      : []),
    ...(random.below(6) === 0 ? [request(at + 2 * hour, ask.stopTracking(storeId, poNumber))] : []),
    ...(random.below(6) === 0 ? [request(at + 2 * hour, ask.resumeTracking(storeId, poNumber))] : []),
    shipped(30 * minute + random.below(120) * minute, 1),
    ...(random.below(2) === 0 ? [shipped(60 * minute + random.below(240) * minute, 2)] : []),
  ];
};

/** What befalls distributors and settings. */
const troubles = (random: SeededRandom): readonly Move[] =>
  distributorSlugs.flatMap((slug): readonly Move[] => {
    const put = (testMode: boolean, version: number) => {
      // Chosen once: who asks again, or replays the world, is to be told the same.
      const storeId = random.pick(stores);
      const request = ask.putSettings(storeId, slug, { testMode, version, test: slug !== 'wps' });
      return acting(`new settings of ${slug}`, () => ({ do: 'request', request }));
    };
    return [
      { ...put(slug !== 'wps', 1), name: `${slug} in test mode`, patience: hour },
      { ...put(false, 2), name: `new credentials of ${slug}`, patience: hour },
      {
        ...acting(`${slug} is down for a quarter of an hour`, () => ({ do: 'outage', slug, hours: 0.25 })),
        patience: 4 * hour,
        leavesDoubt: true,
      },
    ];
  });

/** Many orders of two stores at four distributors, for some hours; all of it follows from the seed. */
export const randomScenario = (seed: number): Scenario => {
  const random = seededRandom(seed);
  const orders = makeOrders(random);
  const accounts = stores.flatMap((storeId) =>
    distributorSlugs.map((slug) => ({ storeId, slug, testMode: slug !== 'wps' && random.below(5) === 0 })),
  );
  const script = orders.flatMap((order) => lifeOf(random, order, random.below(600) * 1000));
  const expiry = random.pick(['at-once', 'late', 'never'] as const);
  const webhooks = stores.map((storeId) => ({ storeId, webhook: random.below(2) === 0 }));
  const start = async (): Promise<World> => {
    const world = await worldWith({ stores: webhooks, accounts, orders });
    const timed = script.map((scripted) => ({ ...scripted, at: world.now + scripted.at }));
    return { ...fork(world), expiry, script: timed, observed: { ...world.observed, lastFaultAt: world.now } };
  };
  return {
    name: `random world ${seed}`,
    start,
    acts: [...troubles(random), newerVersion],
    isOver: (world) =>
      atRest(world) &&
      purchaseOrders(world).every(
        (po) => po.state !== 'accepted' || po.tracking !== 'open' || parcelsAreKnown(world, po),
      ),
    checkEnd: checkTold,
  };
};
