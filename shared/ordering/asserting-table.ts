import type { Key, Row, Table } from '../domain/ports/table.ts';
import { type AsksByResend, failedAssertions } from '../domain/purchase-order/assertions.ts';
import { keys } from '../domain/rows/keys.ts';

/** Told of each assertion that does not hold of a row that is about to be written: it throws, or counts. */
export type AssertionFailed = (assertion: string, key: Key) => void;

const isPurchaseOrder = ({ sk }: Key): boolean => sk === keys.purchaseOrder('', '').sk;

/** Whoever has taken the right to send a row leaves it due, to be found if the sender dies. */
const beingSent = ({ due, ...row }: Row & { readonly sendingUntil?: unknown }): readonly string[] =>
  typeof row.sendingUntil === 'string' && due === undefined ? ['what is being sent is due'] : [];

/** The table, with what we write held against what must hold of it. Nothing is read for it, and nothing refused. */
export const assertingTable = (table: Table, asksByResend: AsksByResend, failed: AssertionFailed): Table => ({
  ...table,
  write: async (changes) => {
    for (const change of changes) if ('put' in change) assertOf(change.put, asksByResend, failed);
    return table.write(changes);
  },
});

const assertOf = (row: Row, asksByResend: AsksByResend, failed: AssertionFailed): void => {
  for (const assertion of isPurchaseOrder(row) ? failedAssertions(row, asksByResend) : beingSent(row))
    failed(assertion, row);
};
