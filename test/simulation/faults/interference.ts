import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { purchaseOrders, secretOf } from '../invariants/remembered.ts';
import { deleteSettings, putOrder, putSettings } from '../world/requests.ts';
import type { ApiRequest, World } from '../world/state.ts';
import { acting, type Move } from './moves.ts';

const day = 86_400_000;
const settled = ['accepted', 'refused', 'needs-person'];

const isSettled = (world: World): boolean => {
  const pos = purchaseOrders(world);
  return pos.length > 0 && pos.every(({ state }) => settled.includes(state));
};

/** Somebody interferes while the order is not settled. */
const meanwhile = (name: string, request: ApiRequest, patience = 0): Move => ({
  ...acting(name, (world) => (isSettled(world) ? null : { do: 'request', request })),
  patience,
});

/** An order is in doubt, and for longer than a day nobody can say: then nobody waits any longer. */
export const outage = (slug: DistributorSlug): Move => ({
  ...acting('the distributor is down for thirty hours', (world) =>
    purchaseOrders(world).some(({ state }) => state === 'in-doubt') ? { do: 'outage', slug, hours: 30 } : null,
  ),
  patience: 25.5 * 3_600_000,
  leavesDoubt: true,
});

/** Only settings that were changed can be put back. */
const whenChanged = (move: Move, slug: DistributorSlug): Move => ({
  ...move,
  fits: (event, world) => {
    const settings = world.rows.get(`STORE#s1\u0000DISTRIBUTOR#${slug}`);
    const isOld = settings !== undefined && JSON.stringify(settings).includes(secretOf('s1', slug, 'live', 1));
    return move.fits(event, world) && !(isOld && Reflect.get(settings, 'testMode') === false);
  },
});

/** What the webstore and the store's administrator may do in between. */
export const interference = (slug: DistributorSlug): readonly Move[] => {
  const put = (testMode: boolean, version: number) =>
    putSettings('s1', slug, { testMode, version, test: slug !== 'wps' });
  const wish = { storeId: 's1', orderId: 'O1', slug };
  return [
    meanwhile('the webstore cancels the order', putOrder({ ...wish, status: 'Cancelled' })),
    meanwhile('the webstore takes the item out', putOrder({ ...wish, withoutItem: true })),
    meanwhile('the webstore changes address and quantity', putOrder({ ...wish, quantity: 5, city: 'Eagle' })),
    ...(slug === 'wps' ? [] : [meanwhile('the administrator switches to test mode', put(true, 1))]),
    meanwhile('the administrator changes the credentials', put(false, 2)),
    meanwhile('the administrator deletes the settings', deleteSettings('s1', slug), day + 3_600_000),
    whenChanged(meanwhile('the administrator puts the old settings back', put(false, 1)), slug),
  ];
};
