import type { DistributorSettingsRow } from '../../../shared/domain/account/store.ts';
import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import type { DistributorSlug } from '../../../shared/domain/vocabulary.ts';
import { knownBy } from '../world/known-by.ts';
import type { World } from '../world/state.ts';

/** What the invariants remember of the past. The service never sees it. */
export type Observed = {
  /** How each attempt ended, when that was first seen. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** What has gone wrong, as sentences. */
  readonly wrongs: readonly string[];
  readonly lastFaultAt: number;
  /** How much longer than usual it may take to settle: a pause that was asked for, a day without credentials. */
  readonly patience: number;
  /** Crashes that fell between SES's yes and our write: each may repeat one mail. */
  readonly mailsMayRepeat: number;
  /** Something has happened after which nobody can know whether an order was taken. */
  readonly doubt: boolean;
  /** What distributors have told the service in answers that it has dealt with: stay away until then; these credentials are no good. */
  readonly pauses: Readonly<Record<string, number>>;
  readonly refusedSecrets: readonly string[];
  /** Purchase orders that must not be sent (order cancelled, item taken out, mode switched), and since which invocation. */
  readonly forbidden: Readonly<Record<string, number>>;
  /** When each purchase order was last asked for by a sweep. */
  readonly tracked: Readonly<Record<string, number>>;
  /** When the stop of its account ended; far ahead while it lasts. */
  readonly stopped: Readonly<Record<string, number>>;
  /** When a sweep last asked whether a stopped account's credentials work again. */
  readonly verified: Readonly<Record<string, number>>;
  /** Which invocation has last asked each account for tracking, and how fast. */
  readonly sweepers: Readonly<Record<string, number>>;
  readonly paces: Readonly<Record<string, { readonly tokens: number; readonly at: number; readonly run: number }>>;
  /** Each account's bucket, as a strict observer keeps it. */
  readonly buckets: Readonly<Record<string, { readonly tokens: number; readonly at: number; readonly run: number }>>;
};

export const nothingObserved = (): Observed => ({
  outcomes: {},
  wrongs: [],
  lastFaultAt: 0,
  patience: 0,
  mailsMayRepeat: 0,
  doubt: false,
  pauses: {},
  refusedSecrets: [],
  forbidden: {},
  tracked: {},
  stopped: {},
  verified: {},
  sweepers: {},
  paces: {},
  buckets: {},
});

export const wrong = (world: World, sentence: string): void => {
  if (world.observed.wrongs.includes(sentence)) return;
  world.observed = { ...world.observed, wrongs: [...world.observed.wrongs, sentence] };
};

/** The purchase orders of a table, which many checks ask for. */
const purchaseOrdersIn = knownBy((rows: World['rows']): readonly PurchaseOrderRow[] =>
  [...rows.values()].filter(({ sk }) => sk === 'PO').map((row) => row as PurchaseOrderRow),
);
export const purchaseOrders = ({ rows }: World): readonly PurchaseOrderRow[] => purchaseOrdersIn(rows);

export const settingsAt = (
  world: World,
  storeId: string,
  slug: DistributorSlug,
): DistributorSettingsRow | undefined => {
  const { pk, sk } = keys.distributor(storeId, slug);
  return world.rows.get(`${pk}\u0000${sk}`) as DistributorSettingsRow | undefined;
};

/** Every secret of these worlds says whose it is: `LIVE-store1-wps-1`. */
export const secretOf = (storeId: string, slug: string, mode: string, version: number): string =>
  `${mode.toUpperCase()}-${storeId}-${slug}-${version}`;
