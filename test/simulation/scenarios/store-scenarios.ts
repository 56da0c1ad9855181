import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { allIsTold, checkTold } from '../invariants/all-told.ts';
import { wrong } from '../invariants/remembered.ts';
import { held } from '../judge/facts.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import type { World } from '../world/state.ts';
import { asked, worldWith } from './prepared-worlds.ts';
import { accepted, at, parcels, scenario, scene, ship } from './scripts.ts';

const isTold = (world: World): boolean => world.script.length === 0 && allIsTold(world);

const dayOf = (at: number): number => Math.floor(at / 86_400_000);
const mostOnADay = (times: readonly number[]): number =>
  Math.max(0, ...[...Map.groupBy(times, dayOf).values()].map((each) => each.length));

const [ordersADay, mailsADay] = [2, 1];

/** A store that the platform allows two orders and one mail a day; three people submit at once, and the one who was late the day after. */
export const limited = (slug: DistributorSlug): Scenario =>
  scenario(
    `a store at ${slug} that may order twice a day, and mail once`,
    async () => {
      const world = await worldWith(scene(slug, ['O1', 'O2', 'O3']));
      await asked(world, ask.limitStore('s1', ordersADay, mailsADay));
      return { ...world, told: [] };
    },
    [
      ...['O1', 'O2', 'O3'].map((orderId) => at(0, ask.submitDialog('s1', orderId))),
      ship(slug, 10, parcels[0], 2, 'O1-A'),
      ship(slug, 10, parcels[1], 2, 'O2-A'),
      at(8 * 60, ask.submitDialog('s1', 'O3')),
      ship(slug, 8 * 60 + 10, '1Z12345E6605272234', 2, 'O3-A'),
    ],
    {
      isOver: isTold,
      checkEnd: (world) => {
        checkTold(world);
        const orders = mostOnADay(held(world).map(({ placedAt }) => placedAt));
        if (orders > ordersADay) wrong(world, `The store had ${orders} orders on one day.`);
        const toCustomers = world.mails.filter(({ to }) => !to.startsWith('service@'));
        const mails = mostOnADay(toCustomers.map((mail) => mail.at)) - world.observed.mailsMayRepeat;
        if (mails > mailsADay) wrong(world, `The store had its customers mailed ${mails} times on one day.`);
      },
    },
  );

/** The signing secret is replaced: for a day both sign, then the new one alone. */
export const resigned = (slug: DistributorSlug): Scenario =>
  scenario(
    `a store at ${slug} whose signing secret is replaced`,
    accepted(slug),
    [at(1, ask.newSigningSecret('s1')), ship(slug, 10, parcels[0], 1), ship(slug, 26 * 60, parcels[1], 1)],
    {
      isOver: isTold,
      checkEnd: (world) => {
        checkTold(world);
        if (!world.told.some(({ route, status }) => route.endsWith('/webhook/secret') && status < 300)) return;
        const signed = (number: string) => world.posted.findLast(({ body }) => body.includes(number))?.secrets.length;
        const first = world.posted.find(({ body }) => body.includes(parcels[0]))?.secrets.length;
        if (first !== 2) wrong(world, `A webhook within the day is signed with ${first} secrets.`);
        if (signed(parcels[1]) !== 1)
          wrong(world, `A webhook after the day is signed with ${signed(parcels[1])} secrets.`);
      },
    },
  );
