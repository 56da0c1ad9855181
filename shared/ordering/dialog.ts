import { offeredAddress } from '../domain/order/address-limits.ts';
import { type Case, check, eligible } from '../domain/order/eligibility.ts';
import { everAttempted } from '../domain/order/order.ts';
import type { NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import type { Profile } from '../domain/profile.ts';
import { longestPoNumber, proposePoNumber } from '../domain/purchase-order/po-number.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { viewPurchaseOrder } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import type { Address } from '../domain/vocabulary.ts';
import type { LoadedCase } from './case.ts';

/** How many numbers in a row may turn out taken before we stop proposing. */
const proposals = 20;

/** A number for the item's next attempt that nobody has used: a readable one, unless all of those are taken. */
export const freePoNumber = async (
  { table, newId }: { readonly table: Table; readonly newId: NewId },
  { order, item }: Case,
): Promise<string> => {
  const first = everAttempted(order, item.itemId);
  for (let count = first; count < first + proposals; count++) {
    const poNumber = proposePoNumber(order.orderId, item.itemId, count);
    const taken = await load(table, keys.purchaseOrder(order.storeId, poNumber), PurchaseOrderRow);
    if (taken === undefined) return poNumber;
  }
  return `DS-${newId()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 16)}`;
};

/** The order's address without what the distributor has no place for; whole when there is none to judge by. */
const offer = (address: Address | null, profile: Profile | null) => {
  if (address === null || profile === null) return { shipTo: address, leftOut: [] };
  const { shipTo, leftOut } = offeredAddress(address, profile.limits);
  const shown: Partial<Address> = Object.fromEntries(
    Object.entries(shipTo).filter(([field]) => !leftOut.some((left) => left === field)),
  );
  return { shipTo: shown, leftOut };
};

const lastRejectionOf = (attempt: PurchaseOrderRow | null) =>
  attempt?.refusal
    ? {
        code: attempt.refusal.code,
        distributorMessage: attempt.refusal.message,
        poNumber: attempt.poNumber,
        distributor: attempt.distributor,
        at: attempt.refusal.at,
      }
    : null;

/** Everything that the Drop Ship dialog shows of an item. */
export const dialog = async (
  ports: { readonly table: Table; readonly newId: NewId },
  { the, lastAttempt }: LoadedCase,
) => {
  const checks = check(the);
  const profile = the.setUp?.profile ?? null;
  const offered = offer(the.order.shipTo, profile);
  const shippingMethods = profile?.shippingMethods ?? [];
  return {
    eligible: eligible(checks),
    distributor: the.distributor,
    mode: the.mode,
    checks,
    form: {
      poNumber: the.purchaseOrder?.poNumber ?? (await freePoNumber(ports, the)),
      shipTo: offered.shipTo,
      shippingMethod: shippingMethods[0] ?? null,
      shippingMethods,
      leftOut: offered.leftOut,
    },
    limits:
      profile === null
        ? null
        : { ...profile.limits, poNumber: Math.min(profile.limits.poNumber ?? longestPoNumber, longestPoNumber) },
    lastRejection: lastRejectionOf(lastAttempt),
    purchaseOrder: the.purchaseOrder === null ? null : viewPurchaseOrder(the.purchaseOrder),
  };
};
