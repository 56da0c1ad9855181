import type { ShippingMethod } from '../../domain/vocabulary.ts';

/** Ours to choose: how the order is paid (`OO` open order, `CC` the card on file), and what a cart may do. */
export const settings = {
  payType: 'OO',
  allowBackorder: false,
  multipleWarehouse: true,
  ordersAskedOneByOne: 20,
  pageSize: 500,
  maxPages: 50,
  // Levels are told up to this many pieces a warehouse.
  mostTold: 25,
} as const;

export const methods: Readonly<Record<ShippingMethod, string>> = {
  ground: 'BEST',
  'second-day': 'UP2D',
  'next-day': 'UP1D',
};

/** Who carries what was sent by a code of `ship_via`: those that the documentation names, and those that clients send. */
export const carriersByCode: ReadonlyMap<string, string> = new Map([
  ['AH2D', 'FedEx'],
  // The best ground service is of one of the carriers that the documentation names.
  ['BEST', 'UPS, FedEx, USPS or OnTrac'],
  ['CO5', 'OnTrac'],
  ['FDXG', 'FedEx'],
  ['FE1D', 'FedEx'],
  ['FE2D', 'FedEx'],
  ['UP1D', 'UPS'],
  ['UP2D', 'UPS'],
  ['UPS', 'UPS'],
  ['US1C', 'USPS'],
  ['US4C', 'USPS'],
]);
