import * as v from 'valibot';
import type { Log } from '../ports/ports.ts';
import type { Row } from '../ports/table.ts';

const Place = v.fallback(v.object({ pk: v.string(), sk: v.string() }), { pk: '', sk: '' });

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
