import type { Adapter } from '../distributor.ts';
import { entry, listOf, text } from '../lenient.ts';
import { wpsProfile as profile } from '../profiles/wps.ts';
import { find } from './look-up.ts';
import { ListedItems, quote, Stocks } from './offer.ts';
import { PurchaseOrder } from './orders.ts';
import { submit } from './place.ts';
import { track } from './track.ts';
import { verify } from './verify.ts';

const expectedOf: Adapter['expectedOf'] = ({ path }) => {
  if (path === '/items') return ListedItems;
  if (path === '/inventory') return Stocks;
  if (path === '/orders') return entry({ data: listOf(PurchaseOrder), meta: entry({ cursor: entry({ next: text }) }) });
  return path.startsWith('/orders/') ? entry({ data: PurchaseOrder }) : null;
};

/** WPS: a cart, its line, and the one call that orders. Facts: distributors.md, section 4. */
export const wps: Adapter = { profile, submit, find, track, verify, quote, expectedOf };
