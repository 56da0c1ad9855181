import { load } from '../domain/amend.ts';
import { type Case, check, eligible } from '../domain/eligibility.ts';
import { offeredAddress } from '../domain/fits.ts';
import { keys } from '../domain/keys.ts';
import { everAttempted } from '../domain/order.ts';
import { proposePoNumber } from '../domain/po-number.ts';
import type { Profile } from '../domain/profile.ts';
import { PurchaseOrderRow } from '../domain/purchase-order.ts';
import { viewPurchaseOrder } from '../domain/purchase-order-view.ts';
import type { Table } from '../domain/table.ts';
import type { LoadedCase } from './case.ts';

/** How many numbers in a row may turn out taken before we stop proposing. */
const proposals = 20;

/** A number for the item's next attempt that nobody has used. Undefined when all that we would propose are taken. */
export const freePoNumber = async (table: Table, { order, item }: Case): Promise<string | undefined> => {
  const first = everAttempted(order, item.itemId);
  for (let count = first; count < first + proposals; count++) {
    const poNumber = proposePoNumber(order.orderId, item.itemId, count);
    const taken = await load(table, keys.purchaseOrder(order.storeId, poNumber), PurchaseOrderRow);
    if (taken === undefined) return poNumber;
  }
  return undefined;
};

/** With no distributor to judge by, nothing is limited yet. */
const noLimits: Profile['limits'] = {
  poNumber: 20,
  name: null,
  company: null,
  line1: null,
  line2: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
  phone: null,
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
export const dialog = async (table: Table, { the, lastAttempt }: LoadedCase) => {
  const checks = check(the);
  const limits = the.setUp?.profile.limits ?? noLimits;
  const offered = the.order.shipTo === null ? null : offeredAddress(the.order.shipTo, limits);
  const shippingMethods = the.setUp?.profile.shippingMethods ?? ['ground' as const];
  return {
    eligible: eligible(checks),
    distributor: the.distributor,
    mode: the.mode,
    checks,
    form: {
      poNumber: the.purchaseOrder?.poNumber ?? (await freePoNumber(table, the)) ?? null,
      shipTo: offered?.shipTo ?? null,
      shippingMethod: shippingMethods[0] ?? 'ground',
      shippingMethods,
      leftOut: offered?.leftOut ?? [],
    },
    limits,
    lastRejection: lastRejectionOf(lastAttempt),
    purchaseOrder: the.purchaseOrder === null ? null : viewPurchaseOrder(the.purchaseOrder),
  };
};
