import type { Change, DueRow, Key, ListQuery, Row, Table } from '../shared/domain/ports/table.ts';

/** Where each index finds its partition and sort key in a row; as in the template. */
const indexes = {
  byStore: { partition: 'storeKey', sort: 'placed' },
  byStatus: { partition: 'statusKey', sort: 'placed' },
  byAttention: { partition: 'attentionKey', sort: 'attentionSince' },
} as const;

const field = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;

const text = (row: unknown, name: string): string => {
  const value = field(row, name);
  return typeof value === 'string' ? value : '';
};

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
};

/** What was written is kept as it is, and can no longer be changed; like DynamoDB, it keeps no `undefined`. */
const copies = new WeakMap<Row, Row>();
const stored = (row: Row): Row => {
  const known = copies.get(row);
  if (known !== undefined) return known;
  const fields = Object.entries(row);
  const kept = fields.filter(([, value]) => value !== undefined);
  const copy = freeze(kept.length === fields.length ? row : (Object.fromEntries(kept) as unknown as Row));
  copies.set(freeze(row), copy);
  return copy;
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The table in memory: passes the same suite as the DynamoDB one, and lets the proof copy and look into the whole state. */
export type MemoryTable = Table & {
  rows(): readonly Row[];
  /** Deletes what has expired, as the table's TTL would, some time. */
  expire(epochSeconds: number): void;
  snapshot(): ReadonlyMap<string, Row>;
  restore(snapshot: ReadonlyMap<string, Row>): void;
};

export const memoryTable = (): MemoryTable => {
  let rows: ReadonlyMap<string, Row> = new Map();
  // The same, where nobody holds it as a snapshot: a snapshot is never changed.
  let unshared: Map<string, Row> | null = null;
  const toChange = (): Map<string, Row> => {
    unshared ??= new Map(rows);
    rows = unshared;
    return unshared;
  };
  const at = (key: Key): string => `${key.pk}\u0000${key.sk}`;
  const holds = (key: Key, was: string | null): boolean => (rows.get(at(key))?.rev ?? null) === was;

  return {
    async get(key) {
      return rows.get(at(key));
    },

    async query({ pk, prefix = '', between, after, limit = 1000, descending = false, unexpiredAt }) {
      const ahead = (sk: string): boolean => after === undefined || (descending ? sk < after : sk > after);
      const partition = [...rows.values()]
        .filter((row) => row.pk === pk && row.sk.startsWith(prefix) && ahead(row.sk))
        .filter((row) => between === undefined || (row.sk >= between[0] && row.sk <= between[1]))
        .sort((a, b) => (descending ? order(b.sk, a.sk) : order(a.sk, b.sk)));
      const page = partition.slice(0, limit);
      const live = page.filter(
        (row) => unexpiredAt === undefined || row.expiresAt === undefined || row.expiresAt > unexpiredAt,
      );
      return { rows: live, next: partition.length > limit ? (page.at(-1)?.sk ?? null) : null };
    },

    async list({ index, key, from = '', limit, after }: ListQuery) {
      const { partition, sort } = indexes[index];
      const place = (row: Row): string => `${text(row, sort)}\u0000${row.pk}\u0000${row.sk}`;
      const start = after === null ? null : `${after.sort}\u0000${after.pk}\u0000${after.sk}`;
      const all = [...rows.values()]
        .filter((row) => text(row, partition) === key && text(row, sort) !== '' && text(row, sort) >= from)
        .filter((row) => start === null || place(row) < start)
        .sort((a, b) => order(place(b), place(a)));
      const page = all.slice(0, limit);
      const last = page.at(-1);
      return {
        rows: page,
        next: all.length > limit && last ? { pk: last.pk, sk: last.sk, sort: text(last, sort) } : null,
      };
    },

    async due({ due, until, limit, after }) {
      const place = ({ dueAt, pk, sk }: DueRow): string => `${dueAt}\u0000${pk}\u0000${sk}`;
      const start = after === null ? '' : place(after);
      const found: DueRow[] = [];
      for (const { pk, sk, due: owed, dueAt } of rows.values()) {
        if (owed === due && dueAt !== undefined && dueAt <= until) found.push({ pk, sk, dueAt });
      }
      const ahead = found.filter((row) => place(row) > start).sort((a, b) => order(place(a), place(b)));
      const page = ahead.slice(0, limit);
      return { rows: page, next: ahead.length > limit ? (page.at(-1) ?? null) : null };
    },

    async write(changes: readonly Change[]) {
      const target = (change: Change): Key => ('put' in change ? change.put : change.remove);
      if (new Set(changes.map((change) => at(target(change)))).size < changes.length) {
        throw new Error('A transaction may name a row only once.');
      }
      if (!changes.every((change) => holds(target(change), change.was))) return 'conflict';
      const written = toChange();
      for (const change of changes) {
        if ('put' in change) written.set(at(change.put), stored(change.put));
        if ('remove' in change) written.delete(at(change.remove));
      }
      return 'done';
    },

    rows: () => [...rows.values()],
    expire(epochSeconds) {
      const kept = toChange();
      for (const [place, row] of kept) {
        if (row.expiresAt !== undefined && row.expiresAt <= epochSeconds) kept.delete(place);
      }
    },
    snapshot() {
      unshared = null;
      return rows;
    },
    restore(snapshot) {
      rows = snapshot;
      unshared = null;
    },
  };
};
