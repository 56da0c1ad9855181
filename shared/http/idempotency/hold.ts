import * as v from 'valibot';
import { type Change, RowParts, storedObject } from '../../domain/ports/table.ts';
import { keys } from '../../domain/rows/keys.ts';
import type { KeptPorts, KeptRequest } from './kept-request.ts';

/** What one item of a bulk request has claimed; gone when its request is. */
export const KeptItem = storedObject({ ...RowParts, index: v.number(), poNumber: v.string() });

/** The key that a handler works under. Its changes belong into the claim's own transaction: no claim is without its key. */
export type Hold = {
  claims(poNumber: string): Change;
  claimsItem(index: number, poNumber: string): Change;
  /** What an earlier run of the same request has done; null in the first. */
  earlier(): Promise<Earlier | null>;
};

type Earlier = {
  /** What was kept of its answer; null where none was. */
  readonly facts: unknown;
  /** The PO numbers that its items have claimed. */
  readonly numbers: ReadonlyMap<number, string>;
};

export const holdOf = ({ table, newId }: KeptPorts, row: KeptRequest, before: KeptRequest | null): Hold => ({
  claims: (poNumber) => ({ put: { ...row, rev: newId(), poNumber }, was: row.rev }),
  claimsItem: (index, poNumber) => {
    const key = keys.requestItem(row, row.id, index);
    return { put: itemRow({ ...key, rev: newId(), index, poNumber, expiresAt: row.expiresAt }), was: null };
  },
  earlier: async () => {
    if (before === null) return null;
    const { pk, sk: prefix } = keys.requestItem(row, row.id, '');
    const items = v.parse(v.array(KeptItem), (await table.query({ pk, prefix })).rows);
    return {
      facts: before.answer === null ? null : JSON.parse(before.answer.facts),
      numbers: new Map(items.map(({ index, poNumber }) => [index, poNumber])),
    };
  },
});

const itemRow = (row: v.InferOutput<typeof KeptItem>) => row;
