import { deployedFor } from '../world/functions.ts';
import { runInvocation } from '../world/machine.ts';
import { viewPurchaseOrder } from '../world/requests.ts';
import { fork, type World } from '../world/state.ts';

/** What a caller who asks for this purchase order is answered, in a copy of the world in which nothing else happens. */
export const ask = async (given: World, storeId: string, poNumber: string): Promise<unknown> => {
  const world = fork(given);
  const cause = { by: 'request', request: viewPurchaseOrder(storeId, poNumber) } as const;
  const run = { id: world.serial + 1, ids: '00000000', cause, startedAt: world.now, skew: 0 };
  const quietUntil = () => Number.POSITIVE_INFINITY;
  const ending = await runInvocation(
    world,
    { run, log: [], quietUntil },
    deployedFor(cause, world.now),
    async (op) => ({ fate: 'answer', value: await op.effect(world) }),
  );
  const body: unknown = ending.ending === 'returned' ? Reflect.get(Object(ending.value), 'body') : undefined;
  return typeof body === 'string' && body !== '' ? JSON.parse(body) : null;
};
