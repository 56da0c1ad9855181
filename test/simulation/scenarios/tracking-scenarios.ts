import type { Row } from '../../../shared/domain/ports/table.ts';
import { type DistributorSlug, instant } from '../../../shared/domain/vocabulary.ts';
import { allIsTold, checkTold } from '../invariants/all-told.ts';
import { checkRest } from '../invariants/at-rest.ts';
import { purchaseOrders, wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import type { Scripted, World } from '../world/state.ts';
import { run, stepWith, untilSweep, worldWith } from './prepared-worlds.ts';
import { accepted, at, firstPlaced, minute, parcels, placed, s1, scenario, scene, ship } from './scripts.ts';

/** Two parcels leave, one before and one after the first sweep; then the six weeks go by. */
export const tracked = (slug: DistributorSlug): Scenario =>
  scenario(`two parcels of ${slug}`, accepted(slug), [ship(slug, 10, parcels[0], 1), ship(slug, 70, parcels[1], 1)], {
    isOver: allIsTold,
    checkEnd: checkTold,
  });

/** The same, while something in between does not know the list: orders are asked for one by one. */
export const trackedOneByOne = (slug: DistributorSlug, list: string): Scenario => ({
  ...tracked(slug),
  name: `two parcels of ${slug}, whose list is not to be had`,
  start: async () => {
    const world = await tracked(slug).start();
    return { ...world, detours: [{ slug, name: list, as: 'unrouted', until: world.now + 5 * 60 * minute }] };
  },
});

/** Four orders of one account, and a parcel of each. */
export const fourTracked = (slug: DistributorSlug): Scenario =>
  scenario(
    `four parcels of ${slug}`,
    placed(scene(slug, ['O1', 'O2', 'O3', 'O4'])),
    ['O1', 'O2', 'O3', 'O4'].map((id, n) => ship(slug, 10 + 70 * n, `1Z999AA1012345678${n}`, 2, `${id}-A`)),
    { isOver: (world) => world.script.length === 0 && allIsTold(world), checkEnd: checkTold },
  );

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

/** Six weeks end during a sweep: a pause put the last look off, and the list cannot be read. */
export const lastMoment = (slug: DistributorSlug): Scenario =>
  scenario(
    `six weeks that end during a sweep by ${slug}`,
    async () => {
      const world = await placed(scene(slug, ['O1', 'O2', 'O3', 'O4']))();
      const end = Date.parse(purchaseOrders(world)[0]?.trackUntil ?? '');
      await run(world, end - 100 * minute);
      const [key, account] = [...world.rows].find(([, { sk }]) => sk === 'SCHEDULE') ?? [];
      if (key === undefined || account === undefined) throw new Error('There is no account.');
      const pausedUntil = instant(end - minute);
      const paused: Row = { ...account, ...{ pausedUntil }, dueAt: pausedUntil };
      world.rows = new Map([...world.rows, [key, paused]]);
      const name = 'wps GET /orders';
      return { ...world, told: [], detours: [{ slug, name, as: 'unrouted', until: end + 60 * minute }] };
    },
    [],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** Six weeks are nearly over for one order while another is young. */
export const lastDayBeside = (slug: DistributorSlug): Scenario =>
  scenario(
    `the last day of six weeks at ${slug}, beside a young order`,
    async () => {
      const world = await firstPlaced(slug);
      const until = world.now + (42 * 24 - 5) * 60 * minute;
      await run(world, until);
      return { ...world, told: [], now: until };
    },
    [at(0, ask.submitDialog('s1', 'O2')), ship(slug, 6 * 60, parcels[0], 2, 'O2-A')],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** The distributor has refused the credentials of a sweep. Somebody asks whether they work; else the daily question does. */
export const stoppedAccount = (slug: DistributorSlug): Scenario =>
  scenario(
    `a stopped account of ${slug}`,
    async () => {
      const world = await accepted(slug)();
      world.observed = { ...world.observed, lastFaultAt: world.now };
      await run(world, world.now + 58 * minute);
      await stepWith(world, 'bad-credentials');
      return { ...world, now: world.now + minute };
    },
    [ship(slug, 10, parcels[0], 2), at(28 * 60, ask.verifySettings('s1', slug))],
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
      at(9, ask.enterShipment('s1', 'O1-A', '1Z12345E6605272234')),
      at(13, ask.stopTracking('s1', 'O1-A')),
      at(19, ask.resumeTracking('s1', 'O1-A')),
      ship(slug, 70, parcels[1], 2),
    ],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** The invocation that resumed the tracking died before it opened the watch, shortly before a sweep that finds a parcel. */
export const resumedHalfway = (slug: DistributorSlug): Scenario =>
  scenario(
    `tracking of ${slug} that was resumed by somebody who died`,
    async () => {
      const world = await untilSweep(await accepted(slug)(), slug);
      world.script = [{ at: world.now, act: { do: 'request', request: ask.resumeTracking('s1', 'O1-A') } }];
      await stepWith(world, 'crash-after', 'write');
      return world;
    },
    [ship(slug, 0, parcels[0], 1), ship(slug, 70, parcels[1], 1)],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** Somebody resumes the tracking, and before the watch is opened another stops it for good. */
export const stoppedWhileResumed = (slug: DistributorSlug): Scenario =>
  scenario(
    `tracking of ${slug} that is stopped while it is resumed`,
    async () => {
      const world = await accepted(slug)();
      world.script = [{ at: world.now, act: { do: 'request', request: ask.stopTracking('s1', 'O1-A') } }];
      await run(world, world.now + 10 * minute);
      return { ...world, now: world.now + 10 * minute, told: [] };
    },
    [at(0, ask.resumeTracking('s1', 'O1-A')), at(1 / 6, ask.stopTracking('s1', 'O1-A'))],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** What a person stops stays stopped. */
export const stoppedByHand = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} that nobody looks for any more`,
    accepted(slug),
    [at(5, ask.stopTracking('s1', 'O1-A'))],
    {
      isOver: allIsTold,
      checkEnd: checkTold,
    },
  );

/** A test order, and its parcel. */
export const testOrder = (slug: DistributorSlug): Scenario =>
  scenario(
    `a parcel of a test order of ${slug}`,
    placed({ ...scene(slug, ['O1']), accounts: [{ ...s1, slug, testMode: true }] }),
    [ship(slug, 10, parcels[0], 2, 'O1-A')],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** The mails that a customer got of this parcel. */
const mailsOf = ({ mails }: World, number: string) =>
  mails.filter(({ to, text }) => !to.startsWith('service@') && text.includes(number));

/** The distributor tells one number, then another in its place, then the first again, and so on: it has two lists that differ. */
export const flapping = (slug: DistributorSlug): Scenario => {
  const [one, other] = parcels;
  const takenBack = (minutes: number, trackingNumber: string): Scripted => ({
    at: minutes * minute,
    act: { do: 'unship', slug, poNumber: 'O1-A', trackingNumber },
  });
  const turns = Array.from({ length: 10 }, (_, n) => [one, other][n % 2] ?? one);
  return scenario(
    `a parcel of ${slug} that is told by two numbers in turn`,
    accepted(slug),
    [
      ship(slug, 10, one, 1),
      ...turns.flatMap((number, n) => [
        takenBack(70 + 60 * n, number),
        ship(slug, 70 + 60 * n, number === one ? other : one, 1),
      ]),
      ship(slug, 3 * 24 * 60, '1Z12345E6605272234', 1),
    ],
    {
      isOver: (world) => world.script.length === 0 && allIsTold(world),
      checkEnd: (world) => {
        checkRest(world);
        const told = world.mails.filter(
          ({ to, text }) => !to.startsWith('service@') && (text.includes(one) || text.includes(other)),
        );
        if (told.at(-1)?.text.includes(`UPS: ${one}`) !== true)
          wrong(world, `The last word to the customer is not ${one}.`);
        if (told.length > 4) wrong(world, `The customer is told ${told.length} times of one parcel.`);
      },
    },
  );
};

/** Two items of an order in one box, of which the distributor tells an hour apart. */
export const oneBox = (slug: DistributorSlug): Scenario => {
  const [number] = parcels;
  return scenario(
    `two items from ${slug} in one box`,
    async () => {
      const orders = [{ ...s1, orderId: 'O1', itemIds: ['A', 'B'], slug }];
      const world = await worldWith({ ...scene(slug, []), orders });
      world.script = ['A', 'B'].map((itemId) => ({
        at: world.now,
        act: { do: 'request', request: ask.submitDialog('s1', 'O1', { itemId }) },
      }));
      await run(world, world.now + minute);
      return { ...world, now: world.now + minute, told: [] };
    },
    [ship(slug, 10, number, 2), ship(slug, 70, number, 2, 'O1-B')],
    {
      isOver: (world) => world.script.length === 0 && allIsTold(world),
      checkEnd: (world) => {
        checkRest(world);
        const mails = mailsOf(world, number);
        const isSaid = mails.some(({ text }) => /same parcel/.test(text));
        if (mails.length > 1 && !isSaid) wrong(world, 'Two mails tell of one parcel as if there were two.');
      },
    },
  );
};
