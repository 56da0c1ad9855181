import { startOwnService } from '../own-service.ts';
import type { Result, Say } from '../page.ts';
import { ceiling, tableRequestsOfSubmit } from './ceiling.ts';
import { fairness } from './fairness.ts';
import { type Loaded, load } from './load.ts';
import { makeStore, put, submit } from './stores.ts';

/** How many stores send side by side where it is not one alone; and how many orders. */
const stores = 20;
const most = 2_000;
export const connections = 10;

export const measured = (what: string, { perSecond, p50, p99, errors, limited }: Loaded): string => {
  const fixed = (value: number, width: number) => value.toFixed(0).padStart(width);
  const refused = limited === 0 ? '' : `, ${limited} told to wait`;
  return `${what.padEnd(42)} ${fixed(perSecond, 6)} a second  p50 ${fixed(p50, 5)} ms  p99 ${fixed(p99, 5)} ms  ${errors} errors${refused}`;
};

/**
 * `npm run bench -- throughput [--orders N | --campaign]`: what the local run takes of many stores, what its stand-ins would take alone, and what one
 * store that sends N orders at once does to another.
 */
export const reportThroughput = async (orders: number, say: Say): Promise<Result> => {
  const alone = await sayCeiling(Math.min(orders, 5_000), say);
  await using service = await startOwnService();
  const several = await Promise.all(Array.from({ length: stores }, (_, n) => makeStore(service.caller, `store-${n}`)));
  const each = Array.from({ length: Math.min(orders, most) }, (_, n) => ({ n, name: `many-${n}` }));
  const sent = each.flatMap(({ n, name }) =>
    several.slice(n % stores, (n % stores) + 1).map((store) => ({ store, n, name })),
  );
  const puts = await load({
    url: service.url,
    connections,
    requests: sent.map(({ store, n, name }) => put(store, name, Math.floor(n / stores))),
  });
  say(measured(`${sent.length} orders of ${stores} stores are sent`, puts));
  const before = service.processorSeconds();
  const submits = await load({
    url: service.url,
    connections,
    requests: sent.map(({ store, name }) => submit(store, name)),
  });
  say(measured('and submitted', submits));
  await service.settled(120);
  const milliseconds = ((service.processorSeconds() - before) * 1000) / sent.length;
  say(`Each takes ${milliseconds.toFixed(0)} ms of a processor until it is accepted and told, stand-ins and all.`);
  const fair = await fairness(service, orders, say);
  return {
    held: puts.errors + submits.errors === 0 && fair.held,
    ratios: [
      {
        what: 'submits a second',
        by: 'what the table alone could take',
        ratio: submits.perSecond / alone,
        most: null,
      },
      ...fair.ratios,
    ],
    figures: { puts, submits, processorMilliseconds: milliseconds, ceiling: alone, fairness: fair.figures },
  };
};

/** How many submits a second the table would take if nothing else took time. */
const sayCeiling = async (count: number, say: Say): Promise<number> => {
  const { writes, reads, sends } = await ceiling(count);
  say(measured('the table alone, written', writes));
  say(measured('the table alone, read', reads));
  say(measured('a queue alone, sent to', sends));
  const asked = await tableRequestsOfSubmit();
  const seconds = asked / 3 / writes.perSecond + (asked * 2) / 3 / reads.perSecond;
  say(
    `A submit asks the table ${asked} times, about a third of them writes: alone it could take ${(1 / seconds).toFixed(0)} a second.`,
  );
  return 1 / seconds;
};
