import { dayOf } from '../dates.ts';
import type { Distributor } from '../distributor.ts';
import { redactorFor } from '../redact.ts';
import { noAnswer, readWithout } from '../verdict.ts';
import { stopIn } from './answers.ts';
import { generationsIn } from './orders.ts';
import { inRange } from './requests.ts';

export const verify: Distributor['verify'] = async (account, now) => {
  const today = dayOf(now);
  const reply = await account.client(inRange(account, { first: today, last: today }));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return generationsIn(reply) === null ? noAnswer('The answer of Automatic could not be read.') : { verdict: 'ok' };
};
