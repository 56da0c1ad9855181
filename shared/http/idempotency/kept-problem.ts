import * as v from 'valibot';
import { Problem, type ProblemSlug, problems } from '../../contract/problem.ts';
import type { Table } from '../../domain/ports/table.ts';
import { PurchaseOrderRow } from '../../domain/purchase-order/purchase-order.ts';
import { statusOf } from '../../domain/purchase-order/view.ts';
import { load } from '../../domain/rows/amend.ts';
import { keys } from '../../domain/rows/keys.ts';
import { claimProblem, rejection } from '../submitted.ts';

/** A problem as it is kept. Purchase orders, what is said of them and distributors' words are read again from the rows, by the number. */
export const KeptProblem = v.object({
  slug: v.custom<ProblemSlug>((input) => typeof input === 'string' && Object.hasOwn(problems, input)),
  status: v.number(),
  detail: v.nullable(v.string()),
  members: v.looseObject({}),
  headers: v.record(v.string(), v.string()),
  poNumber: v.nullable(v.string()),
});
export type KeptProblem = v.InferOutput<typeof KeptProblem>;

const Numbered = v.object({ poNumber: v.string() });
const OfPurchaseOrder = v.union([v.object({ purchaseOrder: Numbered }), Numbered]);

/** Whether the same request again gets the same problem: not a fault of ours, nor what passes by itself. */
export const isKept = ({ status, slug }: Problem): boolean =>
  status < 500 && status !== 408 && status !== 425 && status !== 429 && slug !== 'in-progress';

export const keepProblem = ({
  slug,
  status,
  detail,
  members,
  headers,
}: Pick<Problem, 'slug' | 'status' | 'detail' | 'members' | 'headers'>): KeptProblem => {
  const { purchaseOrder: _row, distributorMessage, ...others } = members;
  const named = v.safeParse(OfPurchaseOrder, members);
  return {
    slug,
    status,
    detail: slug === 'purchase-order-exists' ? null : detail,
    members: distributorMessage === undefined ? others : { ...others, distributorMessage: null },
    headers: { ...headers },
    poNumber: !named.success
      ? null
      : 'purchaseOrder' in named.output
        ? named.output.purchaseOrder.poNumber
        : named.output.poNumber,
  };
};

/** The problem again, with what the rows say today of the purchase order that it names. */
export const problemAgain = async (table: Table, storeId: string | null, kept: KeptProblem): Promise<Problem> => {
  const { slug, status, detail, members, headers, poNumber } = kept;
  const again = new Problem(slug, detail, { status, members, headers });
  if (storeId === null || poNumber === null) return again;
  const row = await load(table, keys.purchaseOrder(storeId, poNumber), PurchaseOrderRow);
  if (row === undefined) return again;
  if (statusOf(row) === 'refused') return rejection(row, status === 410 ? 410 : 422);
  if (slug !== 'purchase-order-exists') return again;
  const exists = claimProblem({ kind: 'exists', row });
  return new Problem(slug, exists.detail, { status, headers, members: { ...members, ...exists.members } });
};
