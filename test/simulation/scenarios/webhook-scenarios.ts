import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { allIsTold, checkTold } from '../invariants/all-told.ts';
import { wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import type { World } from '../world/state.ts';
import { run, stepWith, worldWith } from './prepared-worlds.ts';
import { accepted, at, minute, parcels, s1, scenario, scene, ship } from './scripts.ts';

const day = 24 * 60;

const cancelled = (slug: DistributorSlug) =>
  at(5, { ...ask.putOrder({ ...s1, orderId: 'O1', slug, status: 'Cancelled' }), again: 1 });

/** The webhook wants to hear nothing of an acceptance; then the webstore cancels what was accepted. */
export const webhookGone = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} that is cancelled, and its store's webhook is gone`,
    async () => {
      const world = await worldWith(scene(slug, ['O1']));
      world.script = [at(0, ask.submitDialog('s1', 'O1'))].map((scripted) => ({ ...scripted, at: world.now }));
      await stepWith(world, 'webhook-gone', 'post');
      await run(world, world.now + minute);
      return { ...world, now: world.now + minute, told: [] };
    },
    [cancelled(slug), ship(slug, 20, parcels[0], 2)],
    { isOver: (world) => world.script.length === 0 && allIsTold(world), checkEnd: checkTold },
  );

const asksForPerson = ({ posted }: World): boolean =>
  posted.some(({ body }) => body.includes('purchase_order.needs_person'));

/** The webhook is down for five days, and the webstore cancels what was accepted; at their end it has everything sent again, a little too early. */
export const webhookDown = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} that is cancelled while its store's webhook is down for five days`,
    async () => {
      const world = await accepted(slug)();
      return { ...world, down: { webhook: world.now + (5 * day + 10) * minute } };
    },
    [cancelled(slug), ship(slug, 20, parcels[0], 2), at(5 * day, { ...ask.redeliver('s1'), again: 1 })],
    {
      isOver: (world) =>
        world.script.length === 0 && [...world.rows.values()].every(({ due }) => due !== 'webhook' && due !== 'mail'),
      checkEnd: (world) => {
        checkTold(world);
        if (!world.mails.some(({ to, text }) => to === 'service@s1.example' && text.includes('O1-A')))
          wrong(world, 'For five days the webhook is down, and nobody in s1 hears that a person is needed.');
        if (!asksForPerson(world)) wrong(world, 'What is sent again does not reach the webhook.');
      },
    },
  );
