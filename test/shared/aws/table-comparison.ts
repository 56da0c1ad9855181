import type { Change, DueRow, ListPosition, Row, Table } from '../../../shared/domain/ports/table.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';

/** A die that always falls alike (mulberry32). */
const dieOf = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
};

type Act = (table: Table) => Promise<unknown>;

/** All pages: where a page ends is the table's own affair. */
const allOf = async (table: Table, query: Parameters<Table['query']>[0]): Promise<unknown> => {
  const found: unknown[] = [];
  let after: string | undefined;
  do {
    const page: Awaited<ReturnType<Table['query']>> = await table.query({ ...query, ...(after ? { after } : {}) });
    found.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
};

const wholeList = async (table: Table, query: Omit<Parameters<Table['list']>[0], 'after'>): Promise<unknown> => {
  const found: unknown[] = [];
  let after: ListPosition | null = null;
  do {
    const page: Awaited<ReturnType<Table['list']>> = await table.list({ ...query, after });
    found.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return found;
};

const allDue = async (table: Table, query: Omit<Parameters<Table['due']>[0], 'after'>): Promise<unknown> => {
  const found: unknown[] = [];
  let after: DueRow | null = null;
  do {
    const page: Awaited<ReturnType<Table['due']>> = await table.due({ ...query, after });
    found.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return found;
};

/** Random operations on few rows, so that they often meet; each draws on what the earlier ones left (`revs`). */
export const operations = (seed: number) => {
  const roll = dieOf(seed);
  const revs = new Map<string, string>();
  let serial = 0;
  const pick = <T>(all: readonly [T, ...T[]]): T => all[roll(all.length)] ?? all[0];
  const key = () => ({ pk: pick(['p1', 'p2', 'p3']), sk: pick(['A#1', 'A#2', 'A#3', 'B#1', 'B#2', 'C']) });
  const name = ({ pk, sk }: { readonly pk: string; readonly sk: string }): string => `${pk} ${sk}`;
  const at = (n: number) => instant(Date.UTC(2026, 10, 20) + n * 1000);
  /** Mostly what stands there, sometimes not. */
  const seen = (of: Row | ReturnType<typeof key>): string | null =>
    roll(4) === 0 ? pick([null, 'never']) : (revs.get(name(of)) ?? null);

  const rowOf = (): Row => {
    serial += 1;
    return {
      ...key(),
      rev: `r${serial}`,
      ...(roll(2) === 0 ? { due: pick(['q1', 'q2']), dueAt: at(serial * 7 + roll(5)) } : {}),
      ...(roll(3) === 0 ? { expiresAt: roll(5) * 100 } : {}),
      ...(roll(2) === 0 ? { storeKey: 's1', placed: `${at(roll(50))}#${serial}`, status: pick(['a', 'b']) } : {}),
    };
  };
  const change = (): Change => {
    const put = rowOf();
    const was = seen(put);
    if (roll(6) === 0 && was !== null) return { remove: { pk: put.pk, sk: put.sk }, was };
    return { put, was };
  };
  const targetOf = (each: Change) => ('put' in each ? each.put : each.remove);

  const write = (): Act => {
    const wanted = Array.from({ length: 1 + roll(3) }, change);
    const changes = wanted.filter(
      (each, at) => wanted.findIndex((other) => name(targetOf(other)) === name(targetOf(each))) === at,
    );
    return async (table) => {
      const result = await table.write(changes);
      for (const each of result === 'done' ? changes : []) {
        if ('put' in each) revs.set(name(each.put), each.put.rev);
        if ('remove' in each) revs.delete(name(each.remove));
      }
      return result;
    };
  };

  const query = (): Act => {
    const { pk } = key();
    const asked = {
      pk,
      ...pick<Readonly<{ prefix?: string; between?: readonly [string, string] }>>([
        {},
        { prefix: 'A#' },
        { prefix: 'B' },
        { between: ['A#2', 'B#1'] as const },
      ]),
      ...(roll(2) === 0 ? { limit: 1 + roll(3) } : {}),
      ...(roll(2) === 0 ? { descending: true } : {}),
      ...(roll(2) === 0 ? { unexpiredAt: roll(5) * 100 } : {}),
    };
    return (table) => allOf(table, asked);
  };

  return (): Act => {
    const kind = roll(10);
    if (kind < 4) return write();
    if (kind < 6) return query();
    if (kind < 8) {
      const [due, until] = [pick(['q1', 'q2']), at(roll(serial * 8 + 1))];
      const limit = 1 + roll(4);
      return (table) => allDue(table, { due, until, limit });
    }
    if (kind === 8) {
      const limit = 1 + roll(4);
      return (table) => wholeList(table, { index: 'byStore', key: 's1', limit });
    }
    const of = key();
    return (table) => table.get(of);
  };
};
