import * as v from 'valibot';
import { DistributorSlug } from '../vocabulary.ts';

/** Of a purchase order, what its assertions look at. */
const Asserted = v.object({
  state: v.string(),
  tracking: v.nullable(v.string()),
  distributor: DistributorSlug,
  sends: v.number(),
  owed: v.array(v.unknown()),
  call: v.unknown(),
  absentAt: v.nullable(v.string()),
  attention: v.unknown(),
  due: v.optional(v.string()),
  dueAt: v.optional(v.string()),
  recheckAt: v.optional(v.nullable(v.string())),
});
type Asserted = v.InferOutput<typeof Asserted>;

const isDue = ({ due, dueAt }: Asserted): boolean => due !== undefined && dueAt !== undefined;

/** Whether somebody still has to work at it. */
const isOpen = ({ state, tracking, recheckAt }: Asserted): boolean =>
  ['claimed', 'calling', 'in-doubt'].includes(state) ||
  (state === 'refused' && (recheckAt ?? null) !== null) ||
  (state === 'accepted' && tracking === 'open');

/** Whether sending again is how this distributor is asked: it refuses a number that it has taken. */
export type AsksByResend = (distributor: DistributorSlug) => boolean;

/** What holds of every purchase order that we write, whatever came before. Where one does not hold, the fault is ours. */
const assertions: readonly (readonly [name: string, holds: (po: Asserted, asksByResend: AsksByResend) => boolean])[] = [
  ['what is owed is due', (po) => po.owed.length === 0 || isDue(po)],
  ['what is open is due', (po) => !isOpen(po) || isDue(po)],
  ['who calls has begun', (po) => po.state !== 'calling' || (po.call !== null && po.sends > 0)],
  [
    'what is sent again was absent',
    (po, asksByResend) =>
      po.state !== 'calling' || po.sends <= 1 || po.absentAt !== null || asksByResend(po.distributor),
  ],
  ['a person is told why', (po) => po.state !== 'needs-person' || po.attention !== null],
];

/** Which of them do not hold of this row. */
export const failedAssertions = (row: unknown, asksByResend: AsksByResend): readonly string[] => {
  const read = v.safeParse(Asserted, row);
  if (!read.success) return ['a purchase order can be read'];
  return assertions.filter(([, holds]) => !holds(read.output, asksByResend)).map(([name]) => name);
};
