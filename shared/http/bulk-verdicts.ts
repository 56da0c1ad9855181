import * as v from 'valibot';
import { Problem, problemBody, problems } from '../contract/problem.ts';
import type { Table } from '../domain/ports/table.ts';
import type { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { statusOf } from '../domain/purchase-order/view.ts';
import { keys } from '../domain/rows/keys.ts';
import type { Hold } from './idempotency/hold.ts';
import { KeptProblem, keepProblem, problemAgain } from './idempotency/kept-problem.ts';
import { attemptOf, rejection, shownPurchaseOrder } from './submitted.ts';

/** What became of one item of many. */
export type ItemVerdict = PurchaseOrderRow | Problem;

/** The verdict as the answer shows it. */
export const itemResult = (id: { readonly orderId: string; readonly itemId: string }, verdict: ItemVerdict) => {
  const told = verdict instanceof Problem || statusOf(verdict) !== 'refused' ? verdict : rejection(verdict, 422);
  return told instanceof Problem
    ? { ...id, status: told.status, problem: { ...problemBody(told), ...waitOf(told) } }
    : { ...id, status: 202, purchaseOrder: shownPurchaseOrder(told) };
};

/** What the header would say of a request for this item alone: seconds. */
const waitOf = ({ headers: { 'retry-after': wait } }: Problem) =>
  wait === undefined ? {} : { retryAfter: Number(wait) };

/** The verdicts that are final, but for what was claimed: that has rows of its own. */
export const KeptVerdicts = v.array(v.object({ index: v.number(), problem: KeptProblem }));

const Told = v.looseObject({
  type: v.pipe(
    v.string(),
    v.transform((type) => type.slice(type.lastIndexOf(':') + 1)),
    v.picklist(Object.keys(problems)),
  ),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
});

/** What passes by itself is worked on again when the same request comes again. */
const passing: ReadonlySet<number> = new Set([problems['try-again'].status, problems['daily-limit'].status]);

type Results = { readonly results: readonly { readonly status: number; readonly problem?: object | undefined }[] };

export const keepVerdicts = ({ body: { results } }: { readonly body: Results }) =>
  results.flatMap(({ status, problem }, index) =>
    problem === undefined || passing.has(status) ? [] : [{ index, problem: keptOf(problem) }],
  );

const keptOf = (problem: object): KeptProblem => {
  const { type: slug, title: _title, status, detail = null, ...members } = v.parse(Told, problem);
  return keepProblem({ slug: v.parse(KeptProblem.entries.slug, slug), status, detail, members, headers: {} });
};

/** What earlier runs of the same request made of an item: undefined where it is still to be worked on. */
export const earlierVerdicts = async (
  table: Table,
  storeId: string,
  hold: Hold | null,
): Promise<(index: number) => Promise<ItemVerdict | undefined>> => {
  const earlier = await hold?.earlier();
  if (!earlier) return async () => undefined;
  const kept = v.safeParse(KeptVerdicts, earlier.facts);
  const refused = new Map((kept.success ? kept.output : []).map(({ index, problem }) => [index, problem]));
  return async (index) => {
    const poNumber = earlier.numbers.get(index);
    if (poNumber !== undefined) return attemptOf(table, keys.purchaseOrder(storeId, poNumber));
    const problem = refused.get(index);
    return problem === undefined ? undefined : problemAgain(table, storeId, problem);
  };
};
