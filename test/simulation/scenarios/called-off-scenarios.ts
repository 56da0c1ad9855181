import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { allIsTold, checkTold } from '../invariants/all-told.ts';
import { checkRest, checkSettled } from '../invariants/at-rest.ts';
import { atRest, isSettled } from '../invariants/invariants.ts';
import { purchaseOrders, wrong } from '../invariants/remembered.ts';
import type { Scenario } from '../search/schedule.ts';
import * as ask from '../world/requests.ts';
import type { ApiRequest, World } from '../world/state.ts';
import { doubtful } from './doubtful-worlds.ts';
import { worldWith } from './prepared-worlds.ts';
import { accepted, at, s1, scenario, scene } from './scripts.ts';

/** What is called off: while it is sent, after it was sent, and once more. */
const put = (slug: DistributorSlug, orderId: string, more: Partial<ask.Wish> = {}): ApiRequest => ({
  ...ask.putOrder({ ...s1, orderId, slug, ...more }),
  again: 1,
});

/** Twelve seconds after two orders were submitted, one is set to Processed and one is put without its item. */
export const calledOff = (slug: DistributorSlug): Scenario =>
  scenario(
    `orders of ${slug} that are no longer wanted while they are sent`,
    () => worldWith(scene(slug, ['O1', 'O2'])),
    [
      at(0, ask.submitDialog('s1', 'O1')),
      at(0, ask.submitDialog('s1', 'O2')),
      at(0.2, put(slug, 'O1', { status: 'Processed' })),
      at(0.2, put(slug, 'O2', { withoutItem: true })),
    ],
    { isOver: isSettled, checkEnd: checkSettled },
  );

/**
 * An item is submitted, and again when the distributor has said no; before that second attempt is sent the customer is erased. A later
 * revision of the order brings the customer back, and the item is submitted a third time.
 */
export const submitThrice = (slug: DistributorSlug): Scenario =>
  scenario(
    `submitted at ${slug}, again, and once more after the customer came back`,
    () => worldWith(scene(slug, ['O1'])),
    [
      at(0, ask.submitDialog('s1', 'O1')),
      at(1, ask.submitDialog('s1', 'O1')),
      at(1.2, { ...ask.eraseCustomer('s1', 'O1'), again: 1 }),
      at(1.4, put(slug, 'O1', { revision: 2 })),
      at(1.6, ask.submitDialog('s1', 'O1')),
    ],
    { isOver: isSettled, checkEnd: checkSettled },
  );

/** Nobody is asked of an order that the webstore has cancelled and the distributor holds. */
const checkAsked = (world: World): void => {
  const known = purchaseOrders(world).filter(({ state }) => state === 'accepted');
  if (known.some(({ attention }) => attention === null))
    wrong(world, 'Nobody is asked about a cancelled order that the distributor holds.');
};

/** An order of which nobody knows whether it was taken is cancelled; a person says that it was placed, and the saying comes twice. */
export const saidTwice = (slug: DistributorSlug): Scenario =>
  scenario(
    `a cancelled order of ${slug} of which a person says twice that it was placed`,
    () => doubtful(slug, 'timeout-after', 26 * 60),
    [
      at(1, put(slug, 'O1', { status: 'Cancelled' })),
      at(2, ask.resolve('s1', 'O1-A', 'accepted')),
      at(3, ask.resolve('s1', 'O1-A', 'accepted')),
    ],
    {
      isOver: (world) => world.script.length === 0 && atRest(world),
      checkEnd: (world) => {
        checkRest(world);
        checkAsked(world);
      },
    },
  );

/** Cancelled, settled by a person, taken back, and cancelled again: a person is asked again. */
export const cancelledTwice = (slug: DistributorSlug): Scenario =>
  scenario(
    `an order of ${slug} that is cancelled, wanted again, and cancelled again`,
    accepted(slug),
    [
      at(1, put(slug, 'O1', { status: 'Cancelled' })),
      at(2, ask.resolve('s1', 'O1-A', 'noted')),
      at(3, put(slug, 'O1')),
      at(4, put(slug, 'O1', { status: 'Cancelled' })),
      {
        at: 20 * 60_000,
        act: {
          do: 'ship',
          slug,
          poNumber: 'O1-A',
          parcel: { carrier: 'UPS', trackingNumber: '1Z999AA10123456784', quantity: 2 },
        },
      },
    ],
    {
      isOver: (world) => world.script.length === 0 && allIsTold(world),
      checkEnd: (world) => {
        checkTold(world);
        checkAsked(world);
      },
    },
  );
