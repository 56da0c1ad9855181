import type { Distributor } from '../distributor.ts';
import { noAnswer } from '../verdict.ts';

/** No look-up by PO number is known: sending the order again with duplicates forbidden is the only one. */
export const find: Distributor['find'] = async () =>
  noAnswer('Tucker Rocky cannot be asked for a purchase order number.');
