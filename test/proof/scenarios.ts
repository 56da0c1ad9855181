import type { DistributorSlug } from '../../shared/domain/words.ts';
import { interference, outage } from './interference.ts';
import { atRest, isSettled } from './invariants.ts';
import * as ask from './requests.ts';
import { checkRest, checkSettled } from './rest.ts';
import { run, type Scene, stepWith, worldWith } from './scenes.ts';
import type { Scenario } from './schedule.ts';
import { type ApiRequest, fork, type Scripted, type World } from './state.ts';
import { allIsTold, checkTold } from './told.ts';

const minute = 60_000;
const s1 = { storeId: 's1' };

/** A request, so many minutes after the scenario begins. */
const at = (minutes: number, request: ApiRequest): Scripted => ({
  at: minutes * minute,
  act: { do: 'request', request },
});

const scene = (
  slug: DistributorSlug,
  orderIds: readonly string[],
  { webhook = true, partNumber = '26-1772' } = {},
): Scene => ({
  stores: [{ ...s1, webhook }],
  accounts: [{ ...s1, slug, testMode: false }],
  orders: orderIds.map((orderId) => ({ ...s1, orderId, slug, partNumber })),
});

type Parts = Partial<Pick<Scenario, 'acts' | 'isOver' | 'checkEnd'>>;

const scenario = (
  name: string,
  world: () => Promise<World>,
  script: readonly Scripted[],
  parts: Parts = {},
): Scenario => {
  let built: Promise<World> | undefined;
  const start = async (): Promise<World> => {
    built ??= world();
    const begun = await built;
    const timed = script.map((scripted) => ({ ...scripted, at: begun.now + scripted.at }));
    return { ...fork(begun), script: timed, ghost: { ...begun.ghost, lastFaultAt: begun.now } };
  };
  return { name, start, acts: [], isOver: atRest, checkEnd: checkRest, ...parts };
};

/** One order item, submitted once by a person who asks again when no answer comes. */
export const oneSubmit = (slug: DistributorSlug): Scenario =>
  scenario(
    `one order at ${slug}`,
    () => worldWith(scene(slug, ['O1'])),
    [at(0, ask.submitDialog('s1', 'O1', { again: 1 }))],
    {
      acts: interference(slug),
    },
  );

/** The same, up to the moment when the order is settled and its notices are owed. */
export const oneSettled = (slug: DistributorSlug): Scenario => ({
  ...oneSubmit(slug),
  name: `one order at ${slug}, until it is settled`,
  isOver: isSettled,
  checkEnd: checkSettled,
});

/** The same, at a distributor that goes down for longer than anybody waits. */
export const oneDown = (slug: DistributorSlug): Scenario => ({
  ...oneSubmit(slug),
  name: `one order at ${slug}, which goes down`,
  acts: [outage(slug)],
});

/** One item, submitted by two people at the same moment, one of whom has edited the address. */
export const twoSubmits = (slug: DistributorSlug): Scenario =>
  scenario(`two submits of one item at ${slug}`, () => worldWith(scene(slug, ['O1'])), [
    at(0, ask.submitDialog('s1', 'O1', { who: 'one person', again: 1 })),
    at(0, ask.submitDialog('s1', 'O1', { who: 'another person', city: 'Meridian', again: 1 })),
  ]);

/** Two orders of one account at the same moment, and a third soon after: they share its pause, its stop and its bucket. */
export const twoOrders = (slug: DistributorSlug): Scenario =>
  scenario(`orders of one account at ${slug}`, () => worldWith(scene(slug, ['O1', 'O2', 'O3'])), [
    at(0, ask.submitDialog('s1', 'O1')),
    at(0, ask.submitDialog('s1', 'O2')),
    at(0.5, ask.submitDialog('s1', 'O3')),
  ]);

/** More orders at once than the account's bucket holds. */
export const manyOrders = (slug: DistributorSlug, howMany: string, count: number): Scenario => {
  const ids = Array.from({ length: count }, (_, n) => `O${n + 1}`);
  return scenario(
    `${howMany} orders at once at ${slug}`,
    () => worldWith(scene(slug, ids)),
    ids.map((id) => at(0, ask.submitDialog('s1', id))),
    { isOver: isSettled, checkEnd: checkSettled },
  );
};

/** The dialog waits for the outcome while the worker is at it; the store is told by mail. */
export const waitingSubmit = (slug: DistributorSlug): Scenario =>
  scenario(`a dialog that waits, at ${slug}`, () => worldWith(scene(slug, ['O1'], { webhook: false })), [
    at(0, ask.submitDialog('s1', 'O1', { wait: 20 })),
  ]);

/** The distributor refuses, the webstore mends the order, the person submits again, and once more. */
export const submitAgain = (slug: DistributorSlug): Scenario =>
  scenario(
    `submitted again after a refusal by ${slug}`,
    () => worldWith(scene(slug, ['O1'], { partNumber: 'UNKNOWN-1' })),
    [
      at(0, ask.submitDialog('s1', 'O1')),
      at(5, ask.putOrder({ ...s1, orderId: 'O1', slug })),
      at(6, ask.submitDialog('s1', 'O1')),
      at(9, ask.submitDialog('s1', 'O1')),
    ],
  );

