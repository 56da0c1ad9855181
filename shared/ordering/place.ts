import { type OpenAccount, openAccount } from '../accounts/open.ts';
import { pauseAccount, reserveAccount, stopAccount } from '../accounts/schedule.ts';
import { pausedAt } from '../domain/account/account-rules.ts';
import { modeOf } from '../domain/order/eligibility.ts';
import { itemOf, OrderRow } from '../domain/order/order.ts';
import { begin, postpone, postponeTurn, settle } from '../domain/purchase-order/attempt.ts';
import { attemptTags } from '../domain/purchase-order/log-tags.ts';
import { giveUp } from '../domain/purchase-order/outcome.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { amend, load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { seconds } from '../domain/time-limits.ts';
import type { SubmitVerdict } from '../domain/verdicts.ts';
import { type Address, type Instant, instant, milliseconds, type RefusalCode } from '../domain/vocabulary.ts';
import type { OrderingPorts, TimeLeft } from './ports.ts';
import { postalCodeHash } from './postal-code-hash.ts';
import { transition, written } from './transition.ts';

type Usable = Extract<OpenAccount, { usable: true }>;

/** May it be sent now? Later, never (and why), or yes, to this address. */
type Clearance =
  | { readonly kind: 'later'; readonly at: Instant }
  | { readonly kind: 'never'; readonly code: RefusalCode; readonly reason: string }
  | { readonly kind: 'go'; readonly opened: Usable; readonly shipTo: Address };

/** Everything that must hold right before a request is made; the checks of the claim may be old by now. */
const clear = async (ports: OrderingPorts, po: PurchaseOrderRow, deadline: number): Promise<Clearance> => {
  const never = (code: RefusalCode, reason: string): Clearance => ({ kind: 'never', code, reason });
  const [order, opened] = await Promise.all([
    load(ports.table, keys.order(po.storeId, po.orderId), OrderRow),
    openAccount(ports, po, deadline),
  ]);
  const item = order === undefined ? undefined : itemOf(order, po.itemId);
  if (order?.status !== 'New') return never('not-allowed', `The order is ${order?.status ?? 'gone'}, no longer New.`);
  if (item === undefined || item.removed)
    return never('not-allowed', 'The webstore has taken the item out of the order.');
  if (po.shipTo === null) return never('not-allowed', "The customer's data was erased.");
  if (modeOf(opened.settings ?? null) !== po.mode) {
    return never('not-allowed', `The account is no longer in ${po.mode} mode.`);
  }
  if (!opened.usable) return never('bad-credentials', opened.reason);
  if (opened.stop !== null) return never('bad-credentials', opened.stop);
  // Other credentials may be another account, where nothing forbids the number that the first one may hold.
  if (po.sends > 0 && po.call?.credentialVersion !== opened.credentialVersion) {
    return never('bad-credentials', 'The credentials have changed since it was sent.');
  }
  const { schedule } = opened;
  if (schedule?.pausedUntil && pausedAt(schedule, ports.clock.now()))
    return { kind: 'later', at: schedule.pausedUntil };
  return { kind: 'go', opened, shipTo: po.shipTo };
};

/** Somebody has written it since it was cleared (the webstore may no longer want it): it is to be cleared anew. */
const isToldSince = (row: PurchaseOrderRow, cleared: PurchaseOrderRow): boolean =>
  row.state === 'claimed' && row.rev !== cleared.rev;

/**
 * Begins, calls once, settles. Of all who try, the one whose `begin` was written calls; the others find it begun. A crash
 * anywhere leaves a row that is due: claimed (nobody called) or calling (perhaps somebody did).
 */
export const place = async (ports: OrderingPorts, po: PurchaseOrderRow, time: TimeLeft): Promise<void> => {
  const { table, newId, clock } = ports;
  const deadline = clock.now() + time.remainingMilliseconds();
  const clearance = await clear(ports, po, deadline - 5000);
  if (clearance.kind === 'never') {
    const { code, reason } = clearance;
    return transition(ports, po, (row, now) => (row.state === 'claimed' ? giveUp(row, now, code, reason) : null));
  }
  if (clearance.kind === 'later') return transition(ports, po, (row, now) => postpone(row, now, clearance.at));
  const reservation = await reserveAccount(ports, po, { known: clearance.opened.schedule });
  if (!reservation.granted) return postponed(ports, po, reservation.at);
  const { opened, shipTo } = clearance;
  // It only helps to tell parcels apart later: no order waits for it.
  const hash = await postalCodeHash(ports.vault, po, shipTo.postalCode).catch(() => null);
  if (time.remainingMilliseconds() < seconds.submitNeeds * 1000) {
    throw new Error('Too little time is left to place an order; another invocation will.');
  }

  const token = newId();
  const { settleSeconds, lookUp } = ports.distributors[po.distributor].profile;
  const call = {
    token,
    credentialVersion: opened.credentialVersion,
    endsAt: deadline,
    settleSeconds,
    postalCodeHash: hash,
  };
  const decide = (row?: PurchaseOrderRow) =>
    row === undefined || isToldSince(row, po) ? null : begin(row, clock.now(), call);
  const begun = await amend({ table, newId }, po, PurchaseOrderRow, decide);
  if (begun.row !== undefined && !begun.written && isToldSince(begun.row, po)) return place(ports, begun.row, time);
  if (!begun.written || begun.row === undefined) return;
  ports.log.info('purchase-order-called', attemptTags(begun.row));
  const answer = await ports.distributors[po.distributor].submit(
    opened.account,
    { ...begun.row, shipTo },
    { resend: begun.row.sends > 1 },
  );
  await written(ports, po, (row, now) => settle(row, now, token, answer, lookUp !== 'by-resend'), begun.row);
  await tellAccount(ports, po, opened.credentialVersion, answer);
};

/** What an answer means for everybody who works for this account. */
const tellAccount = async (
  ports: OrderingPorts,
  po: PurchaseOrderRow,
  credentialVersion: string,
  answer: SubmitVerdict,
): Promise<void> => {
  const aside = answer.verdict === 'accepted' || answer.verdict === 'accepted-but-different' ? answer.aside : answer;
  if (aside?.verdict === 'not-taken' && aside.reason === 'rate-limited') {
    await pauseAccount(ports, po, aside.retryAfterSeconds);
  }
  if (aside?.verdict === 'credentials-refused') await stopAccount(ports, po, credentialVersion, aside.message);
  if (answer.verdict === 'refused' && answer.code === 'bad-credentials') {
    await stopAccount(ports, po, credentialVersion, answer.message);
  }
};

/** So long at the most does one of a crowd wait for its turn, give or take a half. In seconds. */
const longestTurn = 32;

/**
 * No token left in the account's bucket: the row waits, and a delayed nudge comes when there may be one. Who comes in vain again
 * waits longer, and by chance, so that a crowd of n asks some n·log n times for its turns, not n² times.
 */
const postponed = async (ports: OrderingPorts, po: PurchaseOrderRow, at: Instant): Promise<void> => {
  const apart = Math.min(2 ** po.missesInARow, longestTurn) * (0.5 + ports.random()) * 1000;
  const until = Math.max(milliseconds(at), ports.clock.now() + apart);
  await transition(ports, po, (row, now) => postponeTurn(row, now, instant(until)));
  const delay = Math.max(1, Math.ceil((until - ports.clock.now()) / 1000));
  await ports.queues.send(`submit-${po.distributor}`, [{ pk: po.pk, sk: po.sk }], delay);
};
