import { bareNumber } from '../number-key.ts';
import { fitting, isSuspect, sameNumber } from '../tracking-numbers/carrier-of.ts';
import { readTrackingText } from '../tracking-numbers/tracking-text.ts';
import type { PurchaseOrderRow, Shipment } from './purchase-order.ts';
import { contradictsPieces, type HandEntry, standing, withEntry } from './shipments.ts';

/** How many tracking numbers people may enter for a purchase order: each may be a mail to its customer. */
export const mostHandEntries = 50;

/** Why an entry is not taken, or that it may be. */
export type EntryVerdict = 'fine' | Doubt | 'told-otherwise' | 'too-many' | 'nothing-to-correct';

/** `suspect` = it cannot be one of the carrier that is named; `no-number` = a remark, or a number among other words; `own-number` = the order's. */
type Doubt = 'suspect' | 'no-number' | 'own-number';

type Entered = Pick<PurchaseOrderRow, 'shipments' | 'handEntries' | OwnNumber>;
type OwnNumber = 'poNumber' | 'orderNumbers' | 'orderId' | 'partNumber';

/**
 * Whether a person's entry may be taken; `confirm` takes one that is in doubt all the same. A number that is known already is neither
 * new nor in doubt, unless it gets another carrier; `told-otherwise` = the distributor tells of other pieces.
 */
export const judgeEntry = (po: Entered, entry: HandEntry, confirm: boolean): EntryVerdict => {
  const corrects = entry.corrects ?? null;
  const isMissing = corrects !== null && standing(po.shipments, corrects) === undefined;
  if (isMissing && !isDone(po, entry.trackingNumber, corrects)) return 'nothing-to-correct';
  const there = standing(po.shipments, entry.trackingNumber);
  if (there !== undefined) return judgeKnown(there, entry, confirm);
  const doubt = confirm ? null : doubtOf(po, entry);
  if (doubt !== null) return doubt;
  return (po.handEntries ?? 0) >= mostHandEntries ? 'too-many' : 'fine';
};

const judgeKnown = (there: Shipment, entry: HandEntry, confirm: boolean): EntryVerdict => {
  if (contradictsPieces(there, entry)) return 'told-otherwise';
  const isOtherCarrier = withEntry(there, entry).carrier !== there.carrier;
  return isOtherCarrier && !confirm && isSuspect(there.trackingNumber, entry.carrier) ? 'suspect' : 'fine';
};

const doubtOf = (po: Pick<PurchaseOrderRow, OwnNumber>, { trackingNumber, carrier }: HandEntry): Doubt | null => {
  if (isOwn(po, trackingNumber)) return 'own-number';
  if (!isNumber(trackingNumber)) return 'no-number';
  return isSuspect(trackingNumber, carrier) ? 'suspect' : null;
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

const bare = (text: string): string => bareNumber(text.normalize('NFKC'));

/** The store's number of the order, ours, the distributor's and the part's: what people copy by mistake. */
const isOwn = ({ poNumber, orderNumbers, orderId, partNumber }: Pick<PurchaseOrderRow, OwnNumber>, typed: string) =>
  [poNumber, ...orderNumbers, orderId, partNumber].some((own) => bare(own) !== '' && bare(own) === bare(typed));

/** Whether it reads as one tracking number, with nothing beside it. */
const isNumber = (typed: string): boolean =>
  readTrackingText(typed).numbers.some(({ number }) => bare(number) === bare(typed));

/** The numbers in what a person pasted. Where it is in doubt whether it is one, it is taken as it was typed. */
export const numbersIn = (typed: string): readonly string[] => {
  const numbers = readTrackingText(typed).numbers.map(({ number }) => number);
  const isKnown = numbers.some((number) => fitting(number).length > 0);
  return numbers.length > 1 || isKnown || isNumber(typed) ? numbers : [visible(typed)];
};

/** What a text shows, without what turns it around or cannot be seen. */
const visible = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .trim();
