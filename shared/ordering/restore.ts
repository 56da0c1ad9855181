import { DistributorSettingsRow } from '../domain/account/store.ts';
import { OrderRow } from '../domain/order/order.ts';
import { submissions } from '../domain/ports/queues.ts';
import type { Change, DueRow, Key } from '../domain/ports/table.ts';
import { undecidedStates } from '../domain/purchase-order/outcome.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import {
  askAfterRestore,
  doubtUnsent,
  isUnsent,
  type LoggedClaim,
  rebuilt,
} from '../domain/purchase-order/restored.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { minute } from '../domain/time.ts';
import { distributorSlugs, instant, milliseconds } from '../domain/vocabulary.ts';
import { find } from './find.ts';
import type { OrderingPorts } from './ports.ts';
import { transition } from './transition.ts';

/** What became of a purchase order that the restored table had forgotten or believed unsent. */
export type Reconciled = {
  readonly storeId: string;
  readonly poNumber: string;
  readonly outcome: 'found' | 'person';
};

/**
 * Makes a restored table safe to open: while nothing else runs, every claim that the log knows and the table does not, and every claim
 * that the table believes unsent, is looked for at its distributor. What is found there stands; everything else goes before a person, its
 * item locked. Nothing is ordered. Safe to run again.
 */
export const reconcile = async (
  ports: OrderingPorts,
  claims: readonly LoggedClaim[],
): Promise<readonly Reconciled[]> => {
  const forgotten: Key[] = [];
  for (const claim of claims) {
    const key = keys.purchaseOrder(claim.storeId, claim.poNumber);
    if ((await load(ports.table, key, PurchaseOrderRow)) !== undefined) continue;
    await rebuild(ports, claim);
    forgotten.push(key);
  }
  const unsent = await unsentRows(ports);
  for (const po of unsent) {
    const call = await callOf(ports, po);
    await transition(ports, po, (row, now) => doubtUnsent(row, now, call));
  }
  const results: Reconciled[] = [];
  for (const key of [...forgotten, ...unsent]) results.push(await settle(ports, key));
  return results;
};

/** A call that is long over, made with the credentials that the table knows. */
const callOf = async (
  { table, newId }: OrderingPorts,
  { storeId, distributor, mode }: Pick<PurchaseOrderRow, 'storeId' | 'distributor' | 'mode'>,
) => {
  const settings = await load(table, keys.distributor(storeId, distributor), DistributorSettingsRow);
  return { token: newId(), credentialVersion: settings?.[mode]?.version ?? '' };
};

/** The lock in the order and the purchase order, in one write: as the claim that was forgotten made them. */
const rebuild = async (ports: OrderingPorts, claim: LoggedClaim): Promise<void> => {
  const { table, clock, newId } = ports;
  const { storeId, orderId, itemId, mode, poNumber } = claim;
  const [order, call] = await Promise.all([load(table, keys.order(storeId, orderId), OrderRow), callOf(ports, claim)]);
  const rev = newId();
  const attempts = [...(order?.attempts ?? []), { itemId, mode, poNumber }];
  const locked: OrderRow = { ...(order ?? unknownOrder(claim)), attempts, rev };
  const row: PurchaseOrderRow = { ...rebuilt(claim, clock.now(), call, order?.shipTo ?? null), rev };
  const changes: readonly Change[] = [
    { put: row, was: null },
    { put: locked, was: order?.rev ?? null },
  ];
  if ((await table.write(changes)) === 'conflict') {
    throw new Error(
      `Somebody else writes the order of PO ${poNumber}: stop everything before a restored table is reconciled.`,
    );
  }
};

/** An order that the webstore told of after the table was saved: it will tell of it again, and its lock is here already. */
const unknownOrder = ({ storeId, orderId, timestamp }: LoggedClaim): Omit<OrderRow, 'rev' | 'attempts'> => ({
  ...keys.order(storeId, orderId),
  storeId,
  orderId,
  displayNumber: null,
  status: 'New',
  placedAt: timestamp,
  revision: null,
  customer: null,
  shipTo: null,
  items: [],
  notes: [],
});

const farAway = 366 * 24 * 60 * minute;

/** Every purchase order that the table believes not called for, or in vain: all of them are due some time. */
const unsentRows = async ({ table, clock }: OrderingPorts): Promise<readonly PurchaseOrderRow[]> => {
  const until = instant(clock.now() + farAway);
  const found: PurchaseOrderRow[] = [];
  for (const slug of distributorSlugs) {
    let after: DueRow | null = null;
    do {
      const page: Awaited<ReturnType<typeof table.due>> = await table.due({
        due: submissions(slug),
        until,
        limit: 100,
        after,
      });
      for (const key of page.rows) {
        const row = await load(table, key, PurchaseOrderRow);
        if (row !== undefined && isUnsent(row)) found.push(row);
      }
      after = page.next;
    } while (after !== null);
  }
  return found;
};

/** An account's turn comes within a minute; so often it is waited for. */
const mostTurns = 30;

const settle = async (ports: OrderingPorts, key: Key): Promise<Reconciled> => {
  for (let turn = 0; turn < mostTurns; turn++) {
    const po = await load(ports.table, key, PurchaseOrderRow);
    if (po?.state !== 'in-doubt') break;
    // There the only look-up is to send it once more.
    if (ports.distributors[po.distributor].profile.lookUp === 'by-resend') break;
    await find(ports, po, { remainingMilliseconds: () => minute });
    const after = await load(ports.table, key, PurchaseOrderRow);
    const waits = after?.state === 'in-doubt' && after.absentAt === null && after.missesInARow === 0;
    const wait = after?.notBefore ? milliseconds(after.notBefore) - ports.clock.now() : 0;
    if (!waits || wait <= 0 || wait > minute) break;
    await ports.clock.sleep(wait);
  }
  const po = await load(ports.table, key, PurchaseOrderRow);
  if (po === undefined) throw new Error('A row is gone: stop everything before a restored table is reconciled.');
  await transition(ports, po, askAfterRestore);
  const { storeId, poNumber, state } = (await load(ports.table, key, PurchaseOrderRow)) ?? po;
  return { storeId, poNumber, outcome: undecidedStates.includes(state) ? 'person' : 'found' };
};
