import { beforeAll, expect, test } from 'vitest';
import type { DueRow, Row, Table } from '../../../shared/domain/ports/table.ts';
import { instant } from '../../../shared/domain/vocabulary.ts';

const row = (pk: string, sk: string, rev: string, more: Readonly<Record<string, unknown>> = {}): Row => ({
  pk,
  sk,
  rev,
  ...more,
});

const at = (minute: number) => instant(Date.UTC(2026, 10, 20, 17, minute));

/** What every table must do. Each test keeps to a partition of its own, so that one table serves them all. */
export const tableSuite = (open: () => Promise<Table>): void => {
  let table: Table;
  beforeAll(async () => {
    table = await open();
  }, 60_000);

  test('a row is there once it was put where nothing stood, and not twice', async () => {
    expect(await table.get({ pk: 'new', sk: 'A' })).toBeUndefined();
    expect(await table.write([{ put: row('new', 'A', '1', { name: 'one' }), was: null }])).toBe('done');
    expect(await table.write([{ put: row('new', 'A', '2'), was: null }])).toBe('conflict');
    expect(await table.get({ pk: 'new', sk: 'A' })).toEqual({ pk: 'new', sk: 'A', rev: '1', name: 'one' });
  });

  test('a row is replaced or removed only by whoever has seen it', async () => {
    await table.write([{ put: row('seen', 'A', '1', { name: 'one' }), was: null }]);
    expect(await table.write([{ put: row('seen', 'A', '2'), was: '0' }])).toBe('conflict');
    expect(await table.write([{ put: row('seen', 'A', '2'), was: '1' }])).toBe('done');
    expect(await table.get({ pk: 'seen', sk: 'A' })).toEqual({ pk: 'seen', sk: 'A', rev: '2' });
    expect(await table.write([{ remove: { pk: 'seen', sk: 'A' }, was: '1' }])).toBe('conflict');
    expect(await table.write([{ remove: { pk: 'seen', sk: 'A' }, was: '2' }])).toBe('done');
    expect(await table.get({ pk: 'seen', sk: 'A' })).toBeUndefined();
  });

  test('rows that are asked for in the same moment come as if each were asked for alone', async () => {
    const rows = Array.from({ length: 3 }, (_, n) => row('moment', `A#${n}`, '1', { list: [n, { n }], text: 'ü' }));
    await table.write(rows.map((put) => ({ put, was: null })));
    const keys = Array.from({ length: 240 }, (_, n) => ({ pk: 'moment', sk: `A#${n % 120}` }));
    const found = await Promise.all(keys.map((key) => table.get(key)));
    expect(found).toEqual(keys.map(({ sk }) => rows.find((each) => each.sk === sk)));
  });

  test('several changes happen all or not at all', async () => {
    await table.write([{ put: row('all', 'A', '1'), was: null }]);
    const both = (was: string) => [
      { put: row('all', 'B', '1'), was: null },
      { put: row('all', 'A', '2'), was },
    ];
    expect(await table.write(both('0'))).toBe('conflict');
    expect((await table.query({ pk: 'all' })).rows).toEqual([row('all', 'A', '1')]);
    expect(await table.write(both('1'))).toBe('done');
    expect((await table.query({ pk: 'all' })).rows).toEqual([row('all', 'A', '2'), row('all', 'B', '1')]);
  });

  test('a partition is read in order, by prefix, either way, page by page, without what has expired', async () => {
    for (const [sk, expiresAt] of [
      ['X#1', 100],
      ['X#2', 200],
      ['X#3', 300],
      ['Y#1', undefined],
    ] as const) {
      await table.write([{ put: row('read', sk, '1', expiresAt === undefined ? {} : { expiresAt }), was: null }]);
    }
    const names = (rows: readonly unknown[]) => rows.map((each) => Reflect.get(Object(each), 'sk'));
    expect(names((await table.query({ pk: 'read' })).rows)).toEqual(['X#1', 'X#2', 'X#3', 'Y#1']);
    expect(names((await table.query({ pk: 'read', prefix: 'X#', descending: true })).rows)).toEqual([
      'X#3',
      'X#2',
      'X#1',
    ]);
    expect(names((await table.query({ pk: 'read', between: ['X#2', 'Y#1'] })).rows)).toEqual(['X#2', 'X#3', 'Y#1']);
    expect(await table.query({ pk: 'read', between: ['Y#1', 'X#2'] })).toEqual({ rows: [], next: null });
    expect(names((await table.query({ pk: 'read', unexpiredAt: 200 })).rows)).toEqual(['X#3', 'Y#1']);
    const first = await table.query({ pk: 'read', limit: 2 });
    expect([names(first.rows), first.next]).toEqual([['X#1', 'X#2'], 'X#2']);
    expect(names((await table.query({ pk: 'read', after: 'X#2' })).rows)).toEqual(['X#3', 'Y#1']);
  });

  test('what is due is found, the earliest first; what owes nothing is not', async () => {
    for (const [sk, minute] of [
      ['A', 3],
      ['B', 1],
      ['C', 9],
    ] as const) {
      await table.write([{ put: row('due', sk, '1', { due: 'queue-1', dueAt: at(minute) }), was: null }]);
    }
    await table.write([{ put: row('due', 'D', '1'), was: null }]);
    expect(await table.due({ due: 'queue-1', until: at(5), limit: 10, after: null })).toEqual({
      rows: [
        { pk: 'due', sk: 'B', dueAt: at(1) },
        { pk: 'due', sk: 'A', dueAt: at(3) },
      ],
      next: null,
    });
    expect(await table.due({ due: 'queue-1', until: at(9), limit: 1, after: null })).toEqual({
      rows: [{ pk: 'due', sk: 'B', dueAt: at(1) }],
      next: { pk: 'due', sk: 'B', dueAt: at(1) },
    });
    expect(await table.due({ due: 'queue-2', until: at(9), limit: 10, after: null })).toEqual({ rows: [], next: null });
  });

  test('what is due is found page by page, also where much is due at one moment and a row leaves meanwhile', async () => {
    for (const n of [0, 1, 2, 3, 4, 5, 6]) {
      const due = { due: 'queue-3', dueAt: at(n < 2 ? 0 : 5) };
      await table.write([{ put: row(`paged${n % 3}`, `${n}`, '1', due), was: null }]);
    }
    const found: string[] = [];
    let after: DueRow | null = null;
    do {
      const page: Awaited<ReturnType<Table['due']>> = await table.due({
        due: 'queue-3',
        until: at(9),
        limit: 2,
        after,
      });
      found.push(...page.rows.map(({ sk }) => sk));
      after = page.next;
      if (found.length === 4 && after !== null) {
        const { pk, sk } = after;
        await table.write([{ put: row(pk, sk, '2'), was: '1' }]);
      }
    } while (after !== null);
    expect(found.slice(0, 2).toSorted()).toEqual(['0', '1']);
    expect(found.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  test('a list is newest first, page by page', async () => {
    for (const [n, status] of ['open', 'done', 'open', 'done', 'open'].entries()) {
      const placed = `${at(n)}#${n}`;
      await table.write([{ put: row(`list${n}`, 'PO', '1', { storeKey: 's1', placed, status }), was: null }]);
    }
    await table.write([{ put: row('list9', 'PO', '1', { placed: `${at(9)}#9` }), was: null }]);
    const found: unknown[] = [];
    let after: Parameters<Table['list']>[0]['after'] = null;
    do {
      const page: Awaited<ReturnType<Table['list']>> = await table.list({
        index: 'byStore',
        key: 's1',
        limit: 2,
        after,
      });
      found.push(...page.rows.map((each) => Reflect.get(Object(each), 'pk')));
      after = page.next;
    } while (after !== null);
    expect(found).toEqual(['list4', 'list3', 'list2', 'list1', 'list0']);
  });

  test('a list goes back no further than it is asked to', async () => {
    for (let n = 0; n < 4; n++) {
      const listed = { storeKey: 'since', placed: `${at(n)}#${n}` };
      await table.write([{ put: row(`since${n}`, 'PO', '1', listed), was: null }]);
    }
    const query = { index: 'byStore', key: 'since', from: at(2), limit: 1 } as const;
    const first = await table.list({ ...query, after: null });
    const second = await table.list({ ...query, after: first.next });
    const third = second.next === null ? { rows: [] } : await table.list({ ...query, after: second.next });
    const found = [...first.rows, ...second.rows, ...third.rows].map((each) => (each as { pk: string }).pk);
    expect(found).toEqual(['since3', 'since2']);
  });
};
