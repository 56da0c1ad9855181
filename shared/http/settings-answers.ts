import type * as v from 'valibot';
import type { Verified } from '../accounts/verify.ts';
import type { KeyBody } from '../contract/bodies/store.ts';
import { invalid, Problem, tooManyRequests, tryAgain } from '../contract/problem.ts';
import { instant, milliseconds } from '../domain/vocabulary.ts';
import { type ApiKeyPorts, createKey, hasAllKeys, mostKeys } from './api-key.ts';
import type { Caller } from './event.ts';

/** A new key for this caller: none gives away what it has not. `storeId` null = to all stores. */
export const newKey = async (
  ports: ApiKeyPorts,
  storeId: string | null,
  { scopes, name, expiresAt }: v.InferOutput<typeof KeyBody>,
  caller: Caller | null,
) => {
  const lacking = scopes.filter((scope) => caller?.scopes.includes(scope) !== true);
  if (lacking.length > 0) {
    throw new Problem('forbidden', `Your own key lacks ${lacking.join(', ')}: a key cannot give what it has not.`);
  }
  const ends = expiresAt === null ? null : Date.parse(expiresAt);
  if (ends !== null && ends <= ports.clock.now()) {
    throw invalid([{ pointer: '/expiresAt', detail: 'Must lie in the future.' }]);
  }
  if (storeId !== null && (await hasAllKeys(ports.table, storeId, ports.clock.now()))) {
    throw new Problem('too-many', `A store has at most ${mostKeys} live keys: revoke one that is not used any more.`, {
      members: { limit: mostKeys },
    });
  }
  return createKey(ports, { storeId, scopes, name, endsAt: ends === null ? null : instant(ends) });
};

/** Seconds after which to ask again a distributor that gave no answer. */
const askAgainAfter = 30;

/** Why it is not known that credentials work, or that they do not. */
export const verifyProblem = (verified: Exclude<Verified, { kind: 'works' }>, now: number): Problem => {
  switch (verified.kind) {
    case 'refused': {
      const { detail, distributorMessage } = verified;
      return new Problem('credentials-refused', detail, { members: { distributorMessage } });
    }
    case 'wait': {
      const seconds = (milliseconds(verified.until) - now) / 1000;
      return tooManyRequests(`${verified.name} is not asked so often: ask again later.`, seconds);
    }
    case 'no-answer':
      return tryAgain(`${verified.name} did not answer: ask again in a moment.`, askAgainAfter);
  }
};
