import type { FindVerdict, OpenOrder } from '../../domain/verdicts.ts';
import type { Distributor, IsAnothers, OpenedAccount } from '../distributor.ts';
import { isSamePo, namesPo, searchIn } from '../holding.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, daysOf, halve } from '../sweep.ts';
import { type Answer, isYes, noAnswer, readWithout } from '../verdict.ts';
import { isFreshNotFound, stopIn } from './answers.ts';
import { askDays } from './list.ts';
import { distinct, heldIn, judged, orderIn, poNumberOf, readOrder } from './orders.ts';
import { orderPath, reading } from './requests.ts';

const foundIn = async (answer: Answer, sought: Sought, redact: Redact): Promise<FindVerdict> => {
  const { wanted, isAnothers } = sought;
  const [order] = isYes(answer) ? orderIn(answer) : [];
  const number = order?.po_number ?? '';
  if (order === undefined || !isSamePo(number, wanted.poNumber))
    return noAnswer('The answer of WPS could not be read.');
  if (number !== wanted.poNumber && (await isAnothers(number)))
    return noAnswer('WPS answered with another order of ours.');
  return judged(order, wanted, redact);
};

/** What is looked for. */
type Sought = { readonly wanted: OpenOrder; readonly isAnothers: IsAnothers };

export const find: Distributor['find'] = async (account, wanted, now, isAnothers = async () => false) => {
  const redact = redactorFor(account.credentials);
  const reply = await account.client(reading(account, orderPath(wanted.poNumber)));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redact);
  if (stop !== null) return stop;
  const sought = { wanted, isAnothers };
  return isFreshNotFound(reply) ? foundInList(account, sought, now, redact) : foundIn(reply, sought, redact);
};

const listed = { poNumberOf, shownIn: (order: unknown) => shownOf(readOrder(order)) };
const shownOf = (order: ReturnType<typeof readOrder>) => (order === null ? null : heldIn(order));

/** The second sign: the list of its days, read to the end, does not hold it either. */
const foundInList = async (
  account: OpenedAccount,
  { wanted, isAnothers }: Sought,
  now: number,
  redact: Redact,
): Promise<FindVerdict> => {
  const isTold = (text: string): boolean => namesPo(text, wanted.poNumber);
  const { found, unanswered, unreadable, stop } = await askAll(
    daysOf([wanted], now),
    askDays(account, redact, isTold),
    halve,
  );
  if (stop !== null) return stop;
  const { same, hasAlike } = await searchIn(found, listed, wanted, isAnothers);
  if (same.length > 0) {
    const details = distinct(same.flatMap((order) => readOrder(order) ?? []));
    const [first] = same.flatMap((order) => readOrder(order) ?? []);
    return judged({ po_number: null, ship_zip: first?.ship_zip ?? null, order_details: [...details] }, wanted, redact);
  }
  const isComplete = unanswered.length + unreadable.length === 0;
  if (!isComplete || found.some((order) => poNumberOf(order) === null))
    return noAnswer('WPS says that there is no such order, but its list could not be read whole.');
  return hasAlike ? noAnswer('WPS lists an order that may be this one, under another number.') : { verdict: 'absent' };
};
