import type { Adapter, Distributor } from '../distributor.ts';
import { entry, listOf, read } from '../lenient.ts';
import { partsUnlimitedProfile as profile } from '../profiles/parts-unlimited.ts';
import { redactorFor } from '../redact.ts';
import { noAnswer, readWithout } from '../verdict.ts';
import { stopIn } from './answers.ts';
import { find } from './look-up.ts';
import { Availability, Price, Pricing, quote } from './offer.ts';
import { Listed } from './orders.ts';
import { submit } from './place.ts';
import { aboutPart } from './requests.ts';
import { settings } from './settings.ts';
import { track } from './track.ts';

const verify: Distributor['verify'] = async (account) => {
  const reply = await account.client(aboutPart(account, 'pricing', settings.verifyPart));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return read(Pricing, reply.json) === null
    ? noAnswer('The answer of Parts Unlimited could not be read.')
    : { verdict: 'ok' };
};

const expectedOf: Adapter['expectedOf'] = ({ path }) => {
  if (path.startsWith('/v1/parts/pricing/')) return entry({ pricing: listOf(Price) });
  if (path.startsWith('/v1/parts/inventory/')) return Availability;
  return path === '/v2/orders/dropship' ? listOf(Listed) : null;
};

/** Parts Unlimited: one call that places, one list that shows everything. Facts: distributors.md, section 3. */
export const partsUnlimited: Adapter = { profile, submit, find, track, verify, quote, expectedOf };
