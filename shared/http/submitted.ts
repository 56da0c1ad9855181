import { dailyLimit, invalid, notFound, Problem, tryAgain } from '../contract/problem.ts';
import { reply } from '../contract/reply.ts';
import { profiles } from '../distributors/profiles.ts';
import { type Check, standingSentence } from '../domain/order/eligibility.ts';
import type { Key, Table } from '../domain/ports/table.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { refusalAdvice } from '../domain/purchase-order/refusal-advice.ts';
import { refusedBy, viewPurchaseOrder } from '../domain/purchase-order/view.ts';
import { load } from '../domain/rows/amend.ts';
import type { Claim } from '../ordering/claim.ts';

type Unclaimed = Exclude<Claim, { kind: 'claimed' }>;

const whatFails = (checks: readonly Check[]): string =>
  checks.flatMap(({ passed, message }) => (passed ? [] : [message])).join(' ');

/** A purchase order as the API shows it. */
export const shownPurchaseOrder = (row: PurchaseOrderRow) => viewPurchaseOrder(row, profiles);

/** Why an item was not claimed, as the problem that the contract names. */
export const claimProblem = (claim: Unclaimed): Problem => {
  switch (claim.kind) {
    case 'not-found':
      return notFound('There is no such item of an order: the webstore has to PUT the order first.');
    case 'too-many':
      return new Problem(
        'too-many',
        `${claim.limit} attempts were made on this order: send its items as another order.`,
        {
          members: { limit: claim.limit },
        },
      );
    case 'daily-limit':
      return dailyLimit(claim.limit, claim.retryAfterSeconds);
    case 'not-eligible':
      return new Problem('not-eligible', `The item cannot be drop-shipped now. ${whatFails(claim.checks)}`, {
        members: { checks: claim.checks },
      });
    case 'exists':
      return new Problem('purchase-order-exists', `${standingSentence(claim.row)} Nothing was sent now.`, {
        members: { purchaseOrder: shownPurchaseOrder(claim.row) },
      });
    case 'number-taken':
      return new Problem('po-number-taken', 'This PO number has been used: take the suggested one, or another.', {
        members: {
          suggested: claim.suggested,
          orderId: claim.own?.orderId ?? null,
          itemId: claim.own?.itemId ?? null,
          outcome: claim.own?.status ?? null,
        },
      });
    case 'method-not-offered':
      return invalid([
        {
          pointer: '/shippingMethod',
          detail: `Must be one that this distributor offers: ${claim.offered.join(', ')}.`,
        },
      ]);
    case 'does-not-fit':
      return new Problem(
        'does-not-fit',
        `Nothing was sent, and nothing is cut short. ${claim.misfits.map(({ detail }) => detail).join(' ')}`,
        {
          members: { errors: claim.misfits },
        },
      );
    case 'busy':
      return tryAgain('Others are changing this order at this moment; nothing was sent. Send the request again.');
  }
};

/** What the distributor refused, as the problem that the contract names: 422 at once, 410 when asked for afterwards. */
export const rejection = (row: PurchaseOrderRow, status: 422 | 410): Problem =>
  new Problem('rejected-by-distributor', refusalAdvice(row, profiles[row.distributor].profile), {
    status,
    members: viewRejection(row),
  });

/** What there is to tell of an attempt that came to nothing. */
export const viewRejection = ({ refusal, poNumber, orderId, itemId }: PurchaseOrderRow) => ({
  code: refusal?.code ?? 'other',
  distributorMessage: refusal?.message || null,
  by: refusedBy(refusal),
  poNumber,
  orderId,
  itemId,
});

/** Where a purchase order is found. */
export const locationOf = ({ storeId, poNumber }: PurchaseOrderRow): string =>
  `/v1/stores/${storeId}/purchase-orders/${poNumber}`;

/** A purchase order that was submitted, as far as its outcome is known; throws the refusal. */
export const outcomeOf = (row: PurchaseOrderRow) => {
  if (row.state === 'refused') throw rejection(row, 422);
  const location = { location: locationOf(row) };
  return row.state === 'accepted'
    ? reply(201, shownPurchaseOrder(row), location)
    : reply(202, shownPurchaseOrder(row), { ...location, 'retry-after': '30' });
};

/** The attempt that an earlier answer was about; it is never removed. */
export const attemptOf = async (table: Table, key: Key): Promise<PurchaseOrderRow> => {
  const row = await load(table, key, PurchaseOrderRow);
  if (row === undefined) throw new Error('A purchase order is gone.');
  return row;
};
