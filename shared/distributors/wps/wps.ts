import type { Adapter, Distributor } from '../distributor.ts';
import { entry, listOf, read, text } from '../lenient.ts';
import { wpsProfile as profile } from '../profiles/wps.ts';
import { redactorFor } from '../redact.ts';
import { isYes, noAnswer, readWithout } from '../verdict.ts';
import { stopIn, Wrapped } from './answers.ts';
import { find } from './look-up.ts';
import { ListedItems, quote, Stocks } from './offer.ts';
import { PurchaseOrder } from './orders.ts';
import { submit } from './place.ts';
import { reading } from './requests.ts';
import { track } from './track.ts';

const verify: Distributor['verify'] = async (account) => {
  const reply = await account.client(reading(account, '/items', [['page[size]', '1']]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return isYes(reply) && read(Wrapped, reply.json) !== null
    ? { verdict: 'ok' }
    : noAnswer('The answer of WPS could not be read.');
};

const expectedOf: Adapter['expectedOf'] = ({ path }) => {
  if (path === '/items') return ListedItems;
  if (path === '/inventory') return Stocks;
  if (path === '/orders') return entry({ data: listOf(PurchaseOrder), meta: entry({ cursor: entry({ next: text }) }) });
  return path.startsWith('/orders/') ? entry({ data: PurchaseOrder }) : null;
};

/** WPS: a cart, its line, and the one call that orders. Facts: distributors.md, section 4. */
export const wps: Adapter = { profile, submit, find, track, verify, quote, expectedOf };
