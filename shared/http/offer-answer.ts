import type { Quoted } from '../accounts/quote.ts';

const dollars = (cents: number | null): number | null => (cents === null ? null : cents / 100);

/** What was told of a part, as the contract has it. */
export const offerAnswer = (quoted: Quoted) => {
  if (quoted.kind === 'not-told') {
    const nothing = { available: null, backordered: null, cost: null, currency: null, fee: null };
    return { ...nothing, dropShipAllowed: null, asOf: null, message: quoted.message };
  }
  const { available, backordered, cost, fee, dropShipAllowed, message } = quoted.offer;
  return {
    available,
    backordered,
    cost: dollars(cost),
    // All four tell their prices in US dollars.
    currency: cost === null && fee === null ? null : ('USD' as const),
    fee: dollars(fee),
    dropShipAllowed,
    asOf: quoted.at,
    message,
  };
};
