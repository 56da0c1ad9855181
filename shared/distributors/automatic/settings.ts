import type { ShippingMethod } from '../../domain/vocabulary.ts';

export const settings = { maxQuery: 1_700 } as const;

/** A guess: no ship method is public. */
export const methods: Readonly<Partial<Record<ShippingMethod, string>>> = { ground: 'ground' };
