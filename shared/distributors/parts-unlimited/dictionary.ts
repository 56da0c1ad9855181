import { ofAddress, ofSale, ofStock } from '../phrases.ts';
import { type Dictionary, either, followed } from '../verdict.ts';

export const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|exists|placed|taken)/i,
  'not-allowed': either(ofSale, /carb\b/i),
  'out-of-stock': ofStock,
  'unknown-part': either(
    followed(/\b(part|item|sku|product)\b/i, /\b(unknown|invalid|not (on file|found|valid))/i),
    /(unknown|invalid|no such) (part|item|sku|product)/i,
  ),
  payment: /payment|credit|\bfunds\b|past due|on hold/i,
  'bad-credentials': /api.?key|unauthori[sz]ed|credential|authentication|dealer (number|code)/i,
  'bad-address': ofAddress,
};
