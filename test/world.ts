import type { DistributorSlug } from '../shared/domain/vocabulary.ts';
import { purchaseOrders } from './simulation/invariants/remembered.ts';
import { ask, run, type Scene, worldWith } from './simulation/scenarios/prepared-worlds.ts';
import { shipParcel } from './simulation/world/distributors.ts';
import type { ApiRequest } from './simulation/world/state.ts';

/**
 * The whole service in memory, without faults, for tests that follow an order through it: the deployed handlers on a simulated
 * clock, table, queues, vault, mailbox, webhook receiver and the four simulated distributors. Time goes only when told to.
 *
 *     const world = await simulatedWorld({
 *       stores: [{ storeId: 's1', webhook: true }],
 *       accounts: [{ storeId: 's1', slug: 'wps', testMode: false }],
 *       orders: [{ storeId: 's1', orderId: 'O1', slug: 'wps' }],
 *     });
 *     await world.ask(submitDialog('s1', 'O1'));        // 202; requests are in proof/requests.ts, or of your own making
 *     await world.pass(60);                             // seconds: queues, poller and functions have had their turn
 *     world.purchaseOrder('O1-A')?.state;               // 'accepted'
 *     world.ship('wps', 'O1-A', { carrier: 'UPS', trackingNumber: '1Z999AA10123456784', quantity: 2 });
 *     await world.pass(3700);                           // the next sweep
 *     world.mails();                                    // one, to the customer
 */
export const simulatedWorld = async (scene: Scene) => {
  const world = await worldWith(scene);
  return {
    now: () => world.now,
    /** Makes a request of the API and gives its answer; what it set going happens too, as far as no time need pass. */
    ask: (request: ApiRequest) => ask(world, request),
    /** Lets everything happen that is due within this many seconds. */
    pass: async (seconds: number) => {
      const until = world.now + seconds * 1000;
      await run(world, until);
      world.now = Math.max(world.now, until);
    },
    ship: (slug: DistributorSlug, poNumber: string, parcel: Parameters<typeof shipParcel>[3]) =>
      shipParcel(world, slug, poNumber, parcel),
    /** The row, as it is stored. */
    purchaseOrder: (poNumber: string) => purchaseOrders(world).find((row) => row.poNumber === poNumber),
    rows: () => [...world.rows.values()],
    ordersAt: (slug: DistributorSlug) => world.distributors[slug].orders,
    mails: () => world.mails,
    posted: () => world.posted,
    told: () => world.told,
    /** What should never have happened (wrong credentials at a host, say), as sentences. */
    wrongs: () => world.observed.wrongs,
  };
};
