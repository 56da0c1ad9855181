import { safeText } from '../../domain/verdicts.ts';
import type { Distributor, DistributorReply } from '../distributor.ts';
import { isSamePart } from '../holding.ts';
import { anyText, entry, entryInAnyCase, listOf, read, text } from '../lenient.ts';
import { cents, endOfAll, inAll, level, quoted, whereCapped, yesOrNo } from '../offer.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { noAnswer } from '../verdict.ts';
import { Pricing, stopIn } from './answers.ts';
import { aboutPart } from './requests.ts';

export const Price = entryInAnyCase({ partnumber: text, found: yesOrNo, dealerprice: cents });
const Warehouse = entryInAnyCase({ warehouse: anyText, name: anyText, quantity: level });
const Available = entryInAnyCase({ partnumber: anyText, part_number: anyText, warehouses: listOf(Warehouse) });
export const Availability = entry({ availability: listOf(Available) });

const jsonIn = (reply: DistributorReply): unknown =>
  reply.kind === 'answer' && reply.status < 300 ? reply.json : undefined;

/** What is told of a part's price; null = nothing that could be read. */
const priceIn = (reply: DistributorReply, part: string, redact: Redact) => {
  const prices = read(Pricing, jsonIn(reply))?.pricing;
  if (prices === undefined) return null;
  const entries = prices.flatMap((price) => read(Price, price) ?? []);
  const price = entries.find(({ partnumber }) => partnumber !== null && isSamePart(partnumber, part));
  const isListed = price !== undefined && price.found !== false;
  return {
    cost: isListed ? price.dealerprice : null,
    message: isListed ? null : redact(`Parts Unlimited does not list the part ${part}.`),
  };
};

/** How much lies in each warehouse; of an entry that names no part only when it is the only one. Null = it could not be read. */
const levelsIn = (reply: DistributorReply, part: string) => {
  const told = read(Availability, jsonIn(reply))?.availability ?? null;
  const named = told?.find(({ partnumber, part_number }) => isSamePart(partnumber ?? part_number ?? '', part));
  const [only, ...more] = told ?? [];
  const isOnly = more.length === 0 && (only?.partnumber ?? only?.part_number ?? null) === null;
  const entry = named ?? (isOnly ? only : undefined);
  return (
    entry?.warehouses.flatMap(({ warehouse, name, quantity }) =>
      quantity === null ? [] : [[warehouse ?? name ?? '', quantity] as const],
    ) ?? null
  );
};

/** Two questions side by side: the price, and how much lies where. One of them may fail. */
export const quote: Distributor['quote'] = async (account, { partNumber }) => {
  const redact = redactorFor(account.credentials);
  const replies = await Promise.all([
    account.client(aboutPart(account, 'pricing', partNumber)),
    account.client(aboutPart(account, 'inventory', partNumber)),
  ]);
  const end = endOfAll(replies, (answer) => stopIn(answer, redact));
  if (end !== null) return end;
  const [priced, stocked] = replies;
  const [price, levels] = [priceIn(priced, partNumber, redact), levelsIn(stocked, partNumber)];
  if (price === null && levels === null) return noAnswer('The answer of Parts Unlimited could not be read.');
  return quoted(
    { cost: price?.cost ?? null, available: levels === null ? null : inAll(levels.map(([, level]) => level)) },
    price === null ? safeText('Parts Unlimited did not tell its price.') : price.message,
    levels === null ? safeText('Parts Unlimited did not tell its stock.') : whereCapped(levels, redact),
  );
};
