import * as v from 'valibot';
import { RefusedBy } from '../domain/rows/history.ts';
import { RefusalCode } from '../domain/vocabulary.ts';
import { ContactAnswer } from './bodies/distributor.ts';
import { CheckAnswer, MisfitAnswer } from './bodies/drop-ship.ts';
import { PurchaseOrderAnswer } from './bodies/purchase-order.ts';
import type { ProblemSlug } from './problem.ts';

const FieldErrors = v.array(
  v.object({
    pointer: v.pipe(v.string(), v.description('Where: a JSON pointer into the body, or /path/… or /query/….')),
    detail: v.string(),
  }),
);

/** What a problem has beside `type`, `title`, `status` and `detail`. */
export const problemMembers: Readonly<Partial<Record<ProblemSlug, v.ObjectEntries>>> = {
  'invalid-request': { errors: FieldErrors },
  'credentials-refused': { distributorMessage: v.nullable(v.string()) },
  'rejected-by-distributor': {
    code: RefusalCode,
    distributorMessage: v.nullable(v.string()),
    by: RefusedBy,
    poNumber: v.string(),
    orderId: v.string(),
    itemId: v.string(),
  },
  'not-eligible': { checks: v.array(CheckAnswer) },
  'does-not-fit': { errors: v.array(MisfitAnswer) },
  'too-many': { limit: v.number() },
  'daily-limit': { limit: v.number() },
  'purchase-order-exists': { purchaseOrder: PurchaseOrderAnswer },
  'po-number-taken': {
    suggested: v.nullable(v.string()),
    orderId: v.nullable(v.string()),
    itemId: v.nullable(v.string()),
    outcome: v.nullable(v.string()),
  },
  'cancel-not-supported': { contact: ContactAnswer, distributorOrderNumbers: v.array(v.string()) },
};
