import type { ShippingMethod } from '../../domain/vocabulary.ts';

/** Unknown, and set here: whether a line may come from several warehouses, and an item that is surely listed. */
export const settings = {
  splitLines: 'YES',
  verifyItem: '160942',
  maxQuery: 1_700,
  // A level of 9 is 9 or more.
  mostTold: 9,
} as const;

export const methods: Readonly<Partial<Record<ShippingMethod, string>>> = { ground: 'UG' };
