import type { FindVerdict, OpenOrder } from '../domain/verdicts.ts';
import type { Days } from './dates.ts';
import type { DistributorReply, IsAnothers } from './distributor.ts';
import { oursAmong, type Reading, searchIn } from './holding.ts';
import { askAll, daysOf, type EndOfAsking, halve, type Part } from './sweep.ts';
import { type Answer, noAnswer, readWithout } from './verdict.ts';

/** A distributor that is asked for one number, and whose list of days is the second sign that there is no such order. */
export type TwoSigns<Found> = Reading<Found> & {
  readonly name: string;
  readonly askOne: () => Promise<DistributorReply>;
  readonly stopIn: (answer: Answer) => EndOfAsking | null;
  /** Whether an answer says that there is no such order. Something in between may say the same: alone it proves nothing. */
  readonly isNone: (answer: Answer) => boolean;
  /** The orders in an answer to the one number; null = it cannot be read, or is about another. */
  readonly foundIn: (answer: Answer) => readonly Found[] | null;
  readonly askDays: (days: Days) => Promise<Part<Found>>;
  readonly judge: (orders: readonly Found[]) => FindVerdict;
};

/** Looks for an order: absent is what neither sign shows, where the list was read to the end and holds nothing that may be it. */
export const findByTwoSigns = async <Found>(
  signs: TwoSigns<Found>,
  wanted: OpenOrder,
  now: number,
  isAnothers: IsAnothers = async () => false,
): Promise<FindVerdict> => {
  const reply = await signs.askOne();
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = signs.stopIn(reply);
  if (stop !== null) return stop;
  if (signs.isNone(reply)) return foundInList(signs, wanted, now, isAnothers);
  const orders = signs.foundIn(reply);
  if (orders === null) return noAnswer(`The answer of ${signs.name} could not be read.`);
  const others = await Promise.all(
    orders.map(async (order) => {
      const number = signs.poNumberOf(order) ?? wanted.poNumber;
      return number !== wanted.poNumber && isAnothers(number, signs.shownIn(order)?.orderNumbers ?? []);
    }),
  );
  return others.includes(true)
    ? noAnswer(`${signs.name} answered with another order of ours.`)
    : signs.judge(oursAmong(orders, signs, wanted));
};

const foundInList = async <Found>(
  signs: TwoSigns<Found>,
  wanted: OpenOrder,
  now: number,
  isAnothers: IsAnothers,
): Promise<FindVerdict> => {
  const { found, unanswered, unreadable, stop } = await askAll(daysOf([wanted], now), signs.askDays, halve);
  if (stop !== null) return stop;
  const { same, mayStand } = await searchIn(found, signs, wanted, isAnothers);
  if (same.length > 0) return signs.judge(oursAmong(same, signs, wanted));
  const isComplete = unanswered.length + unreadable.length === 0;
  if (!isComplete)
    return noAnswer(`${signs.name} says that there is no such order, but its list could not be read whole.`);
  return mayStand
    ? noAnswer(`${signs.name} lists an order that may be this one, under another number or none.`)
    : { verdict: 'absent' };
};
