import type { PurchaseOrderRow } from '../../../shared/domain/purchase-order/purchase-order.ts';
import { keys } from '../../../shared/domain/rows/keys.ts';
import { seconds } from '../../../shared/domain/time-limits.ts';
import { milliseconds } from '../../../shared/domain/vocabulary.ts';
import type { Place, SentRequest, World } from '../world/state.ts';
import { purchaseOrders, wrong } from './remembered.ts';

/** What every request of a sweep must respect, and whom it asks about. */
type Caller = Place & { readonly storeId: string };

const nameOf = ({ storeId, slug, mode }: Caller): string => `${storeId}/${slug}/${mode}`;

/** What the invariants call a purchase order whose tracking is asked for. */
export const trackedName = ({ storeId, distributor, mode, poNumber }: PurchaseOrderRow): string =>
  `${storeId}/${distributor}/${mode}/${poNumber}`;

const acceptedOf = (world: World, { storeId, slug, mode }: Caller): readonly PurchaseOrderRow[] =>
  purchaseOrders(world).filter(
    (po) => po.state === 'accepted' && po.storeId === storeId && po.distributor === slug && po.mode === mode,
  );

/** Looks at every request of a sweep when it arrives. */
export const watchSweep = (world: World, caller: Caller, sent: SentRequest): void => {
  const account = nameOf(caller);
  if (acceptedOf(world, caller).length === 0) {
    wrong(world, `${account} was asked for tracking, though it has no order there.`);
  }
  const own = acceptedOf(world, caller);
  const isOver = own.every(({ tracking, owed }) => tracking === 'stopped' && owed.length === 0);
  if (isOver && own.length > 0 && world.running.fresh)
    wrong(world, `${account} was asked for tracking, though all of it is stopped.`);
  const isPast = own.every(
    ({ trackUntil }) => trackUntil !== null && milliseconds(trackUntil) + world.apart < world.now,
  );
  if (isPast && own.length > 0)
    wrong(world, `${account} was asked for tracking after the six weeks of all its orders.`);
  oneAtATime(world, account);
  inTurn(world, account);
  noteAsked(world, caller, sent);
};

/** Nobody sweeps an account while another who has begun to ask still lives. */
const oneAtATime = (world: World, account: string): void => {
  const { id } = world.running;
  const other = world.observed.sweepers[account];
  const alive = world.suspended.find(({ run }) => run.id === other && run.id !== id);
  if (alive !== undefined && world.now < alive.run.startedAt + seconds.sweepLimit * 1000 - world.apart) {
    wrong(world, `${account} was swept by two at once.`);
  }
  if (other !== id) world.observed = { ...world.observed, sweepers: { ...world.observed.sweepers, [account]: id } };
};

const burst = 5;

/** One sweep asks five times at once, and once a second; one request more may have stood still since its turn. */
const late = 1;
const inTurn = (world: World, account: string): void => {
  const { paces } = world.observed;
  const run = world.running.id;
  const known = paces[account];
  const pace = known?.run === run ? known : { run, tokens: burst, at: world.now };
  const tokens = Math.min(burst, pace.tokens + (world.now - pace.at) / 1000) - 1;
  if (tokens < -late - 0.01) wrong(world, `A sweep of ${account} asked more often than its bucket allows.`);
  world.observed = { ...world.observed, paces: { ...paces, [account]: { run, tokens, at: world.now } } };
};

/** Remembers which orders a sweep's request asks for: those that it names, or where it names none, all that the list may hold. */
const noteAsked = (world: World, caller: Caller, { url }: SentRequest): void => {
  const text = decodeURIComponent(url);
  const all = acceptedOf(world, caller);
  const named = all.filter(({ poNumber, orderNumbers }) =>
    [poNumber, ...orderNumbers].some((number) => text.includes(number)),
  );
  const now = (named.length > 0 ? named : all).map((po) => [trackedName(po), world.now] as const);
  world.observed = { ...world.observed, tracked: { ...world.observed.tracked, ...Object.fromEntries(now) } };
};

/** The account's row, as it stands. */
export const accountOf = (world: World, { storeId, distributor, mode }: PurchaseOrderRow) => {
  const { pk, sk } = keys.account(storeId, distributor, mode);
  return world.rows.get(`${pk}\u0000${sk}`);
};
