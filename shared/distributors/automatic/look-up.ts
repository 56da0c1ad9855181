import type { FindVerdict, OpenOrder } from '../../domain/verdicts.ts';
import type { Days } from '../dates.ts';
import type { Distributor, OpenedAccount } from '../distributor.ts';
import { isNearlyOurs, isSamePo, type Wanted } from '../holding.ts';
import { read } from '../lenient.ts';
import { inOnePage } from '../pages.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, daysOf, halve, readPart } from '../sweep.ts';
import { type Answer, isYes, noAnswer, readWithout } from '../verdict.ts';
import { mayBePage } from '../whole-list.ts';
import { isFreshNotFound, stopIn } from './answers.ts';
import { heldIn, isAbout, judged, Orders } from './orders.ts';
import { inRange, orderPath, reading } from './requests.ts';

/** Its lists are not known to have pages: a usual size of one, not the smallest, is doubted all the same. */
const mayBeCut = (found: readonly unknown[]): boolean => found.length >= 10 && mayBePage(found.length);

export const foundIn = (
  answer: Answer,
  wanted: Wanted & { readonly poNumber: string },
  redact: Redact,
): FindVerdict => {
  const orders = isYes(answer) ? read(Orders, answer.json) : null;
  if (orders === null || !isAbout(orders, wanted.poNumber))
    return noAnswer('The answer of Automatic could not be read.');
  return judged(orders, wanted, redact);
};

export const find: Distributor['find'] = async (account, wanted, now) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redact);
  if (stop !== null) return stop;
  return isFreshNotFound(reply) ? foundInRange(account, wanted, now, redact) : foundIn(reply, wanted, redact);
};

/** The second sign: the orders created on its days do not hold it either. */
const foundInRange = async (
  account: OpenedAccount,
  wanted: OpenOrder,
  now: number,
  redact: Redact,
): Promise<FindVerdict> => {
  const ask = async (days: Days) => {
    const reply = await account.client(inRange(account, days));
    const ordersIn = (answer: Answer) => (isYes(answer) ? read(Orders, answer.json) : null);
    const part = inOnePage(
      reply,
      readPart(reply, (answer) => stopIn(answer, redact), ordersIn),
    );
    return part.kind === 'read' && mayBeCut(part.found) ? { ...part, isWhole: false } : part;
  };
  const listed = await askAll(daysOf([wanted], now), ask, halve);
  if (listed.stop !== null) return listed.stop;
  const same = listed.found.filter(({ header }) => isSamePo(header.ponumber ?? '', wanted.poNumber));
  if (same.length > 0) return judged(same, wanted, redact);
  const isComplete = listed.unanswered.length + listed.unreadable.length === 0;
  if (!isComplete || listed.found.some(({ header }) => header.ponumber === null))
    return noAnswer('Automatic says that there is no such order, but its list could not be read whole.');
  if (listed.found.some((order) => isNearlyOurs(wanted, order.header.ponumber, heldIn([order]), redact)))
    return noAnswer('Automatic lists an order of this part to this postal code under a number that is nearly ours.');
  return { verdict: 'absent' };
};
