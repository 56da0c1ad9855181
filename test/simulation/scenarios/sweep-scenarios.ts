import type { Row } from '../../../shared/domain/ports/table.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { allIsTold, checkStrange, checkTold } from '../invariants/all-told.ts';
import { atRest } from '../invariants/invariants.ts';
import { parcelsAreKnown } from '../invariants/parcels.ts';
import { purchaseOrders, wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import type { IllTold, World } from '../world/state.ts';
import { run, untilSweep } from './prepared-worlds.ts';
import { accepted, at, firstPlaced, minute, parcels, placed, scenario, scene, ship } from './scripts.ts';

/** An order of four days, shortly before it is asked for; two more may be placed. */
const fourDaysOld = async (slug: DistributorSlug): Promise<World> => {
  const world = await firstPlaced(slug);
  await run(world, world.now + 4 * 24 * 60 * minute);
  return untilSweep(world, slug);
};

const third = '1Z12345E6605272234';

/** An order of four days, a young one that is placed just before the old one is asked for, and one just after. */
export const besideSweep = (slug: DistributorSlug): Scenario =>
  scenario(
    `orders placed just before and after a sweep by ${slug}`,
    () => fourDaysOld(slug),
    [
      at(1 / 3, ask.submitDialog('s1', 'O2')),
      at(2 / 3, ask.submitDialog('s1', 'O3')),
      ship(slug, 10, parcels[0], 2, 'O2-A'),
      ship(slug, 10, third, 2, 'O3-A'),
      ship(slug, 190, parcels[1], 2),
    ],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** An order of four days, and a young one that is placed a second before the old one is asked for. */
export const justBeforeSweep = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order placed a second before a sweep by ${slug}`,
    () => fourDaysOld(slug),
    [at(29 / 60, ask.submitDialog('s1', 'O2')), ship(slug, 10, parcels[0], 2, 'O2-A'), ship(slug, 190, parcels[1], 2)],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** An order of four days; a young one has shipped, and a third is placed while the sweep finds nobody of its age. */
export const duringSweep = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order placed during a sweep by ${slug}`,
    async () => {
      const world = await fourDaysOld(slug);
      const young = [at(0, ask.submitDialog('s1', 'O2')), ship(slug, 10, parcels[0], 2, 'O2-A')];
      world.script = young.map((scripted) => ({ ...scripted, at: world.now + scripted.at }));
      await run(world, world.now + 65 * minute);
      return untilSweep(world, slug);
    },
    [at(2 / 3, ask.submitDialog('s1', 'O3')), ship(slug, 90, third, 2, 'O3-A'), ship(slug, 190, parcels[1], 2)],
    { isOver: allIsTold, checkEnd: checkTold },
  );

/** For a day and a half the distributor's answers cannot be read where they tell of one order; others' parcels leave meanwhile. */
export const unreadable = (slug: DistributorSlug): Scenario => {
  const ids = ['O1', 'O2', 'O3', 'O4', 'O5', 'O6'];
  return scenario(
    `six orders of ${slug}, one of which cannot be read`,
    async () => illTold(await placed(scene(slug, ids))(), slug, 'garbage'),
    ids.map((id, n) => ship(slug, n * 240 + 10, `1Z999AA1012345678${n}`, 2, `${id}-A`)),
    { isOver: allIsTold, checkEnd: checkTold },
  );
};

/** The watch of one of four orders cannot be read: a version of another time wrote it. The others are asked for. */
export const oddWatch = (slug: DistributorSlug): Scenario => {
  const ids = ['O2', 'O3', 'O4'];
  return scenario(
    `four orders of ${slug}, of which one's watch cannot be read`,
    async () => {
      const world = await placed(scene(slug, ['O1', ...ids]))();
      const odd = (row: Row): Row => (isWatchOf(row, 'O1-A') ? { ...row, ...{ quantity: 'none' } } : row);
      return { ...world, rows: new Map([...world.rows].map(([key, row]) => [key, odd(row)])) };
    },
    ids.map((id, n) => ship(slug, 10 + 70 * n, `1Z999AA1012345678${n}`, 2, `${id}-A`)),
    { isOver: (world) => world.script.length === 0 && allButOddAreTold(world), checkEnd: checkTold },
  );
};

const isWatchOf = (row: Row, poNumber: string): boolean =>
  row.sk.startsWith('WATCH#') && Reflect.get(row, 'poNumber') === poNumber;

const allButOddAreTold = (world: World): boolean =>
  atRest(world) &&
  purchaseOrders(world).every((po) => po.orderId === 'O1' || (po.shipments.length > 0 && parcelsAreKnown(world, po)));

const illTold = (world: World, slug: DistributorSlug, as: IllTold['as']): World => ({
  ...world,
  illTold: { [slug]: { poNumber: 'O1-A', as, until: world.now + 36 * 60 * minute } },
});

/** Under our number the distributor shows an order that is another's, and its parcel. */
export const strange = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of another's under our number at ${slug}`,
    async () => illTold(await accepted(slug)(), slug, "another's"),
    [ship(slug, 10, parcels[0], 2)],
    {
      isOver: (world) =>
        atRest(world) &&
        purchaseOrders(world).every(({ attention, tracking }) => attention !== null || tracking !== 'open'),
      checkEnd: checkStrange,
    },
  );

/** The customer is erased; then the distributor shows under our number what goes to another postal code, and its parcel. */
export const elsewhereErased = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order under our number at ${slug} that goes elsewhere, when the customer is erased`,
    accepted(slug),
    (begun) => [
      at(1, { ...ask.eraseCustomer('s1', 'O1'), again: 1 }),
      {
        at: 5 * minute,
        act: {
          do: 'tell-ill',
          slug,
          told: { poNumber: 'O1-A', as: 'sent elsewhere', until: begun.now + 36 * 60 * minute },
        },
      },
      ship(slug, 10, parcels[0], 2),
    ],
    {
      isOver: (world) => world.script.length === 0 && strange(slug).isOver(world),
      checkEnd: checkStrange,
    },
  );

const dayInMinutes = 24 * 60;

/** What a distributor tells of the first parcel can no longer be read for three days; the parcel stands, and a person is asked. */
export const inPart = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} of which a part cannot be read for three days`,
    placed({ ...scene(slug, []), orders: [{ storeId: 's1', orderId: 'O1', slug, quantity: 9 }] }),
    (begun) => [
      ship(slug, 10, parcels[0], 1),
      {
        at: 90 * minute,
        act: {
          do: 'tell-ill',
          slug,
          told: { poNumber: 'O1-A', as: 'in part', until: begun.now + 3 * dayInMinutes * minute },
        },
      },
      ship(slug, 3.5 * dayInMinutes, parcels[1], 1),
    ],
    {
      isOver: (world) => world.script.length === 0 && allIsTold(world),
      checkEnd: (world) => {
        checkTold(world);
        for (const { shipments, attention } of purchaseOrders(world)) {
          if (shipments.some(({ returns = 0, goneAt }) => returns > 0 || goneAt !== null))
            wrong(world, 'A parcel went away because an answer could not be read.');
          if (attention?.reason !== 'tracking-unreadable') wrong(world, 'Nobody is asked about what cannot be read.');
        }
      },
    },
  );
