import type { ShippingMethod } from '../../domain/vocabulary.ts';

/** Unknown, and set here: what becomes of an order that is short (the one value ever seen), and a part that is surely listed. */
export const settings = {
  cancellationPolicy: 'back_order',
  verifyPart: '01013337',
  maxPages: 200,
  maxOrders: 2_000,
} as const;

export const methods: Readonly<Partial<Record<ShippingMethod, string>>> = { ground: 'ground' };
