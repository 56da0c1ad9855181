import type { NumberRow } from '../domain/account/account-number.ts';
import { endOfDay, oneMore } from '../domain/account/day-count.ts';
import {
  type Leavable,
  leftOutOf,
  type Misfit,
  misfits,
  offeredAddress,
  without,
  withoutPhone,
} from '../domain/order/address-limits.ts';
import { type Case, type Check, check, eligible } from '../domain/order/eligibility.ts';
import { changedOrder, mostAttempts, type OrderRow } from '../domain/order/order.ts';
import type { Clock, NewId } from '../domain/ports/ports.ts';
import type { Change } from '../domain/ports/table.ts';
import { withDerived } from '../domain/purchase-order/due.ts';
import { writings } from '../domain/purchase-order/po-number.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { untouched } from '../domain/purchase-order/untouched.ts';
import { load } from '../domain/rows/amend.ts';
import { historyEntry } from '../domain/rows/history.ts';
import { keys } from '../domain/rows/keys.ts';
import type { ReadingPorts } from '../domain/rows/readable.ts';
import { addSeconds } from '../domain/time.ts';
import { seconds } from '../domain/time-limits.ts';
import {
  type Address,
  type DistributorSlug,
  instant,
  milliseconds,
  type ShippingMethod,
} from '../domain/vocabulary.ts';
import { type ItemId, loadCase, type SetUps } from './case.ts';
import { freePoNumber } from './dialog.ts';
import { isUsed, ownUnder } from './used-numbers.ts';

/** What a person may change in the dialog before submitting; what is left out is taken from the dialog. */
export type SubmittedForm = {
  readonly distributor?: DistributorSlug | null | undefined;
  /** Which of the item's parts. */
  readonly partNumber?: string | null | undefined;
  readonly poNumber?: string | null | undefined;
  readonly shipTo?: Address | null | undefined;
  readonly shippingMethod?: ShippingMethod | null | undefined;
  /** What of the address is not to be sent. */
  readonly leaveOut?: readonly Leavable[] | null | undefined;
};

export type ClaimPorts = ReadingPorts & {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly setUps: SetUps;
};

/** What came of it. Only `claimed` has changed anything, and all of it at once. */
export type Claim =
  | { readonly kind: 'claimed'; readonly row: PurchaseOrderRow }
  | { readonly kind: 'not-found' }
  /** The order has as many attempts as it may have. */
  | { readonly kind: 'too-many'; readonly limit: number }
  /** The store has submitted as many live orders today as the platform allows it. */
  | { readonly kind: 'daily-limit'; readonly limit: number; readonly retryAfterSeconds: number }
  | { readonly kind: 'not-eligible'; readonly checks: readonly Check[] }
  | { readonly kind: 'exists'; readonly row: PurchaseOrderRow }
  /** `own` = this store's own attempt under it; null where another store of the same account used it, who stays unnamed. */
  | { readonly kind: 'number-taken'; readonly suggested: string; readonly own: PurchaseOrderRow | null }
  | { readonly kind: 'method-not-offered'; readonly offered: readonly ShippingMethod[] }
  | { readonly kind: 'does-not-fit'; readonly misfits: readonly Misfit[] }
  /** Others changed the same order at the same moment, again and again. Nothing was claimed. */
  | { readonly kind: 'busy' };

/** What is written in the same transaction as a claim of this number. */
export type Beside = (poNumber: string) => readonly Change[];

/** What comes with a claim beside the form. */
export type Submission = {
  readonly beside?: Beside;
  /** The request's name. */
  readonly correlationId?: string;
};

const tries = 12;

/**
 * Claims the item: the lock in the order and the purchase order with a frozen copy of all that will be sent, in one
 * transaction, with what else belongs to it (`submission.beside`). All checks are made again on what is read now; the transaction holds only if
 * the order is still as read.
 */
export const claim = async (
  ports: ClaimPorts,
  ids: ItemId,
  form: SubmittedForm,
  submission: Submission = {},
): Promise<Claim> => {
  for (let attempt = 0; attempt < tries; attempt++) {
    const outcome = await claimOnce(ports, ids, form, submission);
    if (outcome !== 'again') return outcome;
  }
  return { kind: 'busy' };
};

const claimOnce = async (
  ports: ClaimPorts,
  ids: ItemId,
  form: SubmittedForm,
  { beside = () => [], correlationId }: Submission,
): Promise<Claim | 'again'> => {
  const { distributor = null, partNumber = null } = form;
  const loaded = await loadCase(ports, ids, { distributor, partNumber });
  if (loaded === undefined) return { kind: 'not-found' };
  const { the, unsure: lookFirst } = loaded;
  if (the.purchaseOrder !== null) return { kind: 'exists', row: the.purchaseOrder };
  if (the.order.attempts.length >= mostAttempts) return { kind: 'too-many', limit: mostAttempts };
  const checks = check(the);
  if (!eligible(checks) || the.setUp === null) return { kind: 'not-eligible', checks };
  const { profile } = the.setUp;

  const shippingMethod = form.shippingMethod ?? profile.shippingMethods[0] ?? 'ground';
  if (!profile.shippingMethods.includes(shippingMethod)) {
    return { kind: 'method-not-offered', offered: profile.shippingMethods };
  }
  const entered = addressToSend(the, form.shipTo ?? null);
  const shipTo = entered === null ? null : without(entered, form.leaveOut ?? []);
  if (shipTo === null) return { kind: 'not-eligible', checks };
  const poNumber = form.poNumber ?? (await freePoNumber(ports, the));
  const unfit = misfits(profile, poNumber, shipTo);
  if (unfit.length > 0) return { kind: 'does-not-fit', misfits: unfit };

  // A number that we propose was just seen to be free, and the transaction asks once more.
  if (
    form.poNumber === poNumber &&
    (await isUsed(ports.table, ids.storeId, the.settings?.[the.mode]?.fingerprint, poNumber))
  ) {
    const [own = null] = await ownUnder(ports.table, ids.storeId, poNumber);
    return { kind: 'number-taken', suggested: await freePoNumber(ports, the), own };
  }
  const today = await countedToday(ports, the);
  if ('kind' in today) return today;
  const leftOut = leftOutOf(form.shipTo ?? the.order.shipTo, shipTo);
  return write(
    ports,
    the,
    newPurchaseOrder(ports, the, { poNumber, shipTo, leftOut, shippingMethod, correlationId, lookFirst }),
    (number) => [...today.changes, ...beside(number)],
  );
};

