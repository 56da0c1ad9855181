import { type Dictionary, either, followed } from '../verdict.ts';

export const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|exists|placed|taken)/i,
  'out-of-stock': /stock|not available|unavailable|insufficient|back.?order/i,
  'not-allowed': /restrict|not allowed|may not|prohibited|carb\b/i,
  payment: /payment|credit|\bcard\b|past due|on hold/i,
  'unknown-part': either(
    followed(/\b(item|part|sku)\b/i, /unknown|not found|invalid/i),
    /(unknown|invalid|no such) (item|part|sku)/i,
  ),
  'bad-address': /address|zip|postal|city|state\b/i,
  'bad-credentials': /authori[sz]ation|api.?key|token|credential/i,
};
