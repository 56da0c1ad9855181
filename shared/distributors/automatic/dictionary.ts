import { ofAddress, ofSale, ofStock } from '../phrases.ts';
import { type Dictionary, either, followed } from '../verdict.ts';

export const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|exists|placed|taken)/i,
  'out-of-stock': ofStock,
  'not-allowed': either(ofSale, /carb\b/i),
  payment: /payment|credit|\bfunds\b|\bcard\b|past due|on hold/i,
  'unknown-part': either(
    followed(/\b(item|part|sku)\b/i, /unknown|not found|invalid/i),
    /(unknown|invalid|no such) (item|part|sku)/i,
  ),
  'bad-address': ofAddress,
  'bad-credentials': /authori[sz]ation|api.?key|token|credential/i,
};
