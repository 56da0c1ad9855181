import type { Clock } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { load } from '../domain/rows/amend.ts';
import { milliseconds } from '../domain/vocabulary.ts';

const firstPause = 60;
const longestPause = 2000;

/**
 * Reads the row until the distributor's answer is in it, or the time is over: so the dialog shows the answer although a queue
 * stands between. In doubt is an answer too: nothing more will be known within a request. Nor is what will not be sent before the time
 * is over waited for: one store's many orders, of which the account takes one a second, hold no function that others need.
 */
export const awaitOutcome = async (
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  claimed: PurchaseOrderRow,
  milliseconds: number,
): Promise<PurchaseOrderRow> => {
  const end = clock.now() + milliseconds;
  let row = claimed;
  let pause = firstPause;
  while (row.state === 'claimed' || row.state === 'calling') {
    if (clock.now() + pause > end || isLaterThan(row, end)) return row;
    await clock.sleep(pause);
    row = (await load(table, row, PurchaseOrderRow)) ?? row;
    pause = Math.min(pause * 1.5, longestPause);
  }
  return row;
};

const isLaterThan = ({ state, notBefore }: PurchaseOrderRow, end: number): boolean =>
  state === 'claimed' && notBefore !== null && milliseconds(notBefore) > end;
