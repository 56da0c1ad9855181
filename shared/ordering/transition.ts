import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, type Draft } from '../domain/rows/amend.ts';
import type { OrderingPorts } from './ports.ts';

type TransitionPorts = Pick<OrderingPorts, 'table' | 'newId' | 'clock'>;

/** What a purchase order becomes; null = it stays as it is. */
export type Transition = (row: PurchaseOrderRow, now: number) => Draft<PurchaseOrderRow> | null;

/**
 * Moves the purchase order on by one pure transition, on what stands at that moment. The row as written; null when nothing was.
 * `known` = the row as it was just read, which is not read once more unless somebody wrote since.
 */
export const written = async (
  { table, newId, clock }: TransitionPorts,
  key: PurchaseOrderRow,
  transition: Transition,
  known?: PurchaseOrderRow,
): Promise<PurchaseOrderRow | null> => {
  const decide = (row: PurchaseOrderRow | undefined) => (row === undefined ? null : transition(row, clock.now()));
  const amended = await amend({ table, newId }, key, PurchaseOrderRow, decide, known);
  return amended.written ? (amended.row ?? null) : null;
};

/** The same, for whoever goes on in any case. */
export const transition = async (
  ports: TransitionPorts,
  key: PurchaseOrderRow,
  transition: Transition,
): Promise<void> => {
  await written(ports, key, transition);
};
