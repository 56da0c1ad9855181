import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { allIsTold, checkTold } from '../invariants/all-told.ts';
import { checkSettled } from '../invariants/at-rest.ts';
import { isSettled } from '../invariants/invariants.ts';
import { purchaseOrders, wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import { nextEvent } from '../world/next-event.ts';
import * as ask from '../world/requests.ts';
import { step } from '../world/step.ts';
import { run, untilSweep, worldWith } from './prepared-worlds.ts';
import { accepted, at, firstPlaced, minute, parcels, scenario, scene, ship } from './scripts.ts';

/** An administrator asks whether the credentials work, and a quarter of a minute later an order is submitted. */
export const verifiedBefore = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} a moment after its credentials were verified`,
    () => worldWith(scene(slug, ['O1'])),
    [at(0, ask.verifySettings('s1', slug)), at(0.25, ask.submitDialog('s1', 'O1'))],
    { isOver: isSettled, checkEnd: checkSettled },
  );

/** A sweep was told that the credentials are no good, and stood still while others were entered; then an order is submitted. */
export const replacedWhileStopped = (slug: DistributorSlug): Scenario =>
  scenario(
    `credentials of ${slug} that are replaced while a sweep learns that the old ones are no good`,
    async () => {
      const world = await untilSweep(await firstPlaced(slug), slug);
      let asked = false;
      let stands = false;
      for (let event = nextEvent(world); event !== null && !stands; event = nextEvent(world)) {
        const { hit } = await step(world, event, {
          get: (_, kind) => {
            if (kind === 'ask' && !asked) {
              asked = true;
              return 'bad-credentials';
            }
            return asked && kind === 'write' ? 'frozen' : undefined;
          },
        });
        stands = hit.some(({ fault }) => fault === 'frozen');
      }
      return { ...world, told: [] };
    },
    [
      at(0.1, ask.putSettings('s1', slug, { testMode: false, version: 2, test: slug !== 'wps' })),
      at(10, ask.submitDialog('s1', 'O2')),
    ],
    {
      isOver: isSettled,
      checkEnd: (world) => {
        checkSettled(world);
        if (purchaseOrders(world).some(({ orderId, state }) => orderId === 'O2' && state !== 'accepted'))
          wrong(world, 'An order is not placed because of credentials that are no longer entered.');
      },
    },
  );

/** Its tracking was stopped and resumed so often that the order's row holds as many steps as it may: a sweep writes the next, or a person. */
export const fullHistory = (slug: DistributorSlug, more: 2 | 4): Scenario =>
  scenario(
    `an order of ${slug} whose row holds as many steps as it may, and ${more} more`,
    async () => {
      const world = await accepted(slug)();
      world.script = Array.from({ length: 28 }, (_, n) => [
        at(2 * n, ask.stopTracking('s1', 'O1-A')),
        at(2 * n + 1, ask.resumeTracking('s1', 'O1-A')),
      ])
        .flat()
        .map((scripted) => ({ ...scripted, at: world.now + scripted.at }));
      await run(world, world.now + 56 * minute);
      return { ...world, now: world.now + minute, told: [] };
    },
    [
      ...[
        at(1, ask.stopTracking('s1', 'O1-A')),
        at(2, ask.resumeTracking('s1', 'O1-A')),
        at(3, ask.stopTracking('s1', 'O1-A')),
        at(4, ask.resumeTracking('s1', 'O1-A')),
      ].slice(4 - more),
      ship(slug, 10, parcels[0], 2),
    ],
    { isOver: (world) => world.script.length === 0 && allIsTold(world), checkEnd: checkTold },
  );
