import type { OrderToPlace, RefusalCode } from '../domain/vocabulary.ts';
import { ofOrders } from './phrases.ts';
import { type Answer, codeOf, type Dictionary } from './verdict.ts';
import { saidOf, wordsOf } from './words.ts';

/**
 * What the name of a field may tell where its words tell nothing (`ship_zip: is invalid`). Of a `token` or a `stock_number` that is
 * too long neither the credentials are refused nor is the part out of stock.
 */
const codesOfFields: readonly RefusalCode[] = ['unknown-part', 'bad-address'];

/** The code of a no: by its words as they were said, else by the fields that they are about. What we sent and they repeat tells none. */
export const refusalCode = (dictionary: Dictionary, answer: Answer, wanted: OrderToPlace | null): RefusalCode => {
  const code = codeOf(dictionary, withoutOurs(saidOf(answer), wanted), answer);
  // "Access to this resource is not allowed" is about whoever asks.
  if (code === 'not-allowed' && answer.status === 403 && !saidOf(answer).some((said) => ofOrders.test(said)))
    return 'other';
  if (code !== 'other') return code;
  const withFields = withoutOurs(wordsOf(answer), wanted).replace(/[._]/g, ' ');
  return codeOf(dictionary, withFields, answer, codesOfFields);
};

/** Shorter values are parts of other words. */
const shortest = 3;

/** A PO number `CARD-7`, a part `STOCK-12` and a street name are no words of the distributor. */
export const withoutOurs = (words: readonly string[], wanted: OrderToPlace | null): string => {
  if (wanted === null) return words.join(' ');
  const { poNumber, partNumber, shipTo } = wanted;
  const { name, company, line1, line2, city } = shipTo;
  const ours = [poNumber, partNumber, name, company, line1, line2, city].flatMap((value) => value?.trim() ?? []);
  return ours
    .filter((value) => value.length >= shortest)
    .flatMap((value) => [value, value.toUpperCase(), value.toLowerCase()])
    .reduce((rest, value) => rest.replaceAll(value, ' '), words.join(' '));
};
