import { openAccount } from '../accounts/open.ts';
import { pauseAccount, reserveAccount, stopAccount } from '../accounts/schedule.ts';
import { pausedAt } from '../domain/account/account-rules.ts';
import { postpone } from '../domain/purchase-order/attempt.ts';
import { isRechecked } from '../domain/purchase-order/due.ts';
import { applyRecheck, cannotRecheck, recheckLater } from '../domain/purchase-order/look-up.ts';
import { giveUp } from '../domain/purchase-order/outcome.ts';
import { PurchaseOrderRow } from '../domain/purchase-order/purchase-order.ts';
import { load } from '../domain/rows/amend.ts';
import { keys } from '../domain/rows/keys.ts';
import { addSeconds, later } from '../domain/time.ts';
import { seconds } from '../domain/time-limits.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { OrderingPorts, TimeLeft } from './ports.ts';
import { transition } from './transition.ts';
import { anothersBeside } from './used-numbers.ts';

/** Whether the distributor was asked, or nobody can ask it; or when to try again. */
type Asked = { readonly kind: 'asked' } | { readonly kind: 'later'; readonly at: Instant };
const asked: Asked = { kind: 'asked' };

/** Looks for a number that was refused: the refusal may have answered a copy of our request, and the request itself stand. */
export const recheck = async (ports: OrderingPorts, po: PurchaseOrderRow, time: TimeLeft): Promise<Asked> => {
  const begunAt = ports.clock.now();
  const opened = await openAccount(ports, po, begunAt + time.remainingMilliseconds() - 5000);
  if (!opened.usable || opened.stop !== null) {
    await transition(ports, po, cannotRecheck);
    return asked;
  }
  const { schedule } = opened;
  if (schedule?.pausedUntil && pausedAt(schedule, begunAt)) return putOff(ports, po, schedule.pausedUntil);
  const turn = await reserveAccount(ports, po);
  if (!turn.granted) return putOff(ports, po, turn.at);

  const order = { ...po, submittedAt: po.call?.begunAt ?? po.submittedAt, postalCode: po.shipTo?.postalCode ?? null };
  const isAnothers = anothersBeside(ports.table, po, opened.settings);
  const answer = await ports.distributors[po.distributor].find(opened.account, order, begunAt, isAnothers);
  const look = { begunAt, credentialVersion: opened.credentialVersion };
  await transition(ports, po, (row, now) => applyRecheck(row, now, look, answer));
  if (answer.verdict === 'credentials-refused') {
    await stopAccount(ports, po, opened.credentialVersion, answer.message);
  }
  if (answer.verdict === 'not-taken' && answer.reason === 'rate-limited') {
    await pauseAccount(ports, po, answer.retryAfterSeconds);
  }
  const isAnswered = answer.verdict !== 'not-taken' && answer.verdict !== 'no-answer';
  return isAnswered ? asked : { kind: 'later', at: addSeconds(ports.clock.now(), seconds.soon * 2) };
};

const putOff = async (ports: OrderingPorts, po: PurchaseOrderRow, until: Instant): Promise<Asked> => {
  await transition(ports, po, (row, now) => recheckLater(row, now, until));
  return { kind: 'later', at: until };
};

/**
 * Before an item is sent again, the numbers that were refused for it a short while ago are looked up. False: it is not to be sent
 * now, since one of them stands, which a person has to look into, or since nobody could ask.
 */
export const mayGoOn = async (ports: OrderingPorts, po: PurchaseOrderRow, time: TimeLeft): Promise<boolean> => {
  for (const poNumber of po.sends === 0 ? (po.lookFirst ?? []) : []) {
    const key = keys.purchaseOrder(po.storeId, poNumber);
    const refused = await load(ports.table, key, PurchaseOrderRow);
    const looked = refused !== undefined && isRechecked(refused) ? await recheck(ports, refused, time) : asked;
    const now = await load(ports.table, key, PurchaseOrderRow);
    if (now !== undefined && (now.state !== 'refused' || now.attention !== null)) {
      await transition(ports, po, (row, at) =>
        row.state === 'claimed' ? giveUp(row, at, 'not-allowed', stands(now)) : null,
      );
      return false;
    }
    if (looked.kind === 'later') {
      await transition(ports, po, (row, at) => postpone(row, at, later(looked.at, addSeconds(at, 1))));
      return false;
    }
  }
  return true;
};

const stands = ({ poNumber }: PurchaseOrderRow): string =>
  `PO ${poNumber} of this item was refused, and the distributor may hold an order under it: a person has to look into that first.`;
