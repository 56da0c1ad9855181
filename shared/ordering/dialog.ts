import { SharingRow } from '../domain/account/account-number.ts';
import { misfits, offeredAddress } from '../domain/order/address-limits.ts';
import { type Case, check, eligible } from '../domain/order/eligibility.ts';
import { everAttempted, type OrderItem } from '../domain/order/order.ts';
import type { NewId } from '../domain/ports/ports.ts';
import type { Table } from '../domain/ports/table.ts';
import type { Profile } from '../domain/profile.ts';
import { longestPoNumber, proposePoNumber } from '../domain/purchase-order/po-number.ts';
import type { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { refusedBy, viewPurchaseOrder } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import type { Address } from '../domain/vocabulary.ts';
import { casesOfParts, type LoadedCase, type SetUps } from './case.ts';
import { isUsed } from './used-numbers.ts';

/** How many numbers in a row may turn out taken before we stop proposing. */
const proposals = 20;

const isShared = async (table: Table, fingerprint: string | undefined): Promise<boolean> =>
  fingerprint !== undefined && ((await load(table, keys.sharing(fingerprint), SharingRow))?.shared ?? false);

/** A number for the item's next attempt that nobody has used: a readable one, unless all of those are taken. */
export const freePoNumber = async (
  { table, newId }: { readonly table: Table; readonly newId: NewId },
  { order, item, settings, mode }: Case,
): Promise<string> => {
  const fingerprint = settings?.[mode]?.fingerprint;
  const sharedBy = (await isShared(table, fingerprint)) ? order.storeId : null;
  const first = everAttempted(order, item.itemId);
  for (let count = first; count < first + proposals; count++) {
    const poNumber = proposePoNumber(order.orderId, item.itemId, count, sharedBy);
    if (!(await isUsed(table, order.storeId, fingerprint, poNumber))) return poNumber;
  }
  return `DS-${newId()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 16)}`;
};

/** The order's address without what the distributor has no place for, and what of it does not fit; whole when there is none to judge by. */
const offer = (address: Address | null, profile: Profile | null) => {
  if (address === null || profile === null) return { shown: address, leftOut: [], misfits: () => [] };
  const { shipTo, leftOut } = offeredAddress(address, profile.limits);
  const { phone, ...others } = shipTo;
  const shown: Partial<Address> = leftOut.includes('phone') ? others : { ...others, phone };
  return { shown, leftOut, misfits: (poNumber: string) => misfits(profile, poNumber, shipTo) };
};

const lastRejectionOf = (attempt: PurchaseOrderRow | null) =>
  attempt?.refusal
    ? {
        code: attempt.refusal.code,
        distributorMessage: attempt.refusal.message || null,
        by: refusedBy(attempt.refusal),
        poNumber: attempt.poNumber,
        distributor: attempt.distributor,
        at: attempt.refusal.at,
      }
    : null;

/** What people call the distributor; one that we do not know, as the webstore does. */
const nameOf = ({ setUp, distributor }: Case): string | null => setUp?.profile.name ?? distributor;

/** One part of the item, and which checks would fail if it were chosen. */
const alternative = (the: Case) => {
  const checks = check(the);
  return {
    distributor: the.distributor ?? '',
    name: nameOf(the) ?? '',
    partNumber: the.partNumber ?? '',
    mode: the.mode,
    eligible: eligible(checks),
    failed: checks.filter(({ passed }) => !passed).map(({ name }) => name),
  };
};

const itemShown = ({ itemId, sku, title, quantity }: OrderItem) => ({ itemId, sku, title, quantity });

/** Everything that the Drop Ship dialog shows of an item. */
export const dialog = async (
  ports: { readonly table: Table; readonly newId: NewId; readonly setUps: SetUps },
  loaded: LoadedCase,
) => {
  const { the, lastAttempt, standing } = loaded;
  const checks = check(the);
  const profile = the.setUp?.profile ?? null;
  const offered = offer(the.order.shipTo, profile);
  const shippingMethods = profile?.shippingMethods ?? [];
  const [poNumber, parts] = await Promise.all([
    the.purchaseOrder?.poNumber ?? freePoNumber(ports, the),
    casesOfParts(ports, loaded),
  ]);
  return {
    eligible: eligible(checks),
    distributor: the.distributor,
    name: nameOf(the),
    partNumber: the.partNumber,
    contact: profile?.contact ?? null,
    warning: profile?.warning ?? null,
    mode: the.mode,
    item: itemShown(the.item),
    checks,
    form: {
      poNumber,
      shipTo: offered.shown,
      shippingMethod: shippingMethods[0] ?? null,
      shippingMethods,
      leftOut: offered.leftOut,
    },
    limits:
      profile === null
        ? null
        : { ...profile.limits, poNumber: Math.min(profile.limits.poNumber ?? longestPoNumber, longestPoNumber) },
    misfits: offered.misfits(poNumber),
    alternatives: parts.map(alternative),
    lastRejection: lastRejectionOf(lastAttempt),
    purchaseOrder: standing.live === null ? null : viewPurchaseOrder(standing.live, ports.setUps),
    testPurchaseOrder: standing.test === null ? null : viewPurchaseOrder(standing.test, ports.setUps),
  };
};
