import type { FindVerdict, OpenOrder } from '../../domain/verdicts.ts';
import type { Distributor, OpenedAccount } from '../distributor.ts';
import { isNearlyOurs, isSamePo } from '../holding.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, daysOf, halve } from '../sweep.ts';
import { type Answer, isYes, noAnswer, readWithout } from '../verdict.ts';
import { isFreshNotFound, stopIn } from './answers.ts';
import { askDays } from './list.ts';
import { distinct, heldIn, judged, orderIn, poNumberOf, readOrder } from './orders.ts';
import { orderPath, reading } from './requests.ts';

const foundIn = (answer: Answer, wanted: OpenOrder, redact: Redact): FindVerdict => {
  const [order] = isYes(answer) ? orderIn(answer) : [];
  if (order === undefined || !isSamePo(order.po_number ?? '', wanted.poNumber))
    return noAnswer('The answer of WPS could not be read.');
  return judged(order, wanted, redact);
};

export const find: Distributor['find'] = async (account, wanted, now) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redact);
  if (stop !== null) return stop;
  return isFreshNotFound(reply) ? foundInList(account, wanted, now, redact) : foundIn(reply, wanted, redact);
};

/** The second sign: the list of its days, read to the end, does not hold it either. */
const foundInList = async (
  account: OpenedAccount,
  wanted: OpenOrder,
  now: number,
  redact: Redact,
): Promise<FindVerdict> => {
  const listed = await askAll(daysOf([wanted], now), askDays(account, redact), halve);
  if (listed.stop !== null) return listed.stop;
  const same = listed.found.filter((order) => isSamePo(poNumberOf(order) ?? '', wanted.poNumber));
  if (same.length > 0) {
    const details = distinct(same.flatMap((order) => readOrder(order) ?? []));
    const [first] = same.flatMap((order) => readOrder(order) ?? []);
    return judged({ po_number: null, ship_zip: first?.ship_zip ?? null, order_details: [...details] }, wanted, redact);
  }
  const isComplete = listed.unanswered.length + listed.unreadable.length === 0;
  if (!isComplete || listed.found.some((order) => poNumberOf(order) === null))
    return noAnswer('WPS says that there is no such order, but its list could not be read whole.');
  if (listed.found.some((order) => mayBeOurs(order, wanted, redact)))
    return noAnswer('WPS lists an order of this part to this postal code under a number that is nearly ours.');
  return { verdict: 'absent' };
};

const mayBeOurs = (listed: unknown, wanted: OpenOrder, redact: Redact): boolean => {
  const order = readOrder(listed);
  return order !== null && isNearlyOurs(wanted, order.po_number, heldIn(order), redact);
};
