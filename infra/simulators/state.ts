import type { Mode } from '../../shared/domain/vocabulary.ts';
import type { CallKind, Fault } from './faults.ts';
import type { Draft, Order } from './orders.ts';

/** One request that a distributor was asked. `account` names who asked and is never a secret. */
export type CallRow = { call: CallKind; mode: Mode; account: string; at: string };

/** An order whose request is still on its way although its caller has given up: it takes effect at `due`. */
export type LateOrder = { due: number; draft: Draft; duplicates: 'refused' | 'accepted' };

/** A submit whose caller was left in doubt: the next search of that account is probably for its order. */
export type Unanswered = { mode: Mode; account: string; at: number };

/** WPS: what has been put together and not yet ordered. */
export type Cart = {
  cartNumber: string;
  account: string;
  draft: Draft;
  allowBackorder: boolean;
  items: { partNumber: string; quantity: number; available: number }[];
};

/** All that one distributor knows: plain data, so that it can be cloned, kept as JSON and put back. */
export type State = {
  lastNumber: number;
  orders: Order[];
  carts: Cart[];
  late: LateOrder[];
  unanswered: Unanswered[];
  faults: Fault[];
  calls: CallRow[];
  /** Where it is not known whether a number can be used twice: it can. Left out: it is refused. */
  takesDuplicates?: true;
};

/** A distributor on its first day. */
export const firstDay = (): State => ({
  lastNumber: 7_000_000,
  orders: [],
  carts: [],
  late: [],
  unanswered: [],
  faults: [],
  calls: [],
});

/** Forgets the oldest calls beyond this many, so that a long run does not grow for ever. */
const callsKept = 10_000;

export const logCall = (state: State, row: CallRow): void => {
  state.calls.push(row);
  if (state.calls.length > callsKept) state.calls.shift();
};

/** Remembers a doubt for a day. */
export const noteUnanswered = (state: State, doubt: Unanswered): void => {
  state.unanswered = [...state.unanswered.filter(({ at }) => doubt.at - at <= 86_400_000), doubt];
};
