import { ofAddress, ofSale, ofStock } from '../phrases.ts';
import { type Dictionary, either, followed } from '../verdict.ts';

export const dictionary: Dictionary = {
  'duplicate-po': /duplicate|already (been )?(used|placed|ordered|taken|exists)/i,
  'bad-credentials': /unauthenticated|unauthori[sz]ed|token|permission|scope|\babilit/i,
  'not-allowed': either(ofSale, /not eligible|drop.?ship/i),
  'out-of-stock': ofStock,
  payment: /payment|credit|\bfunds\b|\bcard\b|past due|on hold|\bpay type\b|\bcc last four\b/i,
  'unknown-part': either(
    followed(/\b(item|sku|part|product)\b/i, /not found|invalid|unknown|does not exist/i),
    /(invalid|unknown) (item|sku|part)/i,
  ),
  'bad-address': either(ofAddress, /ship.?(name|to)/i),
};
