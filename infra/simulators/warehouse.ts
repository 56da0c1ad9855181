import type { Mode } from '../../shared/domain/vocabulary.ts';
import type { Draft, Line, Order, Share } from './orders.ts';
import { type Fate, fateOf } from './parts.ts';
import type { State } from './state.ts';

/** The orders that an account placed on one of the two hosts: nobody sees any others. */
export const ordersOf = (state: State, mode: Mode, account: string): Order[] =>
  state.orders.filter((order) => order.mode === mode && order.account === account);

/** A number that this distributor has not given out before. */
export const nextNumber = (state: State): string => {
  state.lastNumber += 1;
  return String(state.lastNumber);
};

const firstHalf = (line: Line, fate: Fate): number => (fate === 'split' ? Math.ceil(line.quantity / 2) : line.quantity);

/** Takes an order. A `SPLIT-` part of two pieces or more is halved between two warehouses; a single piece cannot be. */
export const place = (state: State, draft: Draft, now: number): Order => {
  const near = draft.lines.map((line) => ({ ...line, quantity: firstHalf(line, fateOf(line.partNumber)) }));
  const far = draft.lines
    .map((line, at) => ({ ...line, quantity: line.quantity - (near[at]?.quantity ?? 0) }))
    .filter((line) => line.quantity > 0);
  const shares: Order['shares'] = [{ orderNumber: nextNumber(state), lines: near, packages: [] }];
  if (far.length > 0) shares.push({ orderNumber: nextNumber(state), lines: far, packages: [] });
  const order: Order = { ...draft, placedAt: now, cancelled: false, shares };
  state.orders.push(order);
  return order;
};

/** Pieces of a line that a share has shipped. */
export const shipped = (share: Share, partNumber: string): number =>
  share.packages.filter((parcel) => parcel.partNumber === partNumber).reduce((sum, { quantity }) => sum + quantity, 0);

const owed = (share: Share, line: Line): number => line.quantity - shipped(share, line.partNumber);

/** Whether nothing more will come. */
export const isShipped = (shares: readonly Share[]): boolean =>
  shares.every((share) => share.lines.every((line) => owed(share, line) <= 0));

export const isBegun = (shares: readonly Share[]): boolean => shares.some((share) => share.packages.length > 0);

/** When the first parcel left, or null. */
export const firstShippedAt = (shares: readonly Share[]): number | null => {
  const times = shares.flatMap((share) => share.packages.map((parcel) => parcel.shippedAt));
  return times.length > 0 ? Math.min(...times) : null;
};

/** A parcel as it is handed to the carrier. Without a quantity it holds all that its warehouse still owes of the line. */
export type Parcel = { carrier: string; trackingNumber: string; quantity?: number | undefined };

/** Ships a parcel from the first warehouse that still owes this many pieces; failing that one that owes any; failing that the first. */
export const ship = (order: Order, parcel: Parcel, now: number): void => {
  const places = order.shares.flatMap((share) => share.lines.map((line) => ({ share, line, open: owed(share, line) })));
  const from =
    places.find(({ open }) => open >= (parcel.quantity ?? 1)) ?? places.find(({ open }) => open > 0) ?? places[0];
  if (from === undefined) return;
  const quantity = parcel.quantity ?? Math.max(from.open, 1);
  const { carrier, trackingNumber } = parcel;
  from.share.packages.push({ carrier, trackingNumber, quantity, partNumber: from.line.partNumber, shippedAt: now });
};
