import type { Change, Key, Row, Table } from '../../shared/domain/ports/table.ts';
import type { MemoryTable } from '../memory-table.ts';
import { toldReads } from './told-reads.ts';
import { bytesOf, readUnits, writeUnits } from './units.ts';

/** The indexes as in the template: where a row lies in them, and whether they hold all of it or only its keys. */
const indexes = [
  { partition: 'due', sort: 'dueAt', all: false },
  { partition: 'storeKey', sort: 'placed', all: false },
  { partition: 'statusKey', sort: 'placed', all: false },
  { partition: 'attentionKey', sort: 'attentionSince', all: true },
] as const;
type Index = (typeof indexes)[number];

/** A row as an index holds it; undefined where it does not. */
const held = (row: Row | undefined, { partition, sort, all }: Index): object | undefined => {
  const fields = new Map(Object.entries(row ?? {}));
  const [place, order] = [fields.get(partition), fields.get(sort)];
  if (row === undefined || place === undefined || order === undefined) return undefined;
  return all ? row : { pk: row.pk, sk: row.sk, [partition]: place, [sort]: order };
};

const placeIn = (row: object, { partition, sort }: Index): string =>
  `${Reflect.get(row, partition)} ${Reflect.get(row, sort)}`;

/** What an index takes: nothing, a row that comes, goes or changes, or one that goes from its place to another. */
const indexUnits = (before: Row | undefined, after: Row | undefined, index: Index): number => {
  const [was, is] = [held(before, index), held(after, index)];
  if (was === undefined || is === undefined) {
    const one = was ?? is;
    return one === undefined ? 0 : writeUnits(bytesOf(one));
  }
  if (placeIn(was, index) !== placeIn(is, index)) return writeUnits(bytesOf(was)) + writeUnits(bytesOf(is));
  return index.all ? writeUnits(Math.max(bytesOf(was), bytesOf(is))) : 0;
};

/** A table in memory that counts what DynamoDB would charge: a row by its size, twice in a transaction, and each index that it changes. */
export const countedTable = (memory: MemoryTable) => {
  const use = { reads: 0, writes: 0, requests: 0 };
  const stored = (key: Key): Row | undefined => memory.rows().find(({ pk, sk }) => pk === key.pk && sk === key.sk);

  const change = (each: Change, factor: number): number => {
    const after = 'put' in each ? each.put : undefined;
    const before = stored('put' in each ? each.put : each.remove);
    const row = writeUnits(Math.max(bytesOf(before ?? ''), bytesOf(after ?? '')));
    return factor * row + indexes.reduce((sum, index) => sum + indexUnits(before, after, index), 0);
  };
  const read = (rows: readonly unknown[], share = 1): void => {
    use.requests += 1;
    use.reads += share * readUnits(rows.reduce<number>((sum, row) => sum + bytesOf(row), 0));
  };

  const table: Table = {
    get: toldReads(memory.get, (units) => {
      use.requests += 1;
      use.reads += units;
    }),
    async query(query) {
      const page = await memory.query(query);
      read(page.rows, query.mayLag === true ? 0.5 : 1);
      return page;
    },
    async list(query) {
      const page = await memory.list(query);
      read(page.rows, 0.5);
      return page;
    },
    async due(query) {
      const page = await memory.due(query);
      read(page.rows, 0.5);
      return page;
    },
    async write(changes) {
      use.requests += 1;
      const factor = changes.length > 1 ? 2 : 1;
      use.writes += changes.reduce((sum, each) => sum + change(each, factor), 0);
      return memory.write(changes);
    },
  };
  return { table, use };
};
