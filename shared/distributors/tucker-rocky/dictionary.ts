import { ofAddress, ofSale, ofStock } from '../phrases.ts';
import { type Dictionary, either, followed } from '../verdict.ts';

export const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|exists|placed|taken)/i,
  'bad-credentials': /api.?key|customer (number|id)|unauthori[sz]ed|credential|authentication|\bcust\b/i,
  'not-allowed': ofSale,
  'out-of-stock': ofStock,
  payment: /credit|payment|\bfunds\b|\bcard\b|past due|on hold/i,
  'unknown-part': either(
    followed(/\b(item|part|sku)\b/i, /not found|invalid|unknown|not on file/i),
    /(invalid|unknown|no such) (item|part|sku)/i,
  ),
  'bad-address': ofAddress,
};
