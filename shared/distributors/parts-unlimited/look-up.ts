import type { FindVerdict, OpenOrder } from '../../domain/verdicts.ts';
import type { Days } from '../dates.ts';
import type { Distributor, IsAnothers } from '../distributor.ts';
import { judge, oursAmong, searchIn } from '../holding.ts';
import { read } from '../lenient.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { askAll, daysOf, halve, type Part } from '../sweep.ts';
import { noAnswer } from '../verdict.ts';
import { pagesOf } from './list.ts';
import { distinct, heldIn, Listed, poNumberOf } from './orders.ts';

const listed = {
  poNumberOf,
  shownIn: (order: unknown) => {
    const told = read(Listed, order);
    return told && { orderNumbers: [told.reference_number], lines: heldIn(told.line_items) };
  },
};

/** The order under our number among all that the list showed. What cannot be told from ours proves nothing. */
const foundIn = async (
  all: readonly unknown[],
  wanted: OpenOrder,
  isAnothers: IsAnothers,
  redact: Redact,
): Promise<FindVerdict> => {
  const { same, mayStand } = await searchIn(all, listed, wanted, isAnothers);
  if (same.length === 0)
    return mayStand
      ? noAnswer('The list holds an order that may be this one, under another number or none.')
      : { verdict: 'absent' };
  const orders = distinct(oursAmong(same, listed, wanted));
  const lines = orders.flatMap(({ line_items }) => heldIn(line_items));
  if (same.some((order) => read(Listed, order) === null) || lines.length === 0)
    return noAnswer('The order in the list could not be read.');
  const verdict = judge(
    wanted,
    {
      orderNumbers: orders.map(({ reference_number }) => reference_number),
      lines,
      statuses: orders.map(({ status_message }) => status_message),
    },
    redact,
  );
  return verdict ?? noAnswer('The order in the list has no order number yet.');
};

/** A window may be halved to be read whole, but an answer that cannot be read proves nothing however small the next question. */
export const find: Distributor['find'] = async (account, wanted, now, isAnothers = async () => false) => {
  const redact = redactorFor(account.credentials);
  const ask = async (days: Days): Promise<Part<unknown>> => {
    const part = await pagesOf(account, redact, wanted.poNumber)(days);
    return part.kind === 'unreadable' ? { ...part, kind: 'stop', stop: noAnswer('The list could not be read.') } : part;
  };
  const { found, unanswered, unreadable, stop } = await askAll(daysOf([wanted], now), ask, halve);
  if (stop !== null) return stop;
  const verdict = await foundIn(found, wanted, isAnothers, redact);
  const isWhole = verdict.verdict !== 'absent' || unanswered.length + unreadable.length === 0;
  return isWhole ? verdict : noAnswer('A part of the list could not be read.');
};