/** Orders that were accepted, and nothing else going on. */
const placed = (wished: Scene) => async (): Promise<World> => {
  const world = await worldWith(wished);
  world.script = wished.orders.map(({ storeId, orderId }) => ({
    at: world.now,
    act: { do: 'request', request: ask.submitDialog(storeId, orderId) },
  }));
  await run(world, world.now + minute);
  return { ...world, now: world.now + minute, told: [] };
};
const accepted = (slug: DistributorSlug, webhook = true) => placed(scene(slug, ['O1'], { webhook }));

const ship = (
  slug: DistributorSlug,
  minutes: number,
  trackingNumber: string,
  quantity: number,
  poNumber = 'O1-A',
): Scripted => ({
  at: minutes * minute,
  act: { do: 'ship', slug, poNumber, parcel: { carrier: 'UPS', trackingNumber, quantity } },
});

const parcels = ['1Z999AA10123456784', '1Z12345E0205271688'] as const;

/** Two parcels leave, one before and one after the first sweep; then the six weeks go by. */
export const tracked = (slug: DistributorSlug): Scenario =>
  scenario(`two parcels of ${slug}`, accepted(slug), [ship(slug, 10, parcels[0], 1), ship(slug, 70, parcels[1], 1)], {
    isOver: allIsTold,
    checkEnd: checkTold,
  });

/** An order of each of two stores: one message nudges the accounts of both. */
export const twoStores = (slug: DistributorSlug): Scenario => {
  const both = ['s1', 's2'].map((storeId) => ({ storeId, slug, testMode: false, webhook: false }));
  const orders = both.map(({ storeId }, n) => ({ storeId, orderId: `O${n + 1}`, slug }));
  return scenario(
    `parcels of two stores from ${slug}`,
    placed({ stores: both, accounts: both, orders }),
    [ship(slug, 10, parcels[0], 2), ship(slug, 70, parcels[1], 2, 'O2-A')],
    { isOver: allIsTold, checkEnd: checkTold },
  );
};

/** No parcel ever leaves: six weeks go by. */
export const sixWeeks = (slug: DistributorSlug, expiry: World['expiry']): Scenario =>
  scenario(
    `six weeks without a parcel of ${slug}; what expires is deleted ${expiry}`,
    async () => ({ ...(await accepted(slug)()), expiry }),
    [ship(slug, 43 * 24 * 60, parcels[0], 1)],
    { isOver: (world) => allIsTold(world) && world.script.length === 0, checkEnd: checkTold },
  );

/** Six weeks are nearly over, and no parcel has left. */
export const lastDay = (slug: DistributorSlug): Scenario =>
  scenario(
    `the last day of six weeks at ${slug}`,
    async () => {
      const world = await accepted(slug)();
      const until = world.now + (42 * 24 - 1) * 60 * minute;
      await run(world, until);
      return { ...world, now: until };
    },
    [],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** The distributor has refused the credentials of a sweep. Somebody asks whether they work; else the daily question does. */
export const stoppedAccount = (slug: DistributorSlug): Scenario =>
  scenario(
    `a stopped account of ${slug}`,
    async () => {
      const world = await accepted(slug)();
      world.ghost = { ...world.ghost, lastFaultAt: world.now };
      await run(world, world.now + 58 * minute);
      await stepWith(world, 'bad-credentials');
      return { ...world, now: world.now + minute };
    },
    [ship(slug, 10, parcels[0], 2), at(40 * 60, ask.verifySettings('s1', slug))],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** The same, but somebody asks before the day is over. */
export const verifiedAccount = (slug: DistributorSlug): Scenario => ({
  ...stoppedAccount(slug),
  name: `a stopped account of ${slug} that is verified`,
  start: async () => {
    const world = await stoppedAccount(slug).start();
    return {
      ...world,
      script: [...world.script, { ...at(120, ask.verifySettings('s1', slug)), at: world.now + 120 * minute }],
    };
  },
});

/** What a person does to an accepted order: a number by hand, an end to the tracking, another six weeks. */
export const byHand = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} that people see to`,
    accepted(slug, false),
    [
      at(5, ask.enterShipment('s1', 'O1-A', '1Z999AA10123456784')),
      at(9, ask.enterShipment('s1', 'O1-A', '1Z12345E1505270452')),
      at(13, ask.stopTracking('s1', 'O1-A')),
      at(19, ask.resumeTracking('s1', 'O1-A')),
      ship(slug, 70, parcels[1], 2),
    ],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** Everything that webstores and administrators set, set again. */
export const settings = (slug: DistributorSlug): Scenario =>
  scenario(`settings of ${slug}`, accepted(slug), [
    at(1, ask.putStore('s1', true)),
    at(2, ask.newSigningSecret('s1')),
    at(3, ask.putSettings('s1', slug, { testMode: false, version: 2, test: slug !== 'wps' })),
    at(4, ask.verifySettings('s1', slug)),
    at(5, ask.deleteSettings('s1', slug)),
    at(6, ask.putOrder({ ...s1, orderId: 'O1', slug, city: 'Eagle' })),
    at(7, ask.putSettings('s1', slug, { testMode: false, version: 3, test: slug !== 'wps' })),
  ]);
