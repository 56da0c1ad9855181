import type { Distributor } from '../distributor.ts';
import { read } from '../lenient.ts';
import { redactorFor } from '../redact.ts';
import { noAnswer, readWithout } from '../verdict.ts';
import { Pricing, stopIn } from './answers.ts';
import { aboutPart } from './requests.ts';
import { settings } from './settings.ts';

export const verify: Distributor['verify'] = async (account) => {
  const reply = await account.client(aboutPart(account, 'pricing', settings.verifyPart));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, redactorFor(account.credentials));
  if (stop !== null) return stop;
  return read(Pricing, reply.json) === null
    ? noAnswer('The answer of Parts Unlimited could not be read.')
    : { verdict: 'ok' };
};
