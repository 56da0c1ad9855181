import type { Order } from '../../../infra/simulators/orders.ts';
import type { World } from '../world/state.ts';
import type { Word } from './sayings.ts';

/** What the judge remembers; it is replaced, never changed, and the service never sees it. */
/** `item`: whose it is said to be. */
type Said = { readonly word: Word; readonly since: number; readonly item: string | null };

export type Judged = {
  readonly told: number;
  readonly posted: number;
  readonly mails: number;
  readonly orders: readonly Order[];
  /** What was last said of each purchase order, and since when it is so. */
  readonly said: ReadonlyMap<string, Said>;
  /** Every parcel's number that a distributor ever showed, and its order. */
  readonly parcels: ReadonlyMap<string, string>;
};

export const nothingJudged = (): Judged => ({
  told: 0,
  posted: 0,
  mails: 0,
  orders: [],
  said: new Map(),
  parcels: new Map(),
});

export const remember = (world: World, changed: Partial<Judged>): void => {
  world.judged = { ...world.judged, ...changed };
};
