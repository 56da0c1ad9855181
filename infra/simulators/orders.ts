import type { Address, Mode } from '../../shared/domain/vocabulary.ts';

export type Line = { partNumber: string; quantity: number };

/** A parcel that has left, and the part in it. */
type Package = {
  carrier: string;
  trackingNumber: string;
  quantity: number;
  partNumber: string;
  shippedAt: number;
};

/** What one warehouse ships of an order. WPS tells each share as an order of its own; the others show the first number only. */
export type Share = { orderNumber: string; lines: Line[]; packages: Package[] };

/** What a request asks for, once it has been understood. */
export type Draft = {
  mode: Mode;
  account: string;
  poNumber: string;
  shipTo: Address;
  shippingMethod: string;
  lines: Line[];
  /** WPS: taken, but not to be fulfilled. */
  onHold: boolean;
};

export type Order = Draft & { placedAt: number; cancelled: boolean; shares: [Share, ...Share[]] };
