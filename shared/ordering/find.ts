import { openAccount } from '../accounts/open.ts';
import { pauseAccount, reserveAccount, stopAccount } from '../accounts/schedule.ts';
import { pausedAt } from '../domain/account/account-rules.ts';
import { postpone } from '../domain/purchase-order/attempt.ts';
import { applyLookUp, cannotAsk, sendAgain } from '../domain/purchase-order/look-up.ts';
import { giveUp } from '../domain/purchase-order/outcome.ts';
import type { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { seconds } from '../domain/time-limits.ts';
import { instant, milliseconds } from '../domain/vocabulary.ts';
import { lookFor } from './look-for.ts';
import type { OrderingPorts, TimeLeft } from './ports.ts';
import { transition } from './transition.ts';

/**
 * Looks for an order that may or may not have been placed. Nothing is ordered here; at most the row goes back to be sent again,
 * and before it is, `place` makes all checks again.
 */
export const find = async (ports: OrderingPorts, po: PurchaseOrderRow, time: TimeLeft): Promise<void> => {
  const begunAt = ports.clock.now();
  const { profile } = ports.distributors[po.distributor];
  if (profile.lookUp === 'by-resend') return resend(ports, po, begunAt);

  const opened = await openAccount(ports, po, begunAt + time.remainingMilliseconds() - 5000);
  const obstacle = opened.usable ? opened.stop : opened.reason;
  if (!opened.usable || obstacle !== null)
    return transition(ports, po, (row, now) => cannotAsk(row, now, po.call?.token, obstacle ?? ''));
  const { schedule } = opened;
  if (schedule?.pausedUntil && pausedAt(schedule, begunAt)) {
    const until = schedule.pausedUntil;
    return transition(ports, po, (row, now) => postpone(row, now, until));
  }
  const reservation = await reserveAccount(ports, po);
  if (!reservation.granted) return transition(ports, po, (row, now) => postpone(row, now, reservation.at));

  const answer = await lookFor(ports, po, opened, begunAt);
  const { credentialVersion } = opened;
  const look = { begunAt, token: po.call?.token, credentialVersion, resend: profile.resend };
  await transition(ports, po, (row, now) => applyLookUp(row, now, look, answer));
  if (answer.verdict === 'not-taken' && answer.reason === 'rate-limited') {
    await pauseAccount(ports, po, answer.retryAfterSeconds);
  }
  if (answer.verdict === 'credentials-refused') {
    await stopAccount(ports, po, credentialVersion, answer.message);
  }
};

/** Where the only look-up is to send it once more with duplicates forbidden: not before the first request has settled. */
const resend = async (ports: OrderingPorts, po: PurchaseOrderRow, now: number): Promise<void> => {
  const settleAt = po.call?.settleAt ?? instant(now);
  if (now < milliseconds(settleAt)) return transition(ports, po, (row, at) => postpone(row, at, settleAt));
  await transition(ports, po, (row, at) => {
    if (row.state !== 'in-doubt' || row.call?.token !== po.call?.token) return null;
    return row.sends < maxSends
      ? sendAgain(row, at)
      : giveUp(row, at, 'other', `It was sent ${row.sends} times without a clear answer.`);
  });
};

/** Sending again with duplicates forbidden can never order twice, but it must end: after this many a person decides. */
const maxSends = Math.floor(seconds.day / 3600);
