import type * as v from 'valibot';
import type { Adapter } from '../distributor.ts';
import { tuckerRockyProfile as profile } from '../profiles/tucker-rocky.ts';
import { find } from './look-up.ts';
import { Quoted, quote } from './offer.ts';
import { submit } from './place.ts';
import { Shipments, track } from './track.ts';
import { Stock, verify } from './verify.ts';

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
