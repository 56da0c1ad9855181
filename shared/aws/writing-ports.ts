import { profiles } from '../distributors/profiles.ts';
import { assertingTable } from '../ordering/asserting-table.ts';
import { awsLog } from './log.ts';
import { newId, systemClock } from './system.ts';
import { awsTable } from './table.ts';

/** What every function that writes purchase orders or notices has. An assertion that does not hold is logged, and counted from the log; the work goes on. */
export const writingPorts = (name: string) => {
  const log = awsLog(name);
  const table = assertingTable(
    awsTable(),
    (distributor) => profiles[distributor].profile.lookUp === 'by-resend',
    (assertion, { pk, sk }) => log.error('assertion-failed', { assertion, pk, sk }),
  );
  return { table, clock: systemClock, newId, log };
};
