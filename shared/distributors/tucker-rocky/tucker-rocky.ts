import * as v from 'valibot';
import type { Adapter, Distributor } from '../distributor.ts';
import { entry, listOf, read } from '../lenient.ts';
import { tuckerRockyProfile as profile } from '../profiles/tucker-rocky.ts';
import { redactorFor } from '../redact.ts';
import { noAnswer, readWithout } from '../verdict.ts';
import { head, isWell, stopIn } from './answers.ts';
import { Quoted, quote } from './offer.ts';
import { submit } from './place.ts';
import { asking } from './requests.ts';
import { settings } from './settings.ts';
import { Shipments, track } from './track.ts';

const Stock = entry({ INV: entry({ ...head, item: listOf(v.unknown()) }) });

/** No look-up by PO number is known: sending the order again with duplicates forbidden is the only one. */
const find: Distributor['find'] = async () => noAnswer('Tucker Rocky cannot be asked for a purchase order number.');

const verify: Distributor['verify'] = async (account) => {
  const reply = await account.client(asking(account, 'read', 'INV', [['item', settings.verifyItem]]));
  if (reply.kind !== 'answer') return readWithout(reply);
  const stop = stopIn(reply, 'INV', redactorFor(account.credentials));
  if (stop !== null) return stop;
  const said = read(Stock, reply.json)?.INV;
  return said !== undefined && isWell(said)
    ? { verdict: 'ok' }
    : noAnswer('The answer of Tucker Rocky could not be read.');
};

const expectedOf: Adapter['expectedOf'] = ({ query = [] }) => {
  const type = query.find(([name]) => name === 'type')?.[1];
  const known = new Map<string | undefined, v.GenericSchema>([
    ['INV', Stock],
    ['INP', Quoted],
    ['SHP', Shipments],
  ]);
  return known.get(type) ?? null;
};

/** Tucker Rocky: everything is a GET, and every answer a 200. Facts: distributors.md, section 5. */
export const tuckerRocky: Adapter = { profile, submit, find, track, verify, quote, expectedOf };
