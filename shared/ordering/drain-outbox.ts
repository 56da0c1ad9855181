import { AccountRow, WatchRow } from '../domain/account/account.ts';
import { newAccount, watchOpened } from '../domain/account/account-rules.ts';
import { withDerived } from '../domain/purchase-order/due.ts';
import type { Owed, PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { type Instant, milliseconds } from '../domain/vocabulary.ts';
import { oweCustomerMail, oweEvent } from '../notices/owe.ts';
import { transition } from './place.ts';
import type { OrderingPorts } from './ports.ts';

type PayPorts = Pick<OrderingPorts, 'table' | 'queues' | 'clock' | 'newId'>;

/**
 * Pays what the last change of a purchase order owes: its watch, its notices. Each can be paid twice without harm; the row
 * stays due until all is paid, so a crash in the middle costs time only.
 */
export const drainOutbox = async (ports: PayPorts, po: PurchaseOrderRow): Promise<void> => {
  if (po.owed.length === 0) return;
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
      return openWatch(ports, po);
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

/** The watch first, then the account's due time: a sweep that ends in between sees one of them. */
const openWatch = async (ports: PayPorts, po: PurchaseOrderRow): Promise<void> => {
  const { storeId, distributor, mode, poNumber, trackUntil } = po;
  if (po.tracking !== 'open' || trackUntil === null) return;
  const account = keys.account(storeId, distributor, mode);
  const key = keys.watch(account, trackUntil, poNumber);
  const expiresAt = Math.floor(milliseconds(trackUntil) / 1000);
  await amend(ports, key, WatchRow, (current) =>
    current?.expiresAt === expiresAt
      ? null
      : {
          ...key,
          poNumber,
          orderNumbers: po.orderNumbers,
          partNumber: po.partNumber,
          quantity: po.quantity,
          submittedAt: po.submittedAt,
          seen: null,
          expiresAt,
        },
  );
  await amend(ports, account, AccountRow, (current) => {
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
