import type { FindVerdict } from '../../domain/verdicts.ts';
import type { Days } from '../dates.ts';
import type { Distributor } from '../distributor.ts';
import type { Wanted } from '../holding.ts';
import { read } from '../lenient.ts';
import { inOnePage } from '../pages.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { type Part, readPart } from '../sweep.ts';
import { findByTwoSigns } from '../two-signs.ts';
import { type Answer, isYes, noAnswer } from '../verdict.ts';
import { mayBePage } from '../whole-list.ts';
import { isFreshNotFound, stopIn } from './answers.ts';
import { type Generation, heldIn, isAbout, judged, Orders } from './orders.ts';
import { inRange, orderPath, reading } from './requests.ts';

/** Its lists are not known to have pages: a usual size of one, not the smallest, is doubted all the same. */
const mayBeCut = (found: readonly unknown[]): boolean => found.length >= 10 && mayBePage(found.length);

const ordersIn = (answer: Answer): readonly Generation[] | null => (isYes(answer) ? read(Orders, answer.json) : null);

const ordersAbout = (answer: Answer, { poNumber }: Wanted): readonly Generation[] | null => {
  const orders = ordersIn(answer);
  return orders !== null && isAbout(orders, poNumber) ? orders : null;
};

export const foundIn = (answer: Answer, wanted: Wanted, redact: Redact): FindVerdict => {
  const orders = ordersAbout(answer, wanted);
  return orders === null ? noAnswer('The answer of Automatic could not be read.') : judged(orders, wanted, redact);
};

export const find: Distributor['find'] = (account, wanted, now, isAnothers) => {
  const redact = redactorFor(account.credentials);
  const stop = (answer: Answer) => stopIn(answer, redact);
  /** The orders created on these days. */
  const askDays = async (days: Days): Promise<Part<Generation>> => {
    const reply = await account.client(inRange(account, days));
    const part = inOnePage(reply, readPart(reply, stop, ordersIn), wanted.poNumber);
    return part.kind === 'read' && mayBeCut(part.found) ? { ...part, isWhole: false } : part;
  };
  return findByTwoSigns(
    {
      name: 'Automatic',
      askOne: () => account.client(reading(account, orderPath(wanted.poNumber))),
      stopIn: stop,
      isNone: isFreshNotFound,
      foundIn: (answer) => ordersAbout(answer, wanted),
      askDays,
      poNumberOf: ({ header }) => header.ponumber,
      shownIn: (order) => heldIn([order]),
      judge: (orders) => judged(orders, wanted, redact),
    },
    wanted,
    now,
    isAnothers,
  );
};
