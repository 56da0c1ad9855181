import { checkSettled } from '../invariants/at-rest.ts';
import { isSettled } from '../invariants/invariants.ts';
import { wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import { nextEvent } from '../world/next-event.ts';
import * as ask from '../world/requests.ts';
import type { World } from '../world/state.ts';
import { step } from '../world/step.ts';
import { worldWith } from './prepared-worlds.ts';
import { at, minute, scenario, scene } from './scripts.ts';

const hour = 60 * minute;

/** Something in between delivers the line of a cart twice, the copy a moment after the first was answered. */
export const copiedLine = (): Scenario =>
  scenario(
    'one order at wps, whose lines are delivered twice',
    async () => {
      const world = await worldWith(scene('wps', ['O1']));
      const name = 'wps POST /carts/:po/items';
      return {
        ...world,
        observed: { ...world.observed, doubt: true },
        detours: [{ slug: 'wps', name, as: 'copied', until: world.now + hour }],
      };
    },
    [at(0, ask.submitDialog('s1', 'O1'))],
    { isOver: isSettled, checkEnd: checkSettled },
  );

/** Whose credentials are the same has a cart open there, under the number that is proposed for our order, with a part that is not ours. */
const cartOfClerk = async (): Promise<World['distributors']['wps']> => {
  const world = await worldWith(scene('wps', ['O1'], { partNumber: '14-0250' }));
  world.script = [{ at: world.now, act: { do: 'request', request: ask.submitDialog('s1', 'O1') } }];
  const hasLine = (): boolean => world.distributors.wps.carts.some(({ items }) => items.length > 0);
  let asked = 0;
  for (let event = nextEvent(world); event !== null && !hasLine(); event = nextEvent(world))
    await step(world, event, {
      get: (_, kind) => {
        asked += kind === 'prepare' ? 1 : 0;
        return kind === 'prepare' && asked === 3 ? 'crash-after' : undefined;
      },
    });
  return world.distributors.wps;
};

/** A clerk of the dealer has a cart open under our number: it is not ours to empty, nor to order. */
export const clerksCart = (): Scenario =>
  scenario(
    "one order at wps, where somebody else's cart has its number",
    async () => {
      const world = await worldWith(scene('wps', ['O1']));
      return { ...world, distributors: { ...world.distributors, wps: await cartOfClerk() } };
    },
    [at(0, ask.submitDialog('s1', 'O1'))],
    {
      isOver: isSettled,
      checkEnd: (world) => {
        checkSettled(world);
        const { carts } = world.distributors.wps;
        if (!carts.some(({ items }) => items.length === 1 && items[0]?.partNumber === '14-0250'))
          wrong(world, 'A cart that is somebody else’s was emptied.');
      },
    },
  );
