import type { FindVerdict, OpenOrder } from '../../domain/verdicts.ts';
import type { Days } from '../dates.ts';
import type { Distributor, IsAnothers, OpenedAccount } from '../distributor.ts';
import { namesPo, searchIn, type Wanted } from '../holding.ts';
import { read } from '../lenient.ts';
import { inOnePage } from '../pages.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, daysOf, halve, readPart } from '../sweep.ts';
import { type Answer, isYes, noAnswer, readWithout } from '../verdict.ts';
import { mayBePage } from '../whole-list.ts';
import { isFreshNotFound, stopIn } from './answers.ts';
import { type Generation, heldIn, isAbout, judged, Orders } from './orders.ts';
import { inRange, orderPath, reading } from './requests.ts';

/** Its lists are not known to have pages: a usual size of one, not the smallest, is doubted all the same. */
const mayBeCut = (found: readonly unknown[]): boolean => found.length >= 10 && mayBePage(found.length);

export const foundIn = (answer: Answer, wanted: Wanted, redact: Redact): FindVerdict => {
  const orders = isYes(answer) ? read(Orders, answer.json) : null;
  if (orders === null || !isAbout(orders, wanted.poNumber))
    return noAnswer('The answer of Automatic could not be read.');
  return judged(orders, wanted, redact);
};

/** What is looked for. */
type Sought = { readonly wanted: OpenOrder; readonly isAnothers: IsAnothers };

export const find: Distributor['find'] = async (account, wanted, now, isAnothers = async () => false) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redact);
  if (stop !== null) return stop;
  if (isFreshNotFound(reply)) return foundInRange(account, { wanted, isAnothers }, now, redact);
  return (await isOfAnother(reply, wanted, isAnothers))
    ? noAnswer('Automatic answered with another order of ours.')
    : foundIn(reply, wanted, redact);
};

/** Whether an answer has a number in it that is nearly the one asked for, and another order's. */
const isOfAnother = async (answer: Answer, { poNumber }: OpenOrder, isAnothers: IsAnothers): Promise<boolean> => {
  const numbers = (read(Orders, answer.json) ?? []).flatMap(({ header }) => header.ponumber ?? []);
  const [other] = numbers.filter((number) => number !== poNumber);
  return other !== undefined && isAnothers(other);
};

const listed = {
  poNumberOf: ({ header }: Generation) => header.ponumber,
  shownIn: (order: Generation) => heldIn([order]),
};

/** The second sign: the orders created on its days do not hold it either. */
const foundInRange = async (
  account: OpenedAccount,
  { wanted, isAnothers }: Sought,
  now: number,
  redact: Redact,
): Promise<FindVerdict> => {
  const isTold = (text: string): boolean => namesPo(text, wanted.poNumber);
  const ask = async (days: Days) => {
    const reply = await account.client(inRange(account, days));
    const ordersIn = (answer: Answer) => (isYes(answer) ? read(Orders, answer.json) : null);
    const part = inOnePage(
      reply,
      readPart(reply, (answer) => stopIn(answer, redact), ordersIn),
      isTold,
    );
    return part.kind === 'read' && mayBeCut(part.found) ? { ...part, isWhole: false } : part;
  };
  const { found, unanswered, unreadable, stop } = await askAll(daysOf([wanted], now), ask, halve);
  if (stop !== null) return stop;
  const { same, hasAlike } = await searchIn(found, listed, wanted, isAnothers);
  if (same.length > 0) return judged(same, wanted, redact);
  const isComplete = unanswered.length + unreadable.length === 0;
  if (!isComplete || found.some(({ header }) => header.ponumber === null))
    return noAnswer('Automatic says that there is no such order, but its list could not be read whole.');
  return hasAlike
    ? noAnswer('Automatic lists an order that may be this one, under another number.')
    : { verdict: 'absent' };
};
