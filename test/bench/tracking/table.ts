import * as v from 'valibot';
import { AccountRow } from '../../../shared/domain/account/account.ts';
import { drawnForward, newAccount, sweepDue } from '../../../shared/domain/account/account-rules.ts';
import { bands, cadenceAt, nowhereBegun } from '../../../shared/domain/account/cadence.ts';
import type { DueRow, Table } from '../../../shared/domain/ports/table.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { DistributorSlug, instant } from '../../../shared/domain/vocabulary.ts';
import { bytesOf, readUnits, writeUnits } from '../../cost/units.ts';
import { type Crowd, sixWeeks, watchesBetween } from './population.ts';
import type { Sealed } from './vault.ts';

/** What the table would have been asked for, in the units that are paid. */
type TableUse = { reads: number; writes: number };

const pageBytes = 1_048_576;

const placeOf = ({ dueAt, pk }: DueRow): string => `${dueAt} ${pk}`;

/**
 * The table of the benchmark: schedules are kept, watches are generated as they are asked for. Counts what DynamoDB would
 * charge: a row by its size, and two units more for each change of its place in `byDue` (out and in).
 */
export const generatedTable = (all: readonly Crowd[], clock: { now(): number }, start: number, sealed: Sealed) => {
  const use: TableUse = { reads: 0, writes: 0 };
  const crowdOf = new Map(all.map((crowd) => [crowd.pk, crowd]));
  const schedules = new Map(
    all.filter(({ open }) => open > 0).map((crowd, n) => [crowd.pk, schedule(crowd, n, start)]),
  );

  const table: Table = {
    async get({ pk, sk }) {
      const row = sk === 'SCHEDULE' ? schedules.get(pk) : await settings(pk, sk, sealed);
      use.reads += row === undefined ? 1 : readUnits(bytesOf(row));
      return row;
    },
    async query({ pk, between, after, limit, mayLag }) {
      const crowd = crowdOf.get(pk);
      const [from, to] = (between ?? ['', '']).map((sk) => Date.parse(sk.split('#')[1] ?? ''));
      const rows = [];
      let bytes = 0;
      let next: string | null = null;
      for (const row of crowd === undefined ? [] : watchesBetween(crowd, from ?? 0, to ?? 0, clock.now())) {
        if (after !== undefined && row.sk <= after) continue;
        bytes += bytesOf(row);
        rows.push(row);
        if (bytes >= pageBytes || rows.length === limit) {
          next = row.sk;
          break;
        }
      }
      use.reads += readUnits(bytes) / (mayLag === true ? 2 : 1);
      return { rows, next };
    },
    async due({ due, until, limit, after }) {
      const rows = [...schedules.values()]
        .flatMap(({ pk, sk, due: lane, dueAt }) =>
          lane === due && dueAt !== undefined && dueAt <= until ? [{ pk, sk, dueAt }] : [],
        )
        .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .filter((row) => after === null || placeOf(row) > placeOf(after));
      const page = rows.slice(0, limit);
      use.reads += readUnits(page.reduce((sum, row) => sum + bytesOf(row), 0)) / 2;
      return { rows: page, next: rows.length > page.length ? (page.at(-1) ?? null) : null };
    },
    async write(changes) {
      for (const change of changes) {
        if (!('put' in change)) throw new Error('The benchmark only writes schedules.');
        const before = schedules.get(change.put.pk);
        const moved = before?.due !== change.put.due || before?.dueAt !== change.put.dueAt;
        use.writes += writeUnits(bytesOf(change.put)) + (moved ? 2 : 0);
        schedules.set(change.put.pk, v.parse(AccountRow, change.put));
      }
      return 'done';
    },
    /** Nothing needs a person here; to ask costs the least there is. */
    async list() {
      use.reads += 0.5;
      return { rows: [], next: null };
    },
  };
  return { table, use, schedules };
};

/** Schedules of accounts that nobody has swept yet, due one after the other within an hour. */
const schedule = ({ storeId, distributor, open }: Crowd, n: number, start: number): AccountRow => ({
  ...newAccount({ storeId, distributor, mode: 'live' }, start),
  rev: '0'.repeat(22),
  youngestWatch: instant(Math.round(start - (sixWeeks / open) * part(n, 0.618_033_988_75))),
  watchesOpened: open,
  due: 'sweep',
  dueAt: instant(Math.round(start + part(n, 0.414_213_562_37) * 50 * 60_000)),
});

const part = (n: number, step: number): number => (n * step) % 1;

/**
 * Schedules as they stand in the middle of things: an account is asked as often as its youngest order wants it, the older bands
 * with one of these sweeps, some time within their own cadence.
 */
export const inTheMiddle = (account: AccountRow, n: number, now: number): AccountRow => {
  const youngest = account.youngestWatch ?? instant(now);
  const { every } = cadenceAt(youngest, now);
  const last = now - Math.floor(part(n, 0.618_033_988_75) * every);
  const other = part(n, 0.754_877_666_25);
  const askedAt = bands.map((band) => instant(last - Math.floor((other * band.every) / every) * every));
  const next = drawnForward(account, instant(last + every), now);
  return { ...account, ...sweepDue(account, next), askedAt, cursors: [...nowhereBegun], lastSweptAt: instant(last) };
};

/** Undefined for what is no settings: of an answer that cannot be read the purchase orders are looked at, which are not generated. */
const settings = async (pk: string, sk: string, sealed: Sealed) => {
  const [, storeId = ''] = pk.split('#');
  const distributor = sk.split('#')[1];
  if (!v.is(DistributorSlug, distributor)) return undefined;
  const shown = { apiToken: '••••', apiKey: '••••', dealerNumber: '••••', customerNumber: '••••' };
  const live = { version: 'v1', sealed: await sealed(storeId, distributor), shown };
  return { ...keys.store(storeId), sk, rev: 'r', storeId, distributor, testMode: false, live, test: null };
};
