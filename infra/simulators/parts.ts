/** What a simulated distributor makes of a part. It knows every part number; a magic one decides what becomes of an order for it. */
export type Fate = 'known' | 'split' | 'unknown' | 'no-stock' | 'payment' | 'denied';

/** The fates that end in a refusal. */
export type Refusal = Exclude<Fate, 'known' | 'split'>;

const magic: readonly (readonly [prefix: string, fate: Fate])[] = [
  ['UNKNOWN-', 'unknown'],
  ['NOSTOCK-', 'no-stock'],
  ['PAY-', 'payment'],
  ['DENY-', 'denied'],
  ['SPLIT-', 'split'],
];

/** The fate of a part, told by how its number begins. */
export const fateOf = (partNumber: string): Fate =>
  magic.find(([prefix]) => partNumber.startsWith(prefix))?.[1] ?? 'known';

/** The refusal in a fate, or null when the part can be had. */
export const refusalIn = (fate: Fate): Refusal | null => (fate === 'known' || fate === 'split' ? null : fate);

/** Whether there are pieces of a part with this fate. */
export const isInStock = (fate: Fate): boolean => fate !== 'unknown' && fate !== 'no-stock';

/** Prices in dollars, the same for every part: nothing in the service depends on them. */
export const prices: { readonly dealer: number; readonly list: number; readonly dropShipFee: number } = {
  dealer: 10,
  list: 15,
  dropShipFee: 7,
};
