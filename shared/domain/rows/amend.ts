import * as v from 'valibot';
import type { NewId } from '../ports/ports.ts';
import type { Key, Row, RowReader, Table } from '../ports/table.ts';

/** Somebody else wrote the same row, again and again, while we tried to. Nothing was changed; try again later. */
export class Contended extends Error {
  override readonly name = 'Contended';
}

type RowSchema<R extends Row> = v.GenericSchema<unknown, R>;

/** A row as it is decided, and new rows that are written with it or not at all; its `rev` comes with the write. */
export type Draft<R extends Row> = Omit<R, 'rev'> & { readonly beside?: readonly Row[] };

/** What came of it: `written` only when this very call changed the row. */
export type Amended<R extends Row> = { readonly written: boolean; readonly row: R | undefined };

/** The row at this key, strongly consistent; undefined when there is none. Throws when what stands there is no such row. */
export const load = async <R extends Row>(table: RowReader, key: Key, schema: RowSchema<R>): Promise<R | undefined> => {
  const found = await table.get(key);
  return found === undefined ? undefined : v.parse(schema, found);
};

const tries = 20;

/**
 * Reads the row, decides, writes on condition that nobody wrote in between; else over again. `decide` gets the row as it
 * stands and gives what shall stand there, or null to leave it. A write whose answer got lost is recognised by its `rev`.
 * `known` = the row as it was just read: it is not read once more, unless somebody wrote since.
 */
export const amend = async <R extends Row>(
  { table, newId }: { readonly table: Table; readonly newId: NewId },
  key: Key,
  schema: RowSchema<R>,
  decide: (current: R | undefined) => Draft<R> | null,
  known?: R,
): Promise<Amended<R>> => {
  const ours = new Set<string>();
  for (let attempt = 0; attempt < tries; attempt++) {
    const current = attempt === 0 && known !== undefined ? known : await load(table, key, schema);
    if (current !== undefined && ours.has(current.rev)) return { written: true, row: current };
    const draft = decide(current);
    if (draft === null) return { written: false, row: current };
    const rev = newId();
    ours.add(rev);
    const { beside = [], ...decided } = draft;
    const row = v.parse(schema, { ...decided, rev });
    const changes = [{ put: row, was: current?.rev ?? null }, ...beside.map((put) => ({ put, was: null }))];
    if ((await table.write(changes)) === 'done') return { written: true, row };
  }
  throw new Contended(`Too many others write ${key.sk.split('#')[0]} rows of this kind at once.`);
};
