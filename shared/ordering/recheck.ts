import { openAccount } from '../accounts/open.ts';
import { pauseAccount, reserveAccount, stopAccount } from '../accounts/schedule.ts';
import { pausedAt } from '../domain/account/account-rules.ts';
import type { Key } from '../domain/ports/table.ts';
import { postpone, postponeTurn } from '../domain/purchase-order/attempt.ts';
import { backoffSeconds, isRechecked } from '../domain/purchase-order/due.ts';
import { applyRecheck, askBeforeItIsSentAgain, cannotRecheck, recheckLater } from '../domain/purchase-order/look-up.ts';
import { isBelieved } from '../domain/purchase-order/of-this-request.ts';
import { giveUp } from '../domain/purchase-order/outcome.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { addSeconds, later } from '../domain/time.ts';
import { seconds } from '../domain/time-limits.ts';
import { type Instant, instant } from '../domain/vocabulary.ts';
import { lookFor } from './look-for.ts';
import type { OrderingPorts, TimeLeft } from './ports.ts';
import { transition } from './transition.ts';

/** What came of asking: an answer; none; nobody can ask; or when there is a turn to. */
type Asked =
  | { readonly kind: 'answered' | 'no-answer' | 'nobody-can-ask' }
  | { readonly kind: 'later'; readonly at: Instant };

/** Looks for a number that was refused: the refusal may have answered a copy of our request, and the request itself stand. */
export const recheck = async (ports: OrderingPorts, po: PurchaseOrderRow, time: TimeLeft): Promise<Asked> => {
  const begunAt = ports.clock.now();
  const opened = await openAccount(ports, po, begunAt + time.remainingMilliseconds() - 5000);
  if (!opened.usable || opened.stop !== null) {
    await transition(ports, po, cannotRecheck);
    return { kind: 'nobody-can-ask' };
  }
  const { schedule } = opened;
  if (schedule?.pausedUntil && pausedAt(schedule, begunAt)) return putOff(ports, po, schedule.pausedUntil);
  const turn = await reserveAccount(ports, po);
  if (!turn.granted) return putOff(ports, po, turn.at);

  const answer = await lookFor(ports, po, opened, begunAt);
  const look = { begunAt, credentialVersion: opened.credentialVersion };
  await transition(ports, po, (row, now) => applyRecheck(row, now, look, answer));
  switch (answer.verdict) {
    case 'credentials-refused':
      await stopAccount(ports, po, opened.credentialVersion, answer.message);
      return { kind: 'nobody-can-ask' };
    case 'not-taken':
      if (answer.reason === 'rate-limited') await pauseAccount(ports, po, answer.retryAfterSeconds);
      return { kind: 'later', at: addSeconds(ports.clock.now(), seconds.soon * 2) };
    case 'no-answer':
      return { kind: 'no-answer' };
    default:
      return { kind: 'answered' };
  }
};

const putOff = async (ports: OrderingPorts, po: PurchaseOrderRow, until: Instant): Promise<Asked> => {
  await transition(ports, po, (row, now) => recheckLater(row, now, until));
  return { kind: 'later', at: until };
};

/**
 * Before an item is sent again, the numbers that were refused for it a short while ago are looked up. False: it is not to be sent
 * now, since one of them stands or may stand, which a person has to look into, or since there was no answer. A refusal that is of the
 * request itself is believed where a look proves nothing.
 */
export const mayGoOn = async (ports: OrderingPorts, po: PurchaseOrderRow, time: TimeLeft): Promise<boolean> => {
  const numbers = po.sends === 0 ? (po.lookFirst ?? []) : [];
  const waits: (Instant | null)[] = [];
  for (const poNumber of numbers) {
    const key = keys.purchaseOrder(po.storeId, poNumber);
    const refused = await load(ports.table, key, PurchaseOrderRow);
    if (refused !== undefined && isRechecked(refused)) {
      const asked = await recheck(ports, refused, time);
      if (asked.kind === 'nobody-can-ask') await transition(ports, refused, askBeforeItIsSentAgain);
      if (asked.kind === 'later') waits.push(asked.at);
      if (asked.kind === 'no-answer' && !isBelieved(refused)) waits.push(null);
    }
    if (await isPutAway(ports, po, key)) return false;
  }
  // Only after all: one that stands may be what leaves another open.
  if (waits.length > 0) return wait(ports, po, waits.find((until) => until !== null) ?? null);
  if (time.remainingMilliseconds() >= seconds.submitNeeds * 1000 || numbers.length === 0) return true;
  // Looking took long: whoever is nudged next sends it with all the time there is.
  await transition(ports, po, (row, now) =>
    row.state === 'claimed' ? postpone({ ...row, lookFirst: [] }, now, instant(now)) : null,
  );
  return false;
};

/** Whether one that was refused is before a person, or is no refusal any more: then the new attempt is given up. */
const isPutAway = async (ports: OrderingPorts, po: PurchaseOrderRow, key: Key): Promise<boolean> => {
  const now = await load(ports.table, key, PurchaseOrderRow);
  if (now === undefined || (now.state === 'refused' && now.attention === null)) return false;
  await transition(ports, po, (row, at) =>
    row.state === 'claimed' ? giveUp(row, at, 'not-allowed', stands(now)) : null,
  );
  return true;
};

/** Until then, or without a time less and less often. */
const wait = async (ports: OrderingPorts, po: PurchaseOrderRow, turn: Instant | null): Promise<false> => {
  await transition(ports, po, (row, at) => {
    const until = turn ?? addSeconds(at, backoffSeconds(row.missesInARow + 1, longestWaitSeconds));
    return postponeTurn(row, at, later(until, addSeconds(at, 1)));
  });
  return false;
};
/** In seconds. */
const longestWaitSeconds = 900;

const stands = ({ poNumber }: PurchaseOrderRow): string =>
  `PO ${poNumber} of this item was refused, and the distributor may hold an order under it: a person has to look into that first.`;
