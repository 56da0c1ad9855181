import { once } from '../../domain/once.ts';
import type { ByHand } from '../../ordering/by-hand.ts';

/** What people do to purchase orders: they seldom do, and to read the numbers that they enter is the longest part of the function. */
export const lateByHand = (): ByHand => {
  const byHand = once(async () => (await import('../../ordering/by-hand.ts')).byHand);
  return {
    enterShipment: async (...asked) => (await byHand()).enterShipment(...asked),
    takeBackShipment: async (...asked) => (await byHand()).takeBackShipment(...asked),
    stopTracking: async (...asked) => (await byHand()).stopTracking(...asked),
    resumeTracking: async (...asked) => (await byHand()).resumeTracking(...asked),
    resolveByHand: async (...asked) => (await byHand()).resolveByHand(...asked),
  };
};
