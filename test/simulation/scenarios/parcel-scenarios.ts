import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { allIsTold, checkTold } from '../invariants/all-told.ts';
import { purchaseOrders, wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import { nextEvent } from '../world/next-event.ts';
import * as ask from '../world/requests.ts';
import type { World } from '../world/state.ts';
import { accepted, at, minute, parcels, placed, s1, scenario, scene, ship } from './scripts.ts';

const hour = 60 * minute;
const day = 24 * hour;

/** A number whose check digit is right. */
const enterable = '1Z12345E6605272234';

const isTold = (world: World): boolean => world.script.length === 0 && allIsTold(world);

/** An order of many pieces, of which single parcels end nothing. */
const ofMany = (slug: DistributorSlug) =>
  placed({ ...scene(slug, []), orders: [{ ...s1, orderId: 'O1', slug, quantity: 9 }] });

/** The mails to the customer, in their order. */
const toCustomer = ({ mails }: World) => mails.filter(({ to }) => !to.startsWith('service@'));

/** Whether the order bears this parcel now. */
const bears = (world: World, number: string): boolean =>
  purchaseOrders(world).some(({ shipments }) =>
    shipments.some(({ trackingNumber, goneAt }) => trackingNumber === number && goneAt === null),
  );

/** What people entered, corrected and took back, and were told that it is done. */
const handEntries = ({ told }: World): number =>
  told.filter(({ route, status }) => route.includes('/shipments') && status < 300).length;

/**
 * A person enters a number of which the distributor tells soon after, and takes it back; and corrects one that the distributor goes on
 * to tell: what the distributor tells stands, but for what a person corrected.
 */
export const enteredAndTold = (slug: DistributorSlug): Scenario => {
  const [entered, wronglyTold] = parcels;
  return scenario(
    `numbers of ${slug} that a person and the distributor tell`,
    ofMany(slug),
    [
      at(5, ask.enterShipment('s1', 'O1-A', entered)),
      ship(slug, 10, entered, 1),
      ship(slug, 20, wronglyTold, 1),
      at(100, ask.takeBackShipment('s1', 'O1-A', entered)),
      at(110, ask.correctShipment('s1', 'O1-A', enterable, wronglyTold)),
      ship(slug, 4 * 60, '1Z999AA10123456792', 1),
    ],
    {
      isOver: isTold,
      checkEnd: (world) => {
        checkTold(world);
        if (handEntries(world) < 3) return;
        if (!bears(world, entered)) wrong(world, `The parcel ${entered}, of which the distributor tells, is gone.`);
        if (!bears(world, enterable)) wrong(world, `The parcel ${enterable}, which a person entered, is gone.`);
        if (bears(world, wronglyTold)) wrong(world, `The number ${wronglyTold}, which a person corrected, is back.`);
      },
    },
  );
};

/**
 * A person enters a parcel with all pieces, wrongly, and another, of which the distributor tells for a while: what a person entered
 * stays, and nobody ceases to look because of it.
 */
export const enteredTooMuch = (slug: DistributorSlug): Scenario => {
  const [toldOnce, last] = parcels;
  const first = '1Z999AA10123456792';
  return scenario(
    `an order of ${slug} of which a person enters all pieces too early`,
    ofMany(slug),
    [
      at(5, ask.enterShipment('s1', 'O1-A', enterable, 9)),
      at(6, ask.enterShipment('s1', 'O1-A', toldOnce)),
      ship(slug, 10, first, 1),
      ship(slug, 15, toldOnce, 1),
      { at: 100 * minute, act: { do: 'unship', slug, poNumber: 'O1-A', trackingNumber: toldOnce } },
      ship(slug, 200, last, 1),
    ],
    {
      isOver: (world) => world.script.length === 0 && (isTold(world) || world.now > world.observed.lastFaultAt + day),
      checkEnd: (world) => {
        checkTold(world);
        if (handEntries(world) < 2) return;
        for (const number of [enterable, toldOnce])
          if (!bears(world, number)) wrong(world, `The parcel ${number}, which a person entered, is gone.`);
        for (const number of [first, last])
          if (!bears(world, number)) wrong(world, `The parcel ${number} is not found, since a person entered another.`);
      },
    },
  );
};

/** The only parcel is taken back, and for a day there is none: the order says so. */
export const onlyVanishes = (slug: DistributorSlug): Scenario =>
  scenario(
    `the only parcel of ${slug}, which vanishes`,
    ofMany(slug),
    [
      ship(slug, 10, parcels[0], 1),
      { at: 70 * minute, act: { do: 'unship', slug, poNumber: 'O1-A', trackingNumber: parcels[0] } },
      ship(slug, 30 * 60, parcels[1], 1),
      at(30 * 60 - 1, ask.viewPurchaseOrder('s1', 'O1-A')),
    ],
    {
      isOver: isTold,
      checkEnd: (world) => {
        checkTold(world);
        const seen = world.told.findLast(({ route }) => route.startsWith('GET') && route.endsWith('{poNumber}'));
        if (JSON.stringify(seen?.body).includes(parcels[0]))
          wrong(world, `The parcel ${parcels[0]}, which the distributor took back a day ago, is shown.`);
      },
    },
  );

/** Two people enter a number each, a moment apart: the second while the mail about the first is under way. */
export const enteredAtOnce = (slug: DistributorSlug): Scenario =>
  scenario(
    `two numbers of ${slug} that are entered at once`,
    ofMany(slug),
    [
      at(5, ask.enterShipment('s1', 'O1-A', parcels[0])),
      at(5.02, ask.enterShipment('s1', 'O1-A', enterable)),
      at(5.02, ask.stopTracking('s1', 'O1-A')),
    ],
    { isOver: isTold, checkEnd: checkTold },
  );

/** How many mails the customer of an order gets within a day. */
const mostMails = 5;

/** Eight parcels of an order, two hours apart: the customer hears of all of them, and is not pestered. */
export const eightParcels = (slug: DistributorSlug): Scenario =>
  scenario(
    `eight parcels of one order at ${slug}`,
    ofMany(slug),
    Array.from({ length: 8 }, (_, n) => ship(slug, 5 + 120 * n, `1Z999AA1012345679${n}`, 1)),
    {
      isOver: (world) =>
        world.script.length === 0 &&
        allIsTold(world) &&
        toCustomer(world).some(({ text }) => text.includes('1Z999AA10123456797')),
      checkEnd: (world) => {
        checkTold(world);
        const mails = toCustomer(world).length - world.observed.mailsMayRepeat;
        if (mails > mostMails + 1) wrong(world, `The customer got ${mails} mails of one order.`);
      },
    },
  );

/** No mail can be sent any more: within some days the store hears that its customer was told nothing. */
export const noMail = (slug: DistributorSlug): Scenario =>
  scenario(
    `a parcel of ${slug}, of which no mail can be sent`,
    async () => ({ ...(await accepted(slug)()), down: { mail: Number.POSITIVE_INFINITY } }),
    [ship(slug, 10, parcels[0], 2)],
    {
      isOver: (world) =>
        world.script.length === 0 && (nextEvent(world) === null || world.now > world.observed.lastFaultAt + 5 * day),
      checkEnd: (world) => {
        if (!world.posted.some(({ body }) => body.includes('customer_mail.failed')))
          wrong(world, 'No mail can be sent, and the store does not hear of it.');
      },
    },
  );
