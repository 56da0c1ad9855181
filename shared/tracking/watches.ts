import * as v from 'valibot';
import { type AccountRow, WatchRow } from '../domain/account.ts';
import { type Band, endingSoon, isAsked, rangesOf } from '../domain/cadence.ts';
import { keys } from '../domain/keys.ts';
import type { Table } from '../domain/table.ts';
import { instant } from '../domain/words.ts';
import type { OrderingPorts } from '../ordering/ports.ts';

/** One sweep asks about so many orders at the most, whatever the account's size; the next goes on after them. */
const mostAtOnce = 5_000;

/** What one sweep has to do: the watches that it read, those of them to ask about, and where the next goes on; null = that is all. */
type ToAsk = {
  readonly read: readonly WatchRow[];
  readonly asked: readonly WatchRow[];
  readonly next: string | null;
};

type Range = readonly [from: number, to: number];

/** The watches of these bands from the account's cursor on, and those in their last hour; each purchase order once. */
export const watchesToAsk = async (
  { table }: OrderingPorts,
  account: AccountRow,
  bands: readonly Band[],
  now: number,
): Promise<ToAsk> => {
  const cursor = account.cursor ?? '';
  const read = new Map<string, WatchRow>();
  for await (const watch of watchesIn(table, account, [endingSoon(now)], '', now)) read.set(watch.poNumber, watch);
  const ending = [...read.values()].filter((watch) => isAsked(watch, [], now) && watch.sk >= cursor);
  const asked = new Map(ending.map((watch) => [watch.poNumber, watch]));
  for await (const watch of watchesIn(table, account, rangesOf(bands, now), cursor, now)) {
    read.set(watch.poNumber, watch);
    if (!isAsked(watch, bands, now)) continue;
    if (asked.size >= mostAtOnce && !asked.has(watch.poNumber)) {
      return { read: [...read.values()], asked: [...asked.values()], next: watch.sk };
    }
    asked.set(watch.poNumber, watch);
  }
  return { read: [...read.values()], asked: [...asked.values()], next: null };
};

/** The watches that end within these times, from a key on, and have not ended yet; deletion may lag, so the end is in the query. */
async function* watchesIn(table: Table, { pk, sk }: AccountRow, ranges: readonly Range[], from: string, now: number) {
  const unexpiredAt = Math.floor(now / 1000);
  const at = (end: number): string => keys.watch({ pk, sk }, instant(end), '').sk;
  for (const [first, last] of ranges) {
    if (at(last) <= from) continue;
    const between = [at(first) < from ? from : at(first), at(last)] as const;
    let after: string | undefined;
    do {
      const page = await table.query({ pk, between, unexpiredAt, ...(after === undefined ? {} : { after }) });
      yield* v.parse(v.array(WatchRow), page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
}
