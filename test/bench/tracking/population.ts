import { keys } from '../../../shared/domain/rows/keys.ts';
import { type DistributorSlug, distributorSlugs, instant } from '../../../shared/domain/vocabulary.ts';

/** The open purchase orders of one account: spread evenly over six weeks, as of a store that sells steadily. Generated, never stored. */
export type Crowd = {
  readonly storeId: string;
  readonly distributor: DistributorSlug;
  readonly pk: string;
  readonly open: number;
};

export const sixWeeks = 42 * 86_400_000;
const stores = 4_000;

/** How many open orders over all stores and distributors: the n-th store has a share of 1/n (Zipf), the distributors equal ones. */
export const crowds = (openOrders: number): readonly Crowd[] => {
  const weights = Array.from({ length: stores }, (_, rank) => 1 / (rank + 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.flatMap((weight, rank) =>
    distributorSlugs.map((distributor) => {
      const storeId = `s${rank + 1}`;
      const open = Math.round((openOrders * weight) / whole / distributorSlugs.length);
      return { storeId, distributor, pk: keys.account(storeId, distributor, 'live').pk, open };
    }),
  );
};

/** When the orders of a crowd end: one every `sixWeeks / open`, for ever. */
const spacing = ({ open }: Crowd): number => sixWeeks / open;

/** The watches that end from `from` to `to` (milliseconds), of those that have been opened by now. */
export function* watchesBetween(crowd: Crowd, from: number, to: number, now: number) {
  if (crowd.open === 0) return;
  const step = spacing(crowd);
  const last = Math.min(to, now + sixWeeks);
  for (let n = Math.ceil(Math.max(from, now) / step); n * step < last; n++) yield watch(crowd, n, n * step);
}

const watch = ({ pk }: Crowd, n: number, end: number) => {
  const poNumber = `PO${n}`;
  const trackUntil = instant(Math.round(end));
  const opened = instant(Math.round(end - sixWeeks));
  return {
    ...keys.watch({ pk, sk: '' }, trackUntil, poNumber),
    rev: '0'.repeat(22),
    poNumber,
    orderNumbers: [String(7_000_000 + (n % 1_000_000))],
    partNumber: '26-1772',
    quantity: 1,
    submittedAt: opened,
    seen: null,
    expiresAt: Math.floor(end / 1000),
  };
};
