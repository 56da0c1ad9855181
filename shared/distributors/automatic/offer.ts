import * as v from 'valibot';
import { type QuoteVerdict, safeText } from '../../domain/verdicts.ts';
import type { Distributor } from '../distributor.ts';
import { isSamePart } from '../holding.ts';
import { anyText, entryInAnyCase, read } from '../lenient.ts';
import { cents, type Level, level, quoted, yesOrNo } from '../offer.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { type Answer, isYes, noAnswer, readWithout } from '../verdict.ts';
import { stopIn } from './answers.ts';
import { failureIn } from './refusals.ts';
import { reading } from './requests.ts';

/** What the answer to a question about an item is made of is not public: these names are a guess, kept in this one place. */
export const Stock = entryInAnyCase({
  number: anyText,
  available: v.fallback(v.union([yesOrNo, v.null()]), null),
  availablequantity: level,
  quantity: level,
  price: cents,
});

/** Its dry run would need an address: the question about one item tells whether that quantity can be had. */
export const quote: Distributor['quote'] = async (account, { partNumber, quantity }) => {
  const redact = redactorFor(account.credentials);
  const path = `/item/avail/${encodeURIComponent(partNumber)}`;
  const reply = await account.client(reading(account, path, [['quantity', String(quantity)]]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redact);
  if (stop !== null) return stop;
  if (!isYes(reply)) return withoutStock(reply, redact);
  const stock = read(Stock, reply.json);
  if (stock === null || !isSamePart(stock.number ?? partNumber, partNumber))
    return noAnswer('The answer of Automatic could not be read.');
  const told = stock.availablequantity ?? null;
  const sentence =
    told !== null || stock.available === null
      ? null
      : safeText(
          `Automatic says that ${pieces(quantity)} ${stock.available ? 'can' : 'cannot'} be had, and not how many there are.`,
        );
  return quoted({ available: availableOf(told, stock.available, quantity), cost: stock.price }, sentence);
};

const pieces = (quantity: number): string => (quantity === 1 ? '1 piece' : `${quantity} pieces`);

/** Of a yes as many as were asked for are there; of a no to one piece none. */
const availableOf = (told: Level | null, isAvailable: boolean | null, quantity: number): number | null => {
  if (told !== null) return told.pieces;
  if (isAvailable === null) return null;
  return isAvailable ? quantity : quantity === 1 ? 0 : null;
};

/** A part that it does not know, or may not sell us; else no answer. */
const withoutStock = (answer: Answer, redact: Redact): QuoteVerdict => {
  const failure = failureIn(answer);
  if (failure === null) return noAnswer(`Automatic answered with status ${answer.status}.`);
  const isRestricted = failure.code === 'E005';
  return quoted(isRestricted ? { dropShipAllowed: false } : {}, redact(failure.message));
};