/** Counts the order where the store has a limit of live orders a day: in the claim's own transaction, so that no two pass at once. */
const countedToday = async (
  ports: ClaimPorts,
  { store: { storeId, limits }, mode }: Case,
): Promise<{ readonly changes: readonly Change[] } | Extract<Claim, { kind: 'daily-limit' }>> => {
  const limit = limits?.ordersPerDay ?? null;
  if (limit === null || mode === 'test') return { changes: [] };
  const now = ports.clock.now();
  const counted = await oneMore(ports, { storeId, what: 'orders', limit, now });
  if (counted !== null) return { changes: [counted] };
  return { kind: 'daily-limit', limit, retryAfterSeconds: (endOfDay(now) - now) / 1000 };
};

/** A given address is the whole address; otherwise the one that the dialog offers. */
const addressToSend = (the: Case, given: Address | null): Address | null => {
  const limits = the.setUp?.profile.limits;
  if (limits === undefined) return given;
  if (given !== null) return withoutPhone(given, limits);
  return the.order.shipTo === null ? null : offeredAddress(the.order.shipTo, limits).shipTo;
};

const write = async (
  { table }: ClaimPorts,
  { order, item, mode, settings }: Case,
  row: PurchaseOrderRow,
  beside: Beside,
): Promise<Claim | 'again'> => {
  const attempts = [...order.attempts, { itemId: item.itemId, mode, poNumber: row.poNumber }];
  const locked: OrderRow = changedOrder({ ...order, rev: row.rev, attempts }, milliseconds(row.submittedAt));
  const result = await table.write([
    { put: row, was: null },
    { put: locked, was: order.rev },
    ...reserved(settings?.[mode]?.fingerprint, row),
    ...beside(row.poNumber),
  ]);
  if (result === 'done') return { kind: 'claimed', row };
  // A conflict may be our own write, whose answer got lost and which was then repeated.
  const standing = await load(table, row, PurchaseOrderRow);
  return standing?.rev === row.rev ? { kind: 'claimed', row } : 'again';
};

/**
 * The number is the order's at the whole account, and so is the same without the zeros before it, that no two of them are claimed at
 * once; nothing to reserve where the credentials have no fingerprint yet.
 */
const reserved = (
  fingerprint: string | undefined,
  { storeId, poNumber, rev }: PurchaseOrderRow,
): readonly Extract<Change, { put: unknown }>[] => {
  if (fingerprint === undefined) return [];
  const numbers = new Set([poNumber, writings(poNumber)[0] ?? poNumber]);
  return [...numbers].map((number) => {
    const put: NumberRow = { ...keys.accountNumber(fingerprint, number), storeId, poNumber, rev };
    return { put, was: null };
  });
};

type Frozen = {
  readonly lookFirst: readonly string[];
  readonly poNumber: string;
  readonly shipTo: Address;
  readonly leftOut: Leavable[];
  readonly shippingMethod: ShippingMethod;
  readonly correlationId: string | undefined;
};

const newPurchaseOrder = (
  { clock, newId }: ClaimPorts,
  the: Case,
  { lookFirst, ...frozen }: Frozen,
): PurchaseOrderRow => {
  const now = clock.now();
  const { setUp, order, item, mode } = the;
  if (setUp === null || the.partNumber === null) throw new Error('Claimed without a distributor part.');
  const draft = {
    ...keys.purchaseOrder(order.storeId, frozen.poNumber),
    storeId: order.storeId,
    orderId: order.orderId,
    itemId: item.itemId,
    mode,
    distributor: setUp.profile.slug,
    ...frozen,
    ...(lookFirst.length === 0 ? {} : { lookFirst: [...lookFirst] }),
    partNumber: the.partNumber,
    quantity: item.quantity,
    state: 'claimed' as const,
    submittedAt: instant(now),
    sends: 0,
    ...untouched,
    history: [
      historyEntry(instant(now), `Submitted to ${setUp.profile.name} as PO ${frozen.poNumber}.`, 'submitted', 'store'),
    ],
    placed: `${instant(now)}#${frozen.poNumber}`,
    status: 'submitting',
  };
  // The API's own nudge is on its way; if it is lost, the poller nudges after one lease.
  return { ...withDerived(draft, now), rev: newId(), dueAt: addSeconds(now, seconds.lease) };
};
