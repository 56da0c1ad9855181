import { nameOfRequest } from './distributors.ts';
import type { OpKind } from './machine.ts';
import type { SentRequest } from './state.ts';

/** What kind of row lies at a key: the word its `sk` begins with. */
export const rowKind = (sk: string): string => sk.split('#')[0] ?? '';

const ordering =
  /^(parts-unlimited POST \/api\/v2\/orders\/dropship|wps POST \/orders|tucker-rocky ORD|automatic POST \/order\/create)$/;

/** A request that buys, one that only prepares to, or one that only asks. */
export const kindOfRequest = (sent: SentRequest): OpKind => {
  const name = nameOfRequest(sent);
  if (ordering.test(name)) return 'order';
  return sent.method !== 'GET' || name.includes('/carts') ? 'prepare' : 'ask';
};
