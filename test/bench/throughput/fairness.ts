import type { OwnService } from '../own-service.ts';
import { isWithin, type Ratio, type Result, type Say } from '../page.ts';
import { load, steadyLoad } from './load.ts';
import { connections, measured } from './report.ts';
import { makeStore, put, type Store, submit } from './stores.ts';

/** What the other store sends a second, and how many orders alone, those before that do not count apart. */
const quietly = { rate: 4, count: 120, warming: 20 } as const;
/** So many may be submitted a second before the other store runs out of orders. */
const slowest = 10;
/** How much longer the other store's slowest hundredth may take, and how much more memory the last quarter of the orders may take than the second. */
const limits = { slower: 2, grown: 1.1 } as const;

const namesOf = (what: string, count: number) => Array.from({ length: count }, (_, n) => `${what}-${n}`);

/** One store sends all its orders at once, another goes on as always: how long that one waits, alone and beside it. */
export const fairness = async (service: OwnService, orders: number, say: Say): Promise<Result> => {
  const { url, caller } = service;
  const [busy, other] = [await makeStore(caller, 'busy'), await makeStore(caller, 'other')];
  const putAll = async (store: Store, names: readonly string[]) => {
    const { errors, limited } = await load({ url, connections, requests: names.map((name, n) => put(store, name, n)) });
    if (errors + limited > 0) throw new Error(`${errors + limited} orders of ${store.storeId} were not taken.`);
  };
  const goesOn = (names: readonly string[], until?: AbortSignal) =>
    steadyLoad({
      url,
      requests: names.map((name) => submit(other, name)),
      perSecond: quietly.rate,
      ...(until === undefined ? {} : { until }),
    });
  const warming = namesOf('warming', quietly.warming);
  const alone = namesOf('alone', quietly.count);
  const beside = namesOf('beside', Math.ceil((orders / slowest) * quietly.rate));
  await putAll(other, [...warming, ...alone, ...beside]);
  const names = namesOf('busy', orders);
  await putAll(busy, names);
  await service.settled(60);

  // Instances that start cold would make the usual slower than it is, and the limit wider.
  await goesOn(warming);
  const usual = await goesOn(alone);
  say(measured('another store alone', usual));
  await service.settled(60);
  const memory: number[] = [];
  const isOver = new AbortController();
  let errors = 0;
  const all = async () => {
    const quarter = Math.ceil(names.length / 4);
    for (let from = 0; from < names.length; from += quarter) {
      const requests = names.slice(from, from + quarter).map((name) => submit(busy, name));
      const submits = await load({ url, connections, requests });
      say(measured(`  one store submits ${requests.length} at once`, submits));
      errors += submits.errors;
      memory.push(service.megabytes().own);
    }
    isOver.abort();
  };
  const [meanwhile] = await Promise.all([goesOn(beside, isOver.signal), all()]);
  say(measured('another store meanwhile', meanwhile));
  const [, second = 0] = memory;
  const slower: Ratio = {
    what: `another store's p99 beside ${orders} orders`,
    by: 'the same alone',
    ratio: meanwhile.p99 / usual.p99,
    most: limits.slower,
  };
  const grown: Ratio = {
    what: 'memory after the last quarter of them',
    by: 'after the second',
    ratio: (memory.at(-1) ?? 0) / second,
    most: limits.grown,
  };
  say(`Its p99 is ${slower.ratio.toFixed(1)} times what it was. Memory after each quarter: ${memory.join(', ')} MB.`);
  return {
    held: usual.errors + meanwhile.errors + errors === 0 && isWithin(slower) && isWithin(grown),
    ratios: [slower, grown],
    figures: { orders, errors, alone: usual, meanwhile, memory },
  };
};
