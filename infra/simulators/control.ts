import type { Clock } from '../../shared/domain/ports/ports.ts';
import type { DistributorSlug, Mode } from '../../shared/domain/vocabulary.ts';
import { settle } from './effects.ts';
import type { Fault } from './faults.ts';
import type { Desk } from './front-desk.ts';
import type { Order } from './orders.ts';
import type { CallRow, State } from './state.ts';
import { isShipped, type Parcel, ship } from './warehouse.ts';

/** The hand of the person who runs the simulation: sees all accounts and both modes. */
export type Control = {
  readonly slug: DistributorSlug;
  /** One row an order, oldest first, also when two warehouses ship it. */
  orders(): OrderRow[];
  /** One row a request, oldest first, also one that a fault kept from arriving. */
  calls(): CallRow[];
  /** Ships parcels of the oldest order under the number that still owes some, of one account where told; null when there is no such order. */
  ship(poNumber: string, parcels: readonly Parcel[], account?: string): OrderRow | null;
  addFault(fault: Fault): void;
  clearFaults(): void;
  /** Lets what is late take effect, if it is due by now. Every access does this by itself. */
  settle(now: number): void;
  snapshot(): State;
  restore(state: State): void;
};

const row = ({ poNumber, mode, account, shipTo, lines, shares, cancelled }: Order) => ({
  poNumber,
  orderNumber: shares[0].orderNumber,
  mode,
  account,
  cancelled,
  shipTo,
  lines,
  shipments: shares.flatMap(({ packages }) =>
    packages.map(({ carrier, trackingNumber, quantity, shippedAt }) => ({
      carrier,
      trackingNumber,
      quantity,
      shippedAt: new Date(shippedAt).toISOString(),
    })),
  ),
});
/** An order as the controls show it. */
type OrderRow = ReturnType<typeof row> & { mode: Mode };

/** The controls of one distributor. What they give out is a copy. */
export const controlOf = (slug: DistributorSlug, desk: Desk, clock: Clock): Control => {
  const current = (): State => {
    settle(desk.state, clock.now());
    return desk.state;
  };
  return {
    slug,
    orders: () => structuredClone(current().orders.map(row)),
    calls: () => structuredClone(current().calls),
    ship: (poNumber, parcels, account) => {
      const under = current().orders.filter(
        (order) => order.poNumber === poNumber && order.account === (account ?? order.account),
      );
      const order = under.find(({ shares }) => !isShipped(shares)) ?? under[0];
      if (order === undefined) return null;
      for (const parcel of parcels) ship(order, parcel, clock.now());
      desk.changed();
      return structuredClone(row(order));
    },
    addFault: (fault) => {
      current().faults.push({ ...fault });
      desk.changed();
    },
    clearFaults: () => {
      current().faults = [];
      desk.changed();
    },
    settle: (now) => settle(desk.state, now),
    snapshot: () => structuredClone(desk.state),
    restore: (state) => {
      desk.state = structuredClone(state);
    },
  };
};
