import { type Offer, safeText } from '../../domain/verdicts.ts';
import type { Distributor } from '../distributor.ts';
import { isSamePart } from '../holding.ts';
import { anyText, entry, listOf, read, text } from '../lenient.ts';
import { cappedAt, cents, endOfAll, inAll, type Level, level, quoted, whereCapped, yesOrNo } from '../offer.ts';
import { type Redact, redactorFor } from '../redact.ts';
import { type Answer, noAnswer } from '../verdict.ts';
import { stopIn, yesIn } from './answers.ts';
import { reading } from './requests.ts';
import { settings } from './settings.ts';

const ListedItem = entry({
  sku: text,
  standard_dealer_price: cents,
  drop_ship_eligible: yesOrNo,
  drop_ship_fee: cents,
  status: anyText,
  superseded_sku: anyText,
});

export const ListedItems = entry({ data: listOf(ListedItem) });

const warehouses = ['CA', 'GA', 'ID', 'IN', 'PA', 'PA2', 'TX'] as const;

const Stock = entry({
  ca_warehouse: level,
  ga_warehouse: level,
  id_warehouse: level,
  in_warehouse: level,
  pa_warehouse: level,
  pa2_warehouse: level,
  tx_warehouse: level,
});

export const Stocks = entry({ data: listOf(Stock) });

type StockLevels = readonly (readonly [warehouse: string, level: Level])[];

/** What lies in each warehouse that a level is told of; null = the answer could not be read. */
const levelsIn = (answer: Answer | null): StockLevels | null => {
  const stock = answer === null ? undefined : read(Stocks, answer.json)?.data[0];
  if (stock === undefined) return null;
  return Object.entries(stock).flatMap(([name, level]) => {
    const warehouse = warehouses.find((code) => name === `${code.toLowerCase()}_warehouse`);
    return level === null || warehouse === undefined ? [] : [[warehouse, cappedAt(level, settings.mostTold)] as const];
  });
};

/** What is told of a part; null = nothing that could be read. */
const termsIn = (answer: Answer | null, part: string, redact: Redact) => {
  const items = answer === null ? null : read(ListedItems, answer.json);
  if (items === null) return null;
  const item = items.data.find(({ sku }) => sku !== null && isSamePart(sku, part));
  if (item === undefined) return { told: {}, message: redact(`WPS does not list the part ${part}.`) };
  const told: Partial<Offer> = {
    cost: item.standard_dealer_price,
    fee: item.drop_ship_fee,
    dropShipAllowed: item.drop_ship_eligible,
  };
  const remarks = [
    item.drop_ship_eligible === false ? 'WPS does not drop-ship this part.' : null,
    item.superseded_sku === null ? null : `WPS has replaced it by ${item.superseded_sku}.`,
    item.status === null || item.status === 'STK' ? null : `WPS lists it with the status ${item.status}.`,
  ].flatMap((remark) => remark ?? []);
  return { told, message: remarks.length === 0 ? null : redact(remarks.join(' ')) };
};

/** Two questions side by side: what the part is, and how much of it lies where. One of them may fail. */
export const quote: Distributor['quote'] = async (account, { partNumber }) => {
  const redact = redactorFor(account.credentials);
  const about = [['filter[sku]', partNumber]] as const;
  const replies = await Promise.all([
    account.client(reading(account, '/items', about)),
    account.client(reading(account, '/inventory', about)),
  ]);
  const end = endOfAll(replies, (answer) => stopIn(answer, redact));
  if (end !== null) return end;
  const [items, stock] = replies.map(yesIn);
  const [terms, levels] = [termsIn(items ?? null, partNumber, redact), levelsIn(stock ?? null)];
  if (terms === null && levels === null) return noAnswer('The answer of WPS could not be read.');
  return quoted(
    { ...terms?.told, available: levels === null ? null : inAll(levels.map(([, level]) => level)) },
    terms === null ? safeText('WPS did not tell its price.') : terms.message,
    levels === null ? safeText('WPS did not tell its stock.') : whereCapped(levels, redact),
  );
};
