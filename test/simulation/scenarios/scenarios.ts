import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { interference, outage } from '../faults/interference.ts';
import { neverComesBack, stayingFaults } from '../faults/staying.ts';
import { checkRest, checkSettled } from '../invariants/at-rest.ts';
import { atRest, isSettled } from '../invariants/invariants.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import { worldWith } from './prepared-worlds.ts';
import { accepted, at, s1, scenario, scene } from './scripts.ts';

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

/** How the list is called by which an absence is proven. */
export const listOf: Readonly<Partial<Record<DistributorSlug, string>>> = {
  wps: 'wps GET /orders',
  automatic: 'automatic GET /order/find/range',
};
const hours = 3_600_000;

/** The same, at a distributor that takes a number twice, behind something that may answer in its place. */
export const oneBehindGateway = (slug: DistributorSlug): Scenario => ({
  ...oneSettled(slug),
  name: `one order at ${slug}, behind a gateway`,
  start: async () => {
    const world = await oneSubmit(slug).start();
    const state = { ...world.distributors[slug], takesDuplicates: true } as const;
    return { ...world, distributors: { ...world.distributors, [slug]: state } };
  },
});

/** What is wrong with a list. */
const listIs = {
  'cut-list': 'is cut',
  'nameless-list': 'names no order',
  'short-list': 'counts more than it shows',
  'failed-list': 'says that it failed',
} as const;

/** The same, while the list of the days is not in order for two hours. */
export const oneBesideList = (slug: DistributorSlug, as: keyof typeof listIs): Scenario => ({
  ...oneBehindGateway(slug),
  name: `one order at ${slug}, whose list ${listIs[as]}`,
  start: async () => {
    const world = await oneBehindGateway(slug).start();
    const name = listOf[slug] ?? '';
    const observed = { ...world.observed, patience: 3.5 * hours };
    return { ...world, observed, detours: [{ slug, name, as, until: world.now + 2 * hours }] };
  },
});

/** The same, at a distributor that goes down for longer than anybody waits. */
export const oneDown = (slug: DistributorSlug): Scenario => ({
  ...oneSubmit(slug),
  name: `one order at ${slug}, which goes down`,
  acts: [outage(slug)],
});

const hour = 3_600_000;

/** The same, while something is down for long: where that never comes back, it is judged after a day and two hours. */
export const onePortDown = (slug: DistributorSlug): Scenario => ({
  ...oneSubmit(slug),
  name: `one order at ${slug}, while a port is down`,
  acts: stayingFaults(slug),
  isOver: (world) => atRest(world) || (neverComesBack(world) && world.now > world.observed.lastFaultAt + 26 * hour),
  checkEnd: (world) => {
    if (!neverComesBack(world)) checkRest(world);
  },
});

/** One item, submitted by two people at the same moment, one of whom has edited the address. */
export const twoSubmits = (slug: DistributorSlug): Scenario => {
  // Of all names an item may have, the one that a schema may drop, and with it the item's lock.
  const itemId = 'prototype';
  const orders = [{ ...s1, orderId: 'O1', itemId, slug }];
  return scenario(`two submits of one item at ${slug}`, () => worldWith({ ...scene(slug, []), orders }), [
    at(0, ask.submitDialog('s1', 'O1', { itemId, who: 'one person', again: 1 })),
    at(0, ask.submitDialog('s1', 'O1', { itemId, who: 'another person', city: 'Meridian', again: 1 })),
  ]);
};

/** Three people at once: two submit the item, one of them from a list of several, and the webstore changes it. */
export const threeAtOnce = (slug: DistributorSlug): Scenario =>
  scenario(`three at once with one item at ${slug}`, () => worldWith(scene(slug, ['O1', 'O2'])), [
    at(0, ask.submitDialog('s1', 'O1', { who: 'one person', again: 1 })),
    at(0, ask.submitMany('s1', ['O1', 'O2'])),
    at(0, { ...ask.putOrder({ ...s1, orderId: 'O1', slug, city: 'Eagle', quantity: 5 }), again: 1 }),
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

/** The distributor says no, and the person submits the same item again, a minute later and an hour later. */
export const submitOnceMore = (slug: DistributorSlug): Scenario =>
  scenario(
    `submitted once more at ${slug}`,
    () => worldWith(scene(slug, ['O1'])),
    [at(0, ask.submitDialog('s1', 'O1')), at(1, ask.submitDialog('s1', 'O1')), at(60, ask.submitDialog('s1', 'O1'))],
    { isOver: isSettled, checkEnd: checkSettled },
  );

/** The same, and in between the administrator enters the credentials of another account. */
export const submitElsewhere = (slug: DistributorSlug): Scenario =>
  scenario(
    `submitted once more at ${slug}, with another account`,
    () => worldWith(scene(slug, ['O1'])),
    [
      at(0, ask.submitDialog('s1', 'O1')),
      at(0.5, ask.putSettings('s1', slug, { testMode: false, version: 2, test: slug !== 'wps' })),
      at(1, ask.submitDialog('s1', 'O1')),
      at(60, ask.submitDialog('s1', 'O1')),
    ],
    { isOver: isSettled, checkEnd: checkSettled },
  );

/** Two stores with the same account at the distributor, whose people enter the same number. */
export const sharedAccount = (slug: DistributorSlug): Scenario => {
  const both = [s1, { storeId: 's2' }] as const;
  return scenario(
    `two stores with one account at ${slug}`,
    () =>
      worldWith({
        stores: both.map((store) => ({ ...store, webhook: false })),
        accounts: both.map((store) => ({ ...store, slug, testMode: false, accountOf: 's1' })),
        orders: both.map((store) => ({ ...store, orderId: 'O1', slug })),
      }),
    [
      at(0, ask.submitDialog('s1', 'O1', { poNumber: 'O1-A' })),
      at(0, ask.submitDialog('s2', 'O1', { poNumber: 'O1-A' })),
    ],
    { isOver: isSettled, checkEnd: checkSettled },
  );
};

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
    at(7.5, ask.putSettings('s1', slug, { testMode: false, version: 3, test: slug !== 'wps' })),
    at(8, ask.putSettings('s1', slug, { testMode: false, version: 2, test: slug !== 'wps' })),
    at(9, ask.deleteSettings('s1', slug)),
    at(10, ask.putSettings('s1', slug, { testMode: false, version: 3, test: slug !== 'wps' })),
  ]);

/** Settings entered, entered anew, deleted and entered again before anything was ordered. */
export const settingsBefore = (slug: DistributorSlug): Scenario => {
  const put = (minutes: number, version: number) =>
    at(minutes, ask.putSettings('s1', slug, { testMode: false, version, test: slug !== 'wps' }));
  return scenario(`settings of ${slug}, before any order`, () => worldWith(scene(slug, ['O1'])), [
    put(1, 2),
    at(2, ask.deleteSettings('s1', slug)),
    put(3, 3),
    at(4, ask.deleteSettings('s1', slug)),
    put(5, 3),
    at(6, ask.submitDialog('s1', 'O1')),
  ]);
};
