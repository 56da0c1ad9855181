import { type AccountRow, WatchRow } from '../domain/account/account.ts';
import {
  type Band,
  type BandSlice,
  endingSoon,
  isInLastHour,
  rangeOf,
  youngestNow,
} from '../domain/account/cadence.ts';
import { keys } from '../domain/rows/keys.ts';
import { readable } from '../domain/rows/readable.ts';
import { instant } from '../domain/vocabulary.ts';
import type { TrackingPorts } from './ports.ts';

/** One sweep asks about at most this many orders, whatever the account's size; the next goes on after them. */
const mostAtOnce = 4_000;

/** What one sweep looks at, read at `at`: parts of the due bands, the youngest first, and, of all bands, what ends soon. */
export type SweepPlan = {
  readonly at: number;
  readonly due: readonly Band[];
  readonly parts: readonly BandSlice[];
  readonly ending: readonly WatchRow[];
};

type Range = readonly [from: number, to: number];

/** Reads the watches of these bands, each from where the last sweep ended, and those whose last look is near. */
export const readDueWatches = async (
  ports: TrackingPorts,
  account: AccountRow,
  due: readonly Band[],
  now: number,
): Promise<SweepPlan> => {
  const parts: BandSlice[] = [];
  let room = mostAtOnce;
  for (const band of due) {
    if (room === 0) break;
    const part = await readBand(ports, account, band, room, now);
    room -= part.watches.length;
    parts.push(part);
  }
  const range = endingSoon(youngestNow(account, parts, now), now);
  const ending: WatchRow[] = [];
  for await (const watch of watchesIn(ports, account, range, now)) ending.push(watch);
  return { at: now, due, parts, ending };
};

/** Whom this sweep asks about: those in their last hour, then the parts; each purchase order once. */
export const watchesToAsk = ({ at, parts, ending }: SweepPlan): readonly WatchRow[] => {
  const all = [...ending.filter((watch) => isInLastHour(watch, at)), ...parts.flatMap(({ watches }) => watches)];
  return [...new Map(all.map((watch) => [watch.poNumber, watch])).values()];
};

/** At most this many watches of a band. */
const readBand = async (
  ports: TrackingPorts,
  account: AccountRow,
  band: Band,
  most: number,
  now: number,
): Promise<BandSlice> => {
  const from = account.cursors[band] ?? null;
  const watches: WatchRow[] = [];
  // A watch in an older band was opened days ago: a read that lags by a second still shows it.
  const reading = { from: from?.next, limit: most + 1, mayLag: band > 0 };
  for await (const watch of watchesIn(ports, account, rangeOf(band, now), now, reading)) {
    if (watches.length === most) return { band, from, watches, next: watch.sk };
    watches.push(watch);
  }
  return { band, from, watches, next: null };
};

type Reading = { readonly from?: string | undefined; readonly limit?: number; readonly mayLag?: boolean };

/** The watches that end within this time, from a key on, and have not ended yet; deletion may lag, so the end is in the query. */
async function* watchesIn(
  { table, log }: TrackingPorts,
  { pk, sk }: AccountRow,
  [first, last]: Range,
  now: number,
  { from = '', limit, mayLag = false }: Reading = {},
) {
  const at = (end: number): string => keys.watch({ pk, sk }, instant(end), '').sk;
  if (at(last) <= from) return;
  const query = {
    pk,
    between: [at(first) < from ? from : at(first), at(last)],
    unexpiredAt: Math.floor(now / 1000),
    ...(limit === undefined ? {} : { limit }),
    mayLag,
  } as const;
  let after: string | undefined;
  do {
    const page = await table.query({ ...query, ...(after === undefined ? {} : { after }) });
    yield* readable(page.rows, WatchRow, log);
    after = page.next ?? undefined;
  } while (after !== undefined);
}
