import type { Paid } from '../../cost/prices.ts';

/** What tracking uses, in the units that are paid. */
export type TrackingUse = Readonly<
  Record<
    | Extract<Paid, 'table reads' | 'table writes' | 'queue requests' | 'key requests' | 'invocations'>
    | 'gigabyteSeconds'
    | 'logBytes',
    number
  >
>;
