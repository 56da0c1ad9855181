import { setTimeout as wait } from 'node:timers/promises';
import type { EventSource } from '../functions/event-source.ts';
import type { FunctionPool } from '../functions/function-pool.ts';
import type { LocalQueues } from '../queues/local-queues.ts';

export type Worked = { readonly queue: string; readonly source: EventSource };

/** How often to look whether all is quiet. */
const lookEvery = 4;

/**
 * Resolves when no function runs and no message waits or is on its way to one. Messages that a function gave back stay
 * away until their visibility time-out: they are not waited for.
 */
export async function quiet(pool: FunctionPool, queues: LocalQueues, worked: readonly Worked[]): Promise<void> {
  for (;;) {
    const begun = pool.begun();
    if (pool.running() === 0) {
      const states = await Promise.all(worked.map((each) => isQuiet(queues, each)));
      if (states.every(Boolean) && pool.running() === 0 && pool.begun() === begun) return;
    }
    await wait(lookEvery);
  }
}

async function isQuiet(queues: LocalQueues, { queue, source }: Worked): Promise<boolean> {
  const { ready, out } = await queues.inspect(queue);
  return ready === 0 && out.every((handle) => source.givenBack.has(handle));
}
