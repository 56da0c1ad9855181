import type { Adapter } from '../distributor.ts';
import { entry, listOf } from '../lenient.ts';
import { partsUnlimitedProfile as profile } from '../profiles/parts-unlimited.ts';
import { find } from './look-up.ts';
import { Availability, Price, quote } from './offer.ts';
import { Listed } from './orders.ts';
import { submit } from './place.ts';
import { track } from './track.ts';
import { verify } from './verify.ts';

const expectedOf: Adapter['expectedOf'] = ({ path }) => {
  if (path.startsWith('/v1/parts/pricing/')) return entry({ pricing: listOf(Price) });
  if (path.startsWith('/v1/parts/inventory/')) return Availability;
  return path === '/v2/orders/dropship' ? listOf(Listed) : null;
};

/** Parts Unlimited: one call that places, one list that shows everything. Facts: distributors.md, section 3. */
export const partsUnlimited: Adapter = { profile, submit, find, track, verify, quote, expectedOf };
