import * as v from 'valibot';
import { AccountRow } from '../../../shared/domain/account.ts';
import { newAccount } from '../../../shared/domain/account-rules.ts';
import { bands } from '../../../shared/domain/cadence.ts';
import { keys } from '../../../shared/domain/keys.ts';
import type { DueRow, Table } from '../../../shared/domain/table.ts';
import { instant } from '../../../shared/domain/words.ts';
import { type Crowd, watchesBetween } from './population.ts';

/** What the table would have been asked for, in the units that are paid. */
type TableUse = { reads: number; writes: number };

/** A watch row is some 300 bytes in DynamoDB's count; a page holds 1 MiB. A strongly consistent read unit is 4 KiB. */
const watchBytes = 300;
const pageRows = Math.floor(1_048_576 / watchBytes);
const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4096));

const Due = v.object({ due: v.optional(v.string()), dueAt: v.optional(v.string()) });

/**
 * The table of the benchmark: schedules are kept, watches are generated as they are asked for. Counts what DynamoDB would
 * charge: a row below 1 KiB is one write unit, and one more for each change of its place in `byDue` (out and in).
 */
export const generatedTable = (all: readonly Crowd[], clock: { now(): number }, start: number) => {
  const use: TableUse = { reads: 0, writes: 0 };
  const crowdOf = new Map(all.map((crowd) => [crowd.pk, crowd]));
  const schedules = new Map(
    all.filter(({ open }) => open > 0).map((crowd, n) => [crowd.pk, schedule(crowd, n, start)]),
  );

  const table: Table = {
    async get({ pk, sk }) {
      use.reads += 1;
      return sk === 'SCHEDULE' ? schedules.get(pk) : settings(pk, sk);
    },
    async query({ pk, between, after }) {
      const crowd = crowdOf.get(pk);
      const [from, to] = (between ?? ['', '']).map((sk) => Date.parse(sk.split('#')[1] ?? ''));
      const rows = [];
      let next: string | null = null;
      for (const row of crowd === undefined ? [] : watchesBetween(crowd, from ?? 0, to ?? 0, clock.now())) {
        if (after !== undefined && row.sk <= after) continue;
        if (rows.length === pageRows) {
          next = rows.at(-1)?.sk ?? null;
          break;
        }
        rows.push(row);
      }
      use.reads += readUnits(rows.length * watchBytes);
      return { rows, next };
    },
    async due({ due, until, limit, after }) {
      use.reads += 1;
      if (due !== 'sweep') return { rows: [], next: null };
      const rows = [...schedules.values()].flatMap(({ pk, sk, dueAt }) =>
        dueAt !== undefined && dueAt <= until ? [{ pk, sk, dueAt }] : [],
      );
      const place = (row: DueRow): string => `${row.dueAt} ${row.pk}`;
      rows.sort((a, b) => (place(a) < place(b) ? -1 : 1));
      const ahead = after === null ? rows : rows.filter((row) => place(row) > place(after));
      const page = ahead.slice(0, limit);
      return { rows: page, next: ahead.length > limit ? (page.at(-1) ?? null) : null };
    },
    async write(changes) {
      for (const change of changes) {
        if (!('put' in change)) throw new Error('The benchmark only writes schedules.');
        const before = v.parse(Due, schedules.get(change.put.pk) ?? {});
        use.writes += before.dueAt === change.put.dueAt ? 1 : 3;
        schedules.set(change.put.pk, v.parse(AccountRow, change.put));
      }
      return 'done';
    },
    async list() {
      throw new Error('The benchmark lists nothing.');
    },
  };
  return { table, use, schedules };
};

/** Schedules as they stand in the middle of things: every band was last asked for at some time within its cadence. */
const schedule = ({ storeId, distributor, open }: Crowd, n: number, start: number): AccountRow => {
  const part = (n * 0.618_033_988_75) % 1;
  const askedAt = bands.map(({ every }) => instant(start - Math.floor(part * every * 1000)));
  const youngest = start - sixWeeksOver(open) * part;
  const id = { storeId, distributor, mode: 'live' as const };
  return {
    ...newAccount(id, start),
    rev: 'r',
    askedAt,
    youngestWatch: instant(youngest),
    watchesOpened: open,
    lastSweptAt: askedAt[0] ?? null,
    due: 'sweep',
    dueAt: instant(start - Math.floor(part * 3600_000) + 3600_000),
  };
};
const sixWeeksOver = (open: number): number => (42 * 86_400_000) / open;

const settings = (pk: string, sk: string) => {
  const [, storeId = ''] = pk.split('#');
  const distributor = sk.split('#')[1];
  const shown = { apiToken: '••••', apiKey: '••••', dealerNumber: '••••', customerNumber: '••••' };
  const set = { version: 'v1', sealed: distributor ?? '', shown };
  return { ...keys.store(storeId), sk, rev: 'r', storeId, distributor, testMode: false, live: set, test: null };
};
