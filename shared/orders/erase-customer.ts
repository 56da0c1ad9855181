import * as v from 'valibot';
import { allAttempts, changedOrder, OrderRow, withOrderNote } from '../domain/order/order.ts';
import { erasableAt } from '../domain/order/retention.ts';
import { failure } from '../domain/ports/log.ts';
import type { Clock, Log, NewId } from '../domain/ports/ports.ts';
import { type Queues, submissions } from '../domain/ports/queues.ts';
import type { Key, Table } from '../domain/ports/table.ts';
import { erasePersonalData } from '../domain/purchase-order/outcome.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, type Draft } from '../domain/rows/amend.ts';
import { erasedEntry, HistoryRow } from '../domain/rows/history.ts';
import { keys } from '../domain/rows/keys.ts';
import { addSeconds } from '../domain/time.ts';
import { seconds } from '../domain/time-limits.ts';
import { type Instant, instant } from '../domain/vocabulary.ts';
import { eraseMailFailure, eraseNotices } from './erase-notices.ts';

export type EraseCustomerPorts = {
  readonly table: Table;
  readonly queues: Queues;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly retentionDays: number;
};

/**
 * Erases name, e-mail, addresses and the words of people and distributors from the order and from every purchase order of it. The order comes first: whoever claims an item afterwards finds no address to copy. It stays due until all of it is
 * done: what is not settled yet keeps its copy until it is, and what was cut short is finished. What people and distributors write
 * afterwards goes as with any order: when the last purchase order has ended and the time of keeping is over.
 */
export const eraseCustomer = async (
  ports: EraseCustomerPorts,
  storeId: string,
  orderId: string,
  by: 'store' | 'service' = 'store',
): Promise<'erased' | 'not-found'> => {
  const key = keys.order(storeId, orderId);
  const { row: order } = await amend(ports, key, OrderRow, (current) =>
    current === undefined || current.erasedAt ? null : erasedOrder(current, ports.clock.now(), by),
  );
  if (order === undefined) return 'not-found';
  const erased = await Promise.all(allAttempts(order).map((poNumber) => erasePurchaseOrder(ports, storeId, poNumber)));
  if ((order.notesMoved ?? 0) > 0) await eraseMoved(ports, key);
  const claimed = erased.flatMap((each) => (each === null ? [] : [each.submittedAt])).toSorted();
  if (claimed[0] !== undefined) await eraseNotices(ports, storeId, orderId, claimed[0]);
  await eraseMailFailure(ports, storeId, orderId);
  // What is still owed becomes a notice later, with its words.
  const isDone = erased.every((each) => each === null || (each.erasedAt !== undefined && each.owed.length === 0));
  const now = ports.clock.now();
  const rows = erased.filter((each) => each !== null);
  const next = isDone ? lastLook(order, rows, now, ports.retentionDays) : addSeconds(now, seconds.day);
  await amend(ports, key, OrderRow, (current) => (current?.erasedAt ? dueAgain(current, next) : null));
  return 'erased';
};

/** When what was written since is erased; null = nothing more will be. */
const lastLook = (order: OrderRow, rows: readonly PurchaseOrderRow[], now: number, days: number): Instant | null => {
  const at = rows.length === 0 ? instant(now) : erasableAt(order, rows, now, days);
  return at > instant(now) ? at : null;
};

const erasedOrder = (order: OrderRow, now: number, by: 'store' | 'service'): Draft<OrderRow> => {
  const erased = changedOrder(
    {
      ...order,
      customer: null,
      shipTo: null,
      notes: order.notes.map(erasedEntry),
      erasedAt: instant(now),
      erasedRevision: order.revision,
      due: 'erase',
      dueAt: addSeconds(now, seconds.lease),
    },
    now,
  );
  return withOrderNote(erased, now, "The customer's personal data was erased.", { kind: 'erased', by });
};

/** Null = nothing is left to do. */
const dueAgain = ({ due: _due, dueAt: _dueAt, ...order }: OrderRow, dueAt: Instant | null): Draft<OrderRow> =>
  dueAt === null ? order : { ...order, due: 'erase', dueAt };

/** The purchase order as it stands then; what is owed for it (a refusal, say) is due in the table, the nudge only makes it sooner. */
const erasePurchaseOrder = async (ports: EraseCustomerPorts, storeId: string, poNumber: string) => {
  const key = keys.purchaseOrder(storeId, poNumber);
  const { written, row } = await amend(ports, key, PurchaseOrderRow, (po) =>
    po === undefined ? null : erasePersonalData(po, ports.clock.now()),
  );
  if (row === undefined) return null;
  if (written && row.owed.length > 0) {
    await ports.queues
      .send(submissions(row.distributor), [key])
      .catch((error: unknown) => ports.log.warn('nudge-not-sent', failure(error)));
  }
  if (row.erasedAt !== undefined && (row.historyMoved ?? 0) > 0) await eraseMoved(ports, key);
  return row;
};

/** The steps that lie beside the row. */
const eraseMoved = async (ports: EraseCustomerPorts, { pk }: Key): Promise<void> => {
  let after: string | undefined;
  do {
    const page: Awaited<ReturnType<Table['query']>> = await ports.table.query({
      pk,
      prefix: 'HISTORY#',
      ...(after === undefined ? {} : { after }),
    });
    for (const row of v.parse(v.array(HistoryRow), page.rows)) {
      await amend(ports, row, HistoryRow, (current) =>
        current === undefined || erasedEntry(current) === current ? null : erasedEntry(current),
      );
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
};
