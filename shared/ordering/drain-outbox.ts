import { AccountRow, WatchRow } from '../domain/account/account.ts';
import { newAccount, watchOpened } from '../domain/account/account-rules.ts';
import { withDerived } from '../domain/purchase-order/due.ts';
import { type Owed, PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type Instant, milliseconds } from '../domain/vocabulary.ts';
import { oweCustomerMail, oweEvent } from '../notices/owe.ts';
import type { OrderingPorts } from './ports.ts';
import { transition } from './transition.ts';

type PayPorts = Pick<OrderingPorts, 'table' | 'queues' | 'clock' | 'newId'>;

/**
 * Pays what the last change of a purchase order owes: its watch, its notices. Each can be paid twice without harm; the row
 * stays due until all is paid, so a crash in the middle costs time only.
 */
export const drainOutbox = async (ports: PayPorts, po: PurchaseOrderRow): Promise<void> => {
  if (po.owed.length === 0) return;
  // The watch before all else: it is written with the row, whose `rev` is another then.
  const opened = po.owed.some(({ kind }) => kind === 'watch') ? await openWatch(ports, po) : po;
  if (opened === null) return;
  await payAll(ports, opened);
};

const payAll = async (ports: PayPorts, po: PurchaseOrderRow): Promise<void> => {
  for (const owed of po.owed) await payOne(ports, po, owed);
  await transition(ports, po, (row, now) => {
    if (row.rev === po.rev) return withDerived({ ...row, owed: [] }, now);
    // Somebody has moved it on meanwhile: what the row owes now may be of the same kinds, and the watch may be closed.
    const isOther = row.tracking !== po.tracking || row.trackUntil !== po.trackUntil;
    const again: Owed[] = [{ kind: 'unwatch', trackUntil: po.trackUntil }, { kind: 'watch' }];
    return isOther ? withDerived({ ...row, owed: [...row.owed, ...again] }, now) : null;
  });
};

const payOne = async (ports: PayPorts, po: PurchaseOrderRow, owed: Owed): Promise<void> => {
  const { storeId, orderId, poNumber, mode, distributor } = po;
  switch (owed.kind) {
    case 'watch':
      return makeDue(ports, po);
    case 'unwatch':
      return closeWatch(ports, po, owed.trackUntil);
    case 'mail':
      return oweCustomerMail(ports, { storeId, orderId, mode });
    case 'event':
      return oweEvent(ports, {
        storeId,
        orderId,
        poNumber,
        id: owed.id,
        type: owed.type,
        reason: owed.reason,
        account: { distributor, mode },
        ...(po.correlationId === undefined ? {} : { correlationId: po.correlationId }),
      });
  }
};

/**
 * Opens the watch in one transaction with the purchase order, which must still be the one that owes it: whoever stood still meanwhile
 * opens none that nobody would close. Gives the row as it stands then; null = somebody has moved it on, and pays what it owes.
 */
const openWatch = async ({ table, newId }: PayPorts, po: PurchaseOrderRow): Promise<PurchaseOrderRow | null> => {
  const { storeId, distributor, mode, poNumber, trackUntil } = po;
  if (po.tracking !== 'open' || trackUntil === null) return po;
  const key = keys.watch(keys.account(storeId, distributor, mode), trackUntil, poNumber);
  const { orderNumbers, partNumber, quantity, submittedAt, acceptedAt } = po;
  const expiresAt = Math.floor(milliseconds(trackUntil) / 1000);
  const known = { poNumber, orderNumbers, partNumber, quantity, submittedAt, acceptedAt };
  if ((await load(table, key, WatchRow)) !== undefined) return po;
  const touched: PurchaseOrderRow = { ...po, rev: newId() };
  const watch: WatchRow = { ...key, ...known, seen: null, expiresAt, rev: newId() };
  const written = await table.write([
    { put: watch, was: null },
    { put: touched, was: po.rev },
  ]);
  if (written === 'done') return touched;
  // A conflict may be our own write, whose answer got lost and which was then repeated.
  const standing = await load(table, po, PurchaseOrderRow);
  return standing?.rev === touched.rev ? touched : null;
};

/** After the watch: a sweep that ends in between sees one of them. */
const makeDue = async (ports: PayPorts, po: PurchaseOrderRow): Promise<void> => {
  const { storeId, distributor, mode } = po;
  if (po.tracking !== 'open' || po.trackUntil === null) return;
  await amend(ports, keys.account(storeId, distributor, mode), AccountRow, (current) => {
    const now = ports.clock.now();
    return watchOpened(current ?? newAccount(po, now), now);
  });
};

const closeWatch = async ({ table }: PayPorts, po: PurchaseOrderRow, trackUntil: Instant | null): Promise<void> => {
  if (trackUntil === null || (po.tracking === 'open' && po.trackUntil === trackUntil)) return;
  const key = keys.watch(keys.account(po.storeId, po.distributor, po.mode), trackUntil, po.poNumber);
  const watch = await load(table, key, WatchRow);
  if (watch === undefined) return;
  // A conflict means that a sweep has just written it: the row stays due, and it is tried again.
  if ((await table.write([{ remove: key, was: watch.rev }])) === 'conflict') {
    throw new Error('The watch was written at this moment.');
  }
};
