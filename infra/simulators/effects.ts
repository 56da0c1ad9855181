import type { Fault } from './faults.ts';
import type { State } from './state.ts';
import { ordersOf, place } from './warehouse.ts';

/** The first queued fault that strikes, used up once; null when all is well. */
export const takeFault = (state: State, strikes: (fault: Fault) => boolean): Fault | null => {
  const fault = state.faults.find(strikes);
  if (fault === undefined) return null;
  fault.times -= 1;
  state.faults = state.faults.filter(({ times }) => times > 0);
  return fault;
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
