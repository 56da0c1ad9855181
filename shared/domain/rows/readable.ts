import * as v from 'valibot';
import type { Log } from '../ports/ports.ts';
import type { Row, Table } from '../ports/table.ts';

const Place = v.fallback(v.object({ pk: v.string(), sk: v.string() }), { pk: '', sk: '' });

/** What rows are read with where one that cannot be read is logged and left out. */
export type ReadingPorts = { readonly table: Table; readonly log: Pick<Log, 'error'> };

/**
 * The rows of a list, each read by itself: one that cannot be read hides no other. It is logged by its key and by the fields
 * that are wrong, never by what they hold.
 */
export const readable = <R extends Row>(
  rows: readonly unknown[],
  schema: v.GenericSchema<unknown, R>,
  log: Pick<Log, 'error'>,
): readonly R[] =>
  rows.flatMap((row) => {
    const read = v.safeParse(schema, row);
    if (read.success) return [read.output];
    const fields = read.issues.map((issue) => v.getDotPath(issue) ?? '').slice(0, 10);
    log.error('row-unreadable', { ...v.parse(Place, row), fields: fields.join(' ') });
    return [];
  });

/** A row that was read alone, in the same way; undefined where there is none as well. */
export const readableRow = <R extends Row>(
  row: unknown,
  schema: v.GenericSchema<unknown, R>,
  log: Pick<Log, 'error'>,
): R | undefined => (row === undefined ? undefined : readable([row], schema, log)[0]);
