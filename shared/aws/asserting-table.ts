import { profiles } from '../distributors/profiles.ts';
import type { Log } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { assertingTable } from '../ordering/asserting-table.ts';
import { awsTable } from './table.ts';

/** The service's table. An assertion that does not hold is logged, and counted from the log; the work goes on. */
export const assertingAwsTable = (log: Log): Table =>
  assertingTable(
    awsTable(),
    (distributor) => profiles[distributor].profile.lookUp === 'by-resend',
    (assertion, { pk, sk }) => log.error('assertion-failed', { assertion, pk, sk }),
  );
