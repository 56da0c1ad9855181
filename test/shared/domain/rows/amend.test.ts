import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Change, RowParts, type Table, type WriteResult } from '../../../../shared/domain/ports/table.ts';
import { amend, Contended, load } from '../../../../shared/domain/rows/amend.ts';
import { type MemoryTable, memoryTable } from '../../../memory-table.ts';

const Counter = v.object({ ...RowParts, count: v.number() });
const key = { pk: 'COUNTER', sk: 'ONE' };
let table: MemoryTable;
let ids: number;
beforeEach(() => {
  table = memoryTable();
  ids = 0;
});

const on = (more: Partial<Table> = {}) => ({ table: { ...table, ...more }, newId: () => `rev-${++ids}` });
const up = (current: v.InferOutput<typeof Counter> | undefined) => ({ ...key, count: (current?.count ?? 0) + 1 });
const count = async () => (await load(table, key, Counter))?.count;
/** Writes as if this had been done by each in turn; afterwards as it is. */
const writing = (...turns: ((changes: readonly Change[]) => Promise<WriteResult>)[]) => {
  const left = [...turns];
  return (changes: readonly Change[]) => (left.shift() ?? table.write)(changes);
};

describe('a change', () => {
  it('creates the row, then goes on from what stands there', async () => {
    expect(await amend(on(), key, Counter, up)).toEqual({ written: true, row: { ...key, rev: 'rev-1', count: 1 } });
    expect(await amend(on(), key, Counter, up)).toMatchObject({ written: true, row: { rev: 'rev-2', count: 2 } });
  });

  it('that decides to leave it writes nothing', async () => {
    await amend(on(), key, Counter, up);
    const before = table.snapshot();
    expect(await amend(on(), key, Counter, () => null)).toMatchObject({ written: false, row: { count: 1 } });
    expect(table.snapshot()).toEqual(before);
  });

  it('decides anew when somebody else was quicker', async () => {
    const beaten = writing(async (changes) => {
      await amend(on(), key, Counter, up);
      return table.write(changes);
    });
    await amend(on({ write: beaten }), key, Counter, up);
    expect(await count()).toBe(2);
  });

  it('of a row that was just read reads it again only where somebody wrote since', async () => {
    await amend(on(), key, Counter, up);
    const known = await load(table, key, Counter);
    const reads: string[] = [];
    const get = (wanted: typeof key) => {
      reads.push(wanted.sk);
      return table.get(wanted);
    };
    expect(await amend(on({ get }), key, Counter, up, known)).toMatchObject({ written: true, row: { count: 2 } });
    expect(reads).toEqual([]);
    expect(await amend(on({ get }), key, Counter, up, known)).toMatchObject({ written: true, row: { count: 3 } });
    expect(reads).toEqual(['ONE']);
  });

  it('is not made twice where the answer to it was a conflict with itself', async () => {
    const repeated = writing(async (changes) => {
      await table.write(changes);
      return table.write(changes);
    });
    expect(await amend(on({ write: repeated }), key, Counter, up)).toMatchObject({ written: true, row: { count: 1 } });
  });

  it('gives up when it always comes too late', async () => {
    const amending = amend(on({ write: async () => 'conflict' }), key, Counter, up);
    await expect(amending).rejects.toBeInstanceOf(Contended);
    expect(await count()).toBeUndefined();
  });

  it('of many at once counts each', async () => {
    await Promise.all(Array.from({ length: 6 }, () => amend(on(), key, Counter, up)));
    expect(await count()).toBe(6);
  });

  it('never writes what is no such row, nor reads it', async () => {
    const wrong = () => ({ ...key, count: Number.NaN });
    await expect(amend(on(), key, Counter, wrong)).rejects.toThrow();
    expect(table.rows()).toEqual([]);
    const odd = { ...key, rev: 'r', count: 'one' };
    await table.write([{ put: odd, was: null }]);
    await expect(load(table, key, Counter)).rejects.toThrow();
  });
});
