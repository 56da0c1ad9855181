import { fitting, isSuspect, plainNumber, sameNumber } from '../tracking-numbers/carrier-of.ts';
import { readTrackingText } from '../tracking-numbers/tracking-text.ts';
import type { PurchaseOrderRow } from './purchase-order.ts';
import { type HandEntry, standing } from './shipments.ts';

/** How many tracking numbers people may enter for a purchase order: each may be a mail to its customer. */
export const mostHandEntries = 50;

/** Why an entry is not taken, or that it may be. */
export type EntryVerdict = 'fine' | 'suspect' | 'too-many' | 'nothing-to-correct';

/**
 * Whether a person's entry may be taken. `suspect`: the number cannot be one of the carrier that is named, or is no number;
 * `confirm` takes it all the same. A number that is known already is neither new nor suspect.
 */
export const judgeEntry = (
  po: Pick<PurchaseOrderRow, 'shipments' | 'handEntries'>,
  entry: HandEntry,
  confirm: boolean,
): EntryVerdict => {
  const corrects = entry.corrects ?? null;
  const isMissing = corrects !== null && standing(po.shipments, corrects) === undefined;
  if (isMissing && !isDone(po, entry.trackingNumber, corrects)) return 'nothing-to-correct';
  if (standing(po.shipments, entry.trackingNumber) !== undefined) return 'fine';
  if (!confirm && (isNoNumber(entry.trackingNumber) || isSuspect(entry.trackingNumber, entry.carrier)))
    return 'suspect';
  return (po.handEntries ?? 0) >= mostHandEntries ? 'too-many' : 'fine';
};

/** The same correction once more: it has been made. */
const isDone = (
  { shipments }: Pick<PurchaseOrderRow, 'shipments'>,
  trackingNumber: string,
  corrected: string,
): boolean => {
  const corrects = standing(shipments, trackingNumber)?.corrects ?? null;
  return corrects !== null && sameNumber(corrects, corrected);
};

const isNoNumber = (trackingNumber: string): boolean => !/[1-9]/.test(plainNumber(trackingNumber));

/** The numbers in what a person pasted. A single one of no known shape is taken as it was typed. */
export const numbersIn = (typed: string): readonly string[] => {
  const numbers = readTrackingText(typed).numbers.map(({ number }) => number);
  const isKnown = numbers.some((number) => fitting(number).length > 0);
  return numbers.length > 1 || isKnown ? numbers : [typed.trim()];
};
