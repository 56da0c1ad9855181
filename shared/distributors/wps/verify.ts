import type { Distributor } from '../distributor.ts';
import { read } from '../lenient.ts';
import { redactorFor } from '../redact.ts';
import { isYes, noAnswer, readWithout } from '../verdict.ts';
import { stopIn, Wrapped } from './answers.ts';
import { reading } from './requests.ts';

export const verify: Distributor['verify'] = async (account) => {
  const reply = await account.client(reading(account, '/items', [['page[size]', '1']]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return isYes(reply) && read(Wrapped, reply.json) !== null
    ? { verdict: 'ok' }
    : noAnswer('The answer of WPS could not be read.');
};
