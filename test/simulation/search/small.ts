import type { Patch } from '../mutants/patch.ts';

const small = (file: string, find: string, replace: string): Patch => ({
  file,
  find,
  replace,
  what: `small constants: ${replace}`,
});

/**
 * The same service with constants so small that a few orders reach them: lists of one row a page, two watches a sweep, one account a
 * message, two tries of a write. Cursors, cut sweeps and pages then run in every search, and nothing may go wrong for it.
 */
export const smallConstants: readonly Patch[] = [
  small('shared/tracking/watches.ts', 'const mostAtOnce = 4_000;', 'const mostAtOnce = 2;'),
  small('shared/ordering/poll.ts', 'const pageSize = 500;', 'const pageSize = 1;'),
  small('shared/ordering/poll.ts', 'const atOnce = 20;', 'const atOnce = 1;'),
  small('shared/domain/rows/amend.ts', 'const tries = 20;', 'const tries = 2;'),
  small('shared/domain/ports/queues.ts', "queue: 'sweep', together: 25 }", "queue: 'sweep', together: 1 }"),
  small('shared/notices/redelivery.ts', 'const page = 25;', 'const page = 1;'),
  small('shared/distributors/wps/settings.ts', 'pageSize: 500,', 'pageSize: 1,'),
  small('infra/simulators/parts-unlimited-words.ts', 'const pageSize = 25;', 'const pageSize = 1;'),
  small('test/memory-table.ts', 'after, limit = 1000, descending', 'after, limit = 1, descending'),
];
