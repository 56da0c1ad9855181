import type { Adapter } from '../distributor.ts';
import { anyCount, listOf } from '../lenient.ts';
import { automaticProfile as profile } from '../profiles/automatic.ts';
import { find } from './look-up.ts';
import { quote, Stock } from './offer.ts';
import { generationWith } from './orders.ts';
import { submit } from './place.ts';
import { track } from './track.ts';
import { verify } from './verify.ts';

const expectedOf: Adapter['expectedOf'] = ({ path }) => {
  if (path.startsWith('/item/avail/')) return Stock;
  return path.startsWith('/order/') ? listOf(generationWith(anyCount)) : null;
};

/** Automatic Distributors: one call that places, look-up by our own number. Facts: distributors.md, section 6. */
export const automatic: Adapter = { profile, submit, find, track, verify, quote, expectedOf };
