import * as v from 'valibot';
import type { Distributor } from '../distributor.ts';
import { entry, listOf, read } from '../lenient.ts';
import { redactorFor } from '../redact.ts';
import { noAnswer, readWithout } from '../verdict.ts';
import { head, isWell, stopIn } from './answers.ts';
import { asking } from './requests.ts';
import { settings } from './settings.ts';

export const Stock = entry({ INV: entry({ ...head, item: listOf(v.unknown()) }) });

export const verify: Distributor['verify'] = async (account) => {
  const reply = await account.client(asking(account, 'read', 'INV', [['item', settings.verifyItem]]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, 'INV', redactorFor(account.credentials));
  if (stop !== null) return stop;
  const said = read(Stock, reply.json)?.INV;
  return said !== undefined && isWell(said)
    ? { verdict: 'ok' }
    : noAnswer('The answer of Tucker Rocky could not be read.');
};
