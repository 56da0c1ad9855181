import * as v from 'valibot';
import type { State } from './state.ts';
import { ordersOf, place } from './warehouse.ts';

/** What a request is for. `quote` orders nothing and finds nothing: stock, price, a dry run, an open cart. */
export const CallKind = v.picklist(['submit', 'find', 'track', 'verify', 'quote']);
export type CallKind = v.InferOutput<typeof CallKind>;

/** Ways for a call to go wrong. */
export const FaultName = v.picklist([
  'reject-part',
  'reject-payment',
  'bad-credentials',
  'out-of-stock',
  'rate-limit',
  'server-error',
  'timeout-before',
  'timeout-after',
  'late',
  'garbage',
]);
export type FaultName = v.InferOutput<typeof FaultName>;

/** The faults that leave a caller in doubt whether its order was taken. */
export const leaveInDoubt: ReadonlySet<FaultName> = new Set<FaultName>([
  'server-error',
  'timeout-before',
  'timeout-after',
  'late',
  'garbage',
]);

/** The next `times` calls of this kind go wrong in this way. */
export const Fault = v.strictObject({
  call: v.picklist(['submit', 'find', 'track', 'verify']),
  fault: FaultName,
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)), 1),
});
export type Fault = v.InferOutput<typeof Fault>;

/** The first queued fault that strikes, used up once; null when all is well. */
export const takeFault = (state: State, strikes: (fault: Fault) => boolean): FaultName | null => {
  const fault = state.faults.find(strikes);
  if (fault === undefined) return null;
  fault.times -= 1;
  state.faults = state.faults.filter(({ times }) => times > 0);
  return fault.fault;
};

/** Lets every late order that is due by `now` take effect, at the time at which it was due. No timer is needed: every access does this first. */
export const settle = (state: State, now: number): void => {
  if (state.late.length === 0) return;
  const due = state.late.filter((late) => late.due <= now).sort((a, b) => a.due - b.due);
  state.late = state.late.filter((late) => late.due > now);
  for (const { draft, duplicates, due: at } of due) {
    const taken = ordersOf(state, draft.mode, draft.account).some((order) => order.poNumber === draft.poNumber);
    if (duplicates === 'accepted' || !taken) place(state, draft, at);
  }
};
