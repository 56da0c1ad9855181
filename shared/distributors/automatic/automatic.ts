import { dayOf } from '../dates.ts';
import type { Adapter, Distributor } from '../distributor.ts';
import { anyCount, listOf } from '../lenient.ts';
import { automaticProfile as profile } from '../profiles/automatic.ts';
import { redactorFor } from '../redact.ts';
import { noAnswer, readWithout } from '../verdict.ts';
import { stopIn } from './answers.ts';
import { find } from './look-up.ts';
import { quote, Stock } from './offer.ts';
import { generationsIn, generationWith } from './orders.ts';
import { submit } from './place.ts';
import { inRange } from './requests.ts';
import { track } from './track.ts';

const verify: Distributor['verify'] = async (account, now) => {
  const today = dayOf(now);
  const reply = await account.client(inRange(account, { first: today, last: today }));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return generationsIn(reply) === null ? noAnswer('The answer of Automatic could not be read.') : { verdict: 'ok' };
};

const expectedOf: Adapter['expectedOf'] = ({ path }) => {
  if (path.startsWith('/item/avail/')) return Stock;
  return path.startsWith('/order/') ? listOf(generationWith(anyCount)) : null;
};

/** Automatic Distributors: one call that places, look-up by our own number. Facts: distributors.md, section 6. */
export const automatic: Adapter = { profile, submit, find, track, verify, quote, expectedOf };
