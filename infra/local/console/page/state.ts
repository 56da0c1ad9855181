import type { Distributor, GraphRow, HeldOrder, Mail, Order, PurchaseOrder, Step, Webhook } from './api.ts';
import { type Story, stories } from './stories.ts';

/** Time that passes: from, to and how far it is. */
type Passing = { readonly from: number; readonly to: number; readonly now: number };

export type State = {
  /** The service's time. */
  now: string | null;
  /** What is being done, in words; meanwhile nothing else is begun. */
  busy: string | null;
  /** What came of the last thing done. */
  outcome: string | null;
  /** What went wrong with it. */
  trouble: string | null;
  passing: Passing | null;
  /** The order that is looked at. */
  selected: string | null;
  /** Every order that was played, by its number. */
  readonly orders: Map<string, Order>;
  /** What happened to the selected order, the newest first. */
  timeline: readonly Step[];
  /** What each distributor holds. */
  readonly held: Map<string, readonly HeldOrder[]>;
  mails: readonly Mail[];
  /** The mail in the phone, by its place in the mailbox; null = the newest. */
  mail: number | null;
  scheme: 'light' | 'dark';
  webhooks: readonly Webhook[];
  attention: readonly PurchaseOrder[];
  distributors: readonly Distributor[];
  /** What came of verifying a distributor's credentials. */
  readonly verified: Map<string, string>;
  graphs: readonly GraphRow[];
};

export const state: State = {
  now: null,
  busy: null,
  outcome: null,
  trouble: null,
  passing: null,
  selected: null,
  orders: new Map(),
  timeline: [],
  held: new Map(),
  mails: [],
  mail: null,
  scheme: 'light',
  webhooks: [],
  attention: [],
  distributors: [],
  verified: new Map(),
  graphs: [],
};

/** The purchase order that is shown of an order: the live one, else the test's. */
export const purchaseOrderOf = (order: Order): PurchaseOrder | null =>
  order.items[0]?.purchaseOrder ?? order.items[0]?.testPurchaseOrder ?? null;

/** What a distributor holds under this order's numbers. */
export const heldOf = (orderId: string, distributor: string): readonly HeldOrder[] =>
  (state.held.get(distributor) ?? []).filter(({ poNumber }) => poNumber.startsWith(`${orderId}-`));

/** The order of a story that is shown: the one played last. */
export const lastOrderOf = ({ firstOrder }: Story): string | undefined =>
  [...state.orders.keys()]
    .filter(
      (orderId) =>
        stories.some((story) => story.firstOrder === firstOrder) && (Number(orderId) - firstOrder) % 10 === 0,
    )
    .toSorted((a, b) => Number(a) - Number(b))
    .at(-1);

export const statusOf = (orderId: string): string | null => {
  const order = state.orders.get(orderId);
  return order === undefined ? null : (purchaseOrderOf(order)?.status ?? 'no purchase order');
};
