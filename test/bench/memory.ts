import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../../infra/local/demo/caller.ts';
import { narrator } from '../../infra/local/demo/narrator.ts';
import { play } from '../../infra/local/demo/play.ts';
import { anOrder } from '../../shared/contract/examples.ts';
import { startOwnService } from './own-service.ts';
import type { Result, Say } from './page.ts';

const limit = 700;
/** Instances that have nothing to do end within some seconds. */
const settling = 15_000;
const bulk = 100;

/** How much memory the local run takes: fresh, after the demo, after a bulk of 100. */
export async function memory(say: Say): Promise<Result> {
  await using service = await startOwnService();
  const { caller } = service;
  const megabytes: { when: string; resident: number }[] = [];
  const measure = async (when: string) => {
    await sleep(settling);
    const { all } = service.megabytes();
    megabytes.push({ when, resident: all });
    say(`${when.padEnd(20)} ${all} MB resident${all <= limit ? '' : `, more than ${limit}`}`);
  };
  await measure('fresh');
  await play(
    caller,
    narrator(() => undefined),
  );
  await measure('after the demo');
  await submitMany(caller);
  say(`${'  at its most'.padEnd(20)} ${service.megabytes().all} MB resident`);
  await measure(`after a bulk of ${bulk}`);
  const last = megabytes.at(-1)?.resident ?? 0;
  const fresh = megabytes[0]?.resident ?? 0;
  return {
    held: megabytes.every(({ resident }) => resident <= limit),
    ratios: [{ what: `the local run after a bulk of ${bulk}`, by: 'the same, fresh', ratio: last / fresh, most: null }],
    figures: { limit, megabytes },
  };
}

async function submitMany(caller: Caller): Promise<void> {
  const store = `/v1/stores/${caller.storeId}`;
  const orderIds = Array.from({ length: bulk }, (_, index) => `memory-${index}`);
  for (const orderId of orderIds) await caller.call('PUT', `${store}/orders/${orderId}`, anOrder);
  const items = orderIds.map((orderId) => ({ orderId, itemId: '1' }));
  await caller.call('POST', `${store}/drop-ships`, { confirm: true, items });
  // Answers when all that was begun is done.
  await caller.call('POST', '/_local/clock', { advanceSeconds: 60 });
}
